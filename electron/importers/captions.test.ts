import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSbv, readSubRip, readWebVtt } from './captions.ts'
import type { ExtractedText, Importer } from './extraction.ts'

async function read(
  importer: Importer,
  file: string | Uint8Array,
  encoding: string | null = null,
): Promise<ExtractedText> {
  const extraction = await importer(Buffer.from(file), { fileName: 'x', encoding })
  if (extraction.kind === 'failed') throw new Error(`${extraction.reason}: ${extraction.detail}`)
  return extraction
}

const textOf = async (importer: Importer, file: string): Promise<string> => (await read(importer, file)).text

/** What each time stands on, as `from-to text`. */
async function timesOf(importer: Importer, file: string): Promise<readonly string[]> {
  const { text, structure } = await read(importer, file)
  return structure.times.map(({ span, from, to }) => `${from}-${to} ${text.slice(span.start, span.end)}`)
}

describe('readWebVtt', () => {
  it('reads header, comments, styles, regions, identifiers and times', async () => {
    const file = [
      'WEBVTT - a title\nKind: captions\n',
      'NOTE\na comment\nof two lines\n',
      'STYLE\n::cue(b) {\n\n  color: red;\n}\n',
      'REGION\nid:fred\n',
      'first\n00:01.000 --> 00:02.500 align:start position:0%\nGood day,\n<i>everybody</i>.\n',
      'NOTE Confidence: 0.9\n',
      '100:00:03.000 --> 100:00:04.000\nThank you.',
    ].join('\n')
    expect(await textOf(readWebVtt, file)).toBe('Good day, everybody.\n\nThank you.\n')
    expect(await timesOf(readWebVtt, file)).toEqual([
      '1000-2500 Good day, everybody.',
      '360003000-360004000 Thank you.',
    ])
  })

  it('reads what meeting programs write: a voice is named once a row', async () => {
    const file = [
      'WEBVTT\n',
      '0a1b-2c3d/12-0\n00:00:01.000 --> 00:00:02.000\n<v Jane Doe>Shall we begin?</v>\n',
      '0a1b-2c3d/12-1\n00:00:02.000 --> 00:00:03.000\n<v Jane Doe>I think so.</v>\n',
      '0a1b-2c3d/13-0\n00:00:03.000 --> 00:00:04.000\n<v.loud.first M&uuml;ller>Yes.</v>\n',
      '0a1b-2c3d/13-1\n00:00:04.000 --> 00:00:05.000\nGo on.\n',
    ].join('\n')
    expect(await textOf(readWebVtt, file)).toBe('<v Jane Doe>Shall we begin? I think so.\n\n<v Müller>Yes. Go on.\n')
  })

  it('names a voice again behind somebody who is not named by markup', async () => {
    const file =
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>So?\n\n00:02.000 --> 00:03.000\n>> No.\n\n00:03.000 --> 00:04.000\n<v A>Well.\n'
    expect(await textOf(readWebVtt, file)).toBe('<v A>So?\n\n>> No.\n\n<v A>Well.\n')
  })

  it('reads joined pieces of a stream', async () => {
    const piece = 'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n00:01.000 --> 00:02.000\nYes.\n'
    expect(await textOf(readWebVtt, `${piece}\n${piece}`)).toBe('Yes. Yes.\n')
  })

  it('begins a line for each voice within a cue', async () => {
    const file = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Hello?</v> <v B>Hello.\n'
    expect(await textOf(readWebVtt, file)).toBe('<v A>Hello?\n\n<v B>Hello.\n')
  })

  it('parts names in the payload, and takes those of identifiers as speakers', async () => {
    const zoom = [
      'WEBVTT\n',
      '1\n00:00:01.000 --> 00:00:02.000\nJane Doe: Shall we begin with\nthe first point: money?\n',
      '2\n00:00:02.000 --> 00:00:03.000\nJ. P. Roe (Board): Yes.\n',
    ].join('\n')
    expect(await textOf(readWebVtt, zoom)).toBe(
      'Jane Doe: Shall we begin with the first point: money?\n\nJ. P. Roe (Board): Yes.\n',
    )
    const webex =
      'WEBVTT\n\n1 "Jane Doe" (4711)\n00:01.000 --> 00:02.000\nYes.\n\n2 "Al" (1)\n00:02.000 --> 00:03.000\nNo.\n'
    const { text, structure } = await read(readWebVtt, webex)
    expect(text).toBe('Yes.\n\nNo.\n')
    expect(structure.speakers.map(({ speaker, span }) => [speaker, text.slice(span.start, span.end)])).toEqual([
      ['Jane Doe', 'Yes.'],
      ['Al', 'No.'],
    ])
  })

  it('drops markup and reads references, and keeps what people wrote in brackets', async () => {
    const cue = (payload: string): Promise<string> =>
      textOf(readWebVtt, `WEBVTT\n\n00:01.000 --> 00:02.000\n${payload}\n`)
    expect(await cue('<c.yellow>When</c> <00:01.500>the <b>moon</b> &amp; I &lt;3 &nsubE;')).toBe(
      'When the moon & I <3 ⫅̸\n',
    )
    expect(await cue('<ruby>漢<rt>kan</rt></ruby>字 <lang en>so</lang>')).toBe('漢字 so\n')
    expect(await cue('<laughs> ♪ 5 < 6 [applause] <x.y>no</x>')).toBe('<laughs> ♪ 5 < 6 [applause] no\n')
  })

  it('loses no speech over what the standard drops', async () => {
    const file = [
      'WEBVTT\n',
      '00:00:00.000x --> 00:00:01.000\ngarbled times\n',
      '00:00:02.000 --> 00:00:03.000\nfrom A --> B\n',
      'behind an empty line\n',
      '0:0:4.5 --> 0:0:5.25\nshort times\n',
      '00:00:07.000 --> 00:00:06.000\nends before it begins',
    ].join('\n')
    expect(await textOf(readWebVtt, file)).toBe(
      'garbled times from A --> B behind an empty line short times ends before it begins\n',
    )
    expect(await timesOf(readWebVtt, file)).toEqual([
      '2000-3000 from A --> B behind an empty line',
      '4500-5250 short times',
      '7000-7000 ends before it begins',
    ])
  })

  it('needs no signature, takes NUL for U+FFFD and any line ends', async () => {
    expect(await textOf(readWebVtt, '00:01.000 --> 00:02.000\nYes.\n')).toBe('Yes.\n')
    expect(await textOf(readWebVtt, 'WEBVTT\r\r00:01.000 --> 00:02.000\ra\0b')).toBe('a\ufffdb\n')
    expect(await read(readWebVtt, 'WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nx')).toMatchObject({ lineEnds: 'crlf' })
  })

  it('says that captions without text are empty', async () => {
    expect(await readWebVtt(Buffer.from('WEBVTT\n'), { fileName: 'x', encoding: null })).toMatchObject({
      reason: 'empty',
    })
  })
})

