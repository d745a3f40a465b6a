import { describe, expect, it } from 'vitest'
import { importBytes } from '#electron/importers/import-bytes.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'

/** Each: what it is, name of the file, its text, speakers in order. */
const CAPTIONS: readonly (readonly [what: string, name: string, text: string, speakers: string])[] = [
  [
    'titles in capitals with full stops',
    'talk.srt',
    '1\n00:00:01,000 --> 00:00:04,000\nMR. DOYLE: Can you tell us when the bridge was closed?\n\n2\n00:00:04,000 --> 00:00:07,000\nSECRETARY HOLT: In March. We had no choice.\n\n3\n00:00:07,000 --> 00:00:09,000\nMR. DOYLE: And who decided?\n\n4\n00:00:09,000 --> 00:00:12,000\nSECRETARY HOLT: I did, with the engineers.\n\n5\n00:00:12,000 --> 00:00:14,000\nMS. TRAN: Was the council told?\n\n6\n00:00:14,000 --> 00:00:17,000\nSECRETARY HOLT: The same evening.\n',
    'MR. DOYLE | SECRETARY HOLT | MR. DOYLE | SECRETARY HOLT | MS. TRAN | SECRETARY HOLT',
  ],
  [
    'somebody who is called like a device',
    'talk.vtt',
    "WEBVTT\n\n1\n00:00:02.340 --> 00:00:05.120\nMaria Lopez: Hi everyone, can you hear me?\n\n2\n00:00:05.400 --> 00:00:07.010\nBen's iPhone: Yes.\n\n3\n00:00:07.300 --> 00:00:12.010\nMaria Lopez: Great. So today we talk about the survey.\n\n4\n00:00:12.010 --> 00:00:15.900\nMaria Lopez: There are two things: timing and money.\n\n5\n00:00:16.000 --> 00:00:19.900\nDr. Sam Okafor (he/him): I have a question about money.\n",
    "Maria Lopez | Ben's iPhone | Maria Lopez | Dr. Sam Okafor",
  ],
  [
    'names in square brackets',
    'talk.srt',
    "1\n00:00:01,000 --> 00:00:03,000\n- Where were you?\n- At the harbour.\n\n2\n00:00:03,500 --> 00:00:05,000\n[JOHN] I waited an hour.\n\n3\n00:00:05,500 --> 00:00:08,000\nMARY: You could have called.\nJOHN: I did call.\n\n4\n00:00:08,500 --> 00:00:10,000\n♪ (piano music) ♪\n\n5\n00:00:10,500 --> 00:00:12,000\nMARY: Not me, you didn't.\n\n6\n00:00:12,500 --> 00:00:14,000\nJOHN: Twice.\n",
    'JOHN | MARY | JOHN | MARY | JOHN',
  ],
  [
    'one name before each of many cues',
    'talk.vtt',
    'WEBVTT\n\n1\n00:00:02.340 --> 00:00:05.120\nyusuf_k: Good morning, everybody,\n\n2\n00:00:05.400 --> 00:00:07.010\nyusuf_k: and welcome to the survey.\n\n3\n00:00:07.300 --> 00:00:12.010\n林可: 我先说两点。\n\n4\n00:00:12.010 --> 00:00:15.900\n林可: 第一是时间，\n\n5\n00:00:16.000 --> 00:00:19.900\n林可: 第二是费用。\n\n6\n00:00:20.000 --> 00:00:22.000\nyusuf_k: Thanks.\n',
    'yusuf_k | 林可 | yusuf_k',
  ],
  [
    'voices that a program has counted',
    'talk.srt',
    '1\n00:00:00,000 --> 00:00:04,000\n[SPEAKER_00] So tell me about\n\n2\n00:00:04,000 --> 00:00:07,000\n[SPEAKER_01] It was cold that year.\n\n3\n00:00:07,000 --> 00:00:09,000\n[SPEAKER_01] Very cold.\n\n4\n00:00:09,000 --> 00:00:12,000\n[SPEAKER_00] And the harvest?\n',
    'SPEAKER_00 | SPEAKER_01 | SPEAKER_00',
  ],
  [
    'voices of guests, telephones and addresses',
    'talk.vtt',
    'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ruiz, Ana (External)>Shall we begin?</v>\n\n00:00:02.000 --> 00:00:03.000\n<v Kim Lee>Yes.</v>\n\n00:00:03.000 --> 00:00:04.000\n<v +49 155 ***21>Hello?</v>\n\n00:00:04.000 --> 00:00:05.000\n<v Ruiz, Ana (External)>Good.</v>\n\n00:00:05.000 --> 00:00:06.000\n<v j.roe@example.org>Fine.</v>\n',
    'Ruiz, Ana | Kim Lee | +49 155 21 | Ruiz, Ana | j.roe@example.org',
  ],
]

describe('names in captions', () => {
  it.each(CAPTIONS)('%s', async (_, name, text, speakers) => {
    const outcome = await importBytes(name, new TextEncoder().encode(text))
    if (outcome.kind !== 'imported') throw new Error('not imported')
    const { turns } = readTranscript(outcome.file.text, outcome.file.structure)
    expect(turns.map(({ speaker }) => speaker ?? '-').join(' | ')).toBe(speakers)
  })

  it('takes no sound for a speaker', async () => {
    const cue = (k: number, words: string): string => `${k}\n00:00:0${k},000 --> 00:00:0${k},900\n${words}\n\n`
    const text = ['[Music] we are here', '[Music] and we stay', '[Applause] thank you', '[Music] good night']
      .map((words, k) => cue(k + 1, words))
      .join('')
    const outcome = await importBytes('talk.srt', new TextEncoder().encode(text))
    if (outcome.kind !== 'imported') throw new Error('not imported')
    expect(readTranscript(outcome.file.text, outcome.file.structure).turns).toEqual([])
  })

  it('keeps music out of the sentences around it', async () => {
    const text =
      '1\n00:00:01,000 --> 00:00:03,000\nMARY: You could have called.\nJOHN: I did call.\n\n2\n00:00:03,500 --> 00:00:05,000\n♪ (piano music) ♪\n\n3\n00:00:05,500 --> 00:00:07,000\nTwice, in fact.\n'
    const outcome = await importBytes('talk.srt', new TextEncoder().encode(text))
    if (outcome.kind !== 'imported') throw new Error('not imported')
    expect(outcome.file.text.split(/\n+/u)).toContain('♪ (piano music) ♪')
  })
})