describe('paragraphs', () => {
  const cue = (from: number, to: number, text: string): string => {
    return `00:${String(from).padStart(2, '0')}.000 --> 00:${String(to).padStart(2, '0')}.000\n${text}\n`
  }
  const ofCues = (...cues: string[]): Promise<string> => textOf(readWebVtt, `WEBVTT\n\n${cues.join('\n')}`)

  it('run over cues, until somebody is silent for long', async () => {
    expect(await ofCues(cue(1, 2, 'One'), cue(3, 4, 'two.'), cue(8, 9, 'Three'))).toBe('One two.\n\nThree\n')
  })

  it('end where the speaker changes by a mark', async () => {
    expect(await ofCues(cue(1, 2, '>> One.\ntwo'), cue(3, 4, '>> JANE: Three'))).toBe('>> One. two\n\n>> JANE: Three\n')
    expect(await ofCues(cue(1, 2, 'One. >> Two. >>> Three'))).toBe('One.\n\n>> Two.\n\n>>> Three\n')
    expect(await ofCues(cue(1, 2, '- One?\n- Two.'), cue(3, 4, '--three'))).toBe('- One?\n\n- Two. --three\n')
    expect(await ofCues(cue(1, 2, '记者：什么时候'), cue(3, 4, '王：明年'))).toBe('记者：什么时候\n\n王：明年\n')
  })

  it('of Chinese without punctuation keep a blank where a line ended, others do not', async () => {
    expect(await ofCues(cue(1, 2, '我们的工程'), cue(2, 3, '已经完成'))).toBe('我们的工程 已经完成\n')
    expect(await ofCues(cue(1, 2, '我们的工程，'), cue(2, 3, '已经\n完成。'))).toBe('我们的工程，已经完成。\n')
  })

  it('end with a sentence once they are long', async () => {
    const cues = Array.from({ length: 59 }, (_, k) =>
      cue(k, k + 1, `And so we went over the river once more${k % 2 ? '.' : ''}`),
    )
    const paragraphs = (await ofCues(...cues)).trim().split('\n\n')
    expect(paragraphs.length).toBeGreaterThan(1)
    for (const paragraph of paragraphs.slice(0, -1)) expect(paragraph).toMatch(/\.$/u)
  })

  it('stand in the order of time', async () => {
    expect(await ofCues(cue(3, 4, 'two'), cue(1, 5, 'one'), cue(3, 3, 'three'))).toBe('one two three\n')
  })
})

describe('readSubRip', () => {
  it('reads what editing programs write', async () => {
    const file =
      '\ufeff1\r\n00:00:01,000 --> 00:00:02,000  X1:10 X2:20 Y1:30 Y2:40\r\n{\\an8}<font color="#fff">Good</font> day,\r\n<i>everybody</i>.\\NSo.\r\n\r\n' +
      '2\r\n00:00:02,000 --> 00:00:03,000\r\nQ&A &amp; more\r\n'
    expect(await textOf(readSubRip, file)).toBe('Good day, everybody. So. Q&A & more\n')
    expect(await timesOf(readSubRip, file)).toHaveLength(2)
  })

  it('does without numbers, empty lines and leading zeros', async () => {
    expect(await timesOf(readSubRip, '0:0:1.5 --> 0:0:2\none\n1945\n\n0:0:2,0 -> 0:0:3,0\ntwo')).toEqual([
      '1500-2000 one 1945',
      '2000-3000 two',
    ])
    const tight =
      '1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:02,000 --> 00:00:03,000\n42\n3\n00:00:03,000 --> 00:00:04,000\nthree'
    expect(await textOf(readSubRip, tight)).toBe('one 42 three\n')
    expect(await textOf(readSubRip, tight.replaceAll('\n', '\n\n'))).toBe('one 42 three\n')
  })

  it('keeps the text of a file that holds no cues', async () => {
    expect(await read(readSubRip, 'Just text.\nMore.')).toMatchObject({
      text: 'Just text.\nMore.\n',
      structure: { lines: 'unknown', times: [] },
    })
  })

  it('reads Chinese in GBK', async () => {
    // 记者：桥什么时候通车？ and 陈树：下个月通车。
    const question = '\xbc\xc7\xd5\xdf\xa3\xba\xc7\xc5\xca\xb2\xc3\xb4\xca\xb1\xba\xf2\xcd\xa8\xb3\xb5\xa3\xbf'
    const answer = '\xb3\xc2\xca\xf7\xa3\xba\xcf\xc2\xb8\xf6\xd4\xc2\xcd\xa8\xb3\xb5\xa1\xa3'
    const file = `1\n00:00:01,000 --> 00:00:02,000\n${question}\n\n2\n00:00:02,000 --> 00:00:03,000\n${answer}\n`
    const bytes = Buffer.from(file, 'latin1')
    const expected = '记者：桥什么时候通车？\n\n陈树：下个月通车。\n'
    expect(await read(readSubRip, bytes)).toMatchObject({ text: expected, undecodable: 0 })
    expect(await read(readSubRip, bytes, 'gbk')).toMatchObject({ text: expected, certainty: 'certain' })
    expect(() => readSubRip(bytes, { fileName: 'x', encoding: 'klingon' })).toThrow(RangeError)
  })
})

describe('readSbv', () => {
  it('reads times with a comma between them', async () => {
    const file = '0:00:01.000,0:00:04.000\nGood day,\neverybody.\n\n0:00:04.000,0:00:05.500\n>> 1,2 and 3.\n'
    expect(await timesOf(readSbv, file)).toEqual(['1000-4000 Good day, everybody.', '4000-5500 >> 1,2 and 3.'])
  })
})

describe('laws', () => {
  it('any captions import or fail with a value, and each time stands on text', async () => {
    const line = fc.constantFrom(
      'WEBVTT',
      'NOTE x',
      'STYLE',
      '',
      ' ',
      '1',
      '2',
      '00:01.000 --> 00:02.000',
      '00:00:01,5 --> 00:00:01',
      '-->',
      '<v A>b',
      '<v A',
      'a &amp b',
      '- c',
      '>> D: e',
      '\0',
      '0:00:01.0,0:00:02.0',
      '{\\an8}f',
      '<00:01.000><c>g</c>',
      'g h',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom(readWebVtt, readSubRip, readSbv),
        async (lines, importer) => {
          const extraction = await importer(Buffer.from(lines.join('\n')), { fileName: 'x', encoding: null })
          if (extraction.kind === 'failed') {
            expect(extraction.reason).toBe('empty')
            return
          }
          for (const { span, from, to } of extraction.structure.times) {
            expect(extraction.text.slice(span.start, span.end)).toMatch(/\S/u)
            expect(from).toBeLessThanOrEqual(to)
          }
          expect(extraction.text).not.toContain('\n\n\n')
        },
      ),
    )
  })
})

const samples = new URL('../../../shared/samples/captions/', import.meta.url)
const isHere = existsSync(samples)
const READERS: Readonly<Record<string, Importer>> = { vtt: readWebVtt, srt: readSubRip, sbv: readSbv }

describe.skipIf(!isHere)(`real captions${isHere ? '' : ' (skipped: no samples)'}`, () => {
  const all = isHere
    ? readdirSync(samples, { recursive: true })
        .map(String)
        .filter((name) => /\.(?:vtt|srt|sbv)$/u.test(name))
    : []

  it('all import, or say that they hold no text', async () => {
    const empty: string[] = []
    for (const name of all) {
      const importer = READERS[name.slice(-3)] ?? readWebVtt
      const extraction = await importer(readFileSync(new URL(name, samples)), { fileName: name, encoding: null })
      if (extraction.kind === 'failed') empty.push(name)
      else expect(extraction.text, name).not.toMatch(/-->\s*\d|^NOTE|^STYLE|^REGION|\0/mu)
    }
    expect(empty.filter((name) => !/signature-|timings-eof/u.test(name))).toEqual([])
    expect(all.length - empty.length).toBeGreaterThan(40)
  })

  // Counted by hand: speaker changes in the interview, which both files hold.
  it.each([
    ['made_dw_en_interview.vtt', /^<v (?:Interviewer|Audrey Tang)>/gmu],
    ['made_dw_en_interview.srt', /^(?:Interviewer|Audrey Tang):/gmu],
  ])('%s names a speaker once a turn', async (name, label) => {
    const importer = READERS[name.slice(-3)] ?? readWebVtt
    const { text, structure } = await read(importer, readFileSync(new URL(name, samples)))
    expect(text.match(label)).toHaveLength(13)
    expect(structure.times).toHaveLength(35)
  })
})
