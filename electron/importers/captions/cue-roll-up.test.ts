import { describe, expect, it } from 'vitest'
import { readSubRip, readWebVtt } from '#electron/importers/captions.ts'
import type { Importer } from '#electron/importers/extraction.ts'

async function read(importer: Importer, file: string): Promise<{ text: string; times: readonly string[] }> {
  const extraction = await importer(Buffer.from(file), { fileName: 'x', encoding: null })
  if (extraction.kind === 'failed') throw new Error(extraction.reason)
  const { text, structure } = extraction
  return {
    text,
    times: structure.times.map(({ span, from, to }) => `${from}-${to} ${text.slice(span.start, span.end)}`),
  }
}

/** As a well-known platform writes captions that it made itself: times of words, and a still of ten milliseconds. */
const AUTOMATIC = [
  'WEBVTT\nKind: captions\nLanguage: en\n',
  '00:00:00.080 --> 00:00:02.389 align:start position:0%\n \nhello<00:00:00.320><c> and</c><00:00:00.480><c> welcome</c>\n',
  '00:00:02.389 --> 00:00:02.399 align:start position:0%\nhello and welcome\n \n',
  '00:00:02.399 --> 00:00:04.550 align:start position:0%\nhello and welcome\nto<00:00:02.560><c> the</c><00:00:02.720><c> hall</c>\n',
  '00:00:04.550 --> 00:00:04.560 align:start position:0%\nto the hall\n \n',
  '00:00:04.560 --> 00:00:06.000 align:start position:0%\nto the hall\nto<00:00:05.000><c> the</c><00:00:05.500><c> hall</c>\n',
].join('\n')

describe('captions that roll up', () => {
  it('have each line once, with the time at which it was said', async () => {
    expect(await read(readWebVtt, AUTOMATIC)).toEqual({
      text: 'hello and welcome to the hall to the hall\n',
      times: ['80-2389 hello and welcome', '2399-4550 to the hall', '4560-6000 to the hall'],
    })
  })

  it('may show several lines, and grow by words', async () => {
    const cue = (from: number, ...lines: string[]): string =>
      `00:00:0${from},000 --> 00:00:0${from + 1},000\n${lines.join('\n')}\n`
    const window = [cue(1, 'ONE', 'TWO'), cue(2, 'TWO', 'THREE'), cue(3, 'ONE', 'TWO'), cue(4, 'TWO', 'FOUR')]
    expect((await read(readSubRip, window.join('\n'))).text).toBe('ONE TWO THREE ONE TWO FOUR\n')
    const growing = [cue(1, 'GOOD'), cue(2, 'GOOD DAY'), cue(3, 'GOOD DAY', 'AND'), cue(4, 'GOOD DAY', 'AND SO')]
    expect(await read(readSubRip, growing.join('\n'))).toEqual({
      text: 'GOOD DAY AND SO\n',
      times: ['1000-3000 GOOD DAY', '3000-5000 AND SO'],
    })
  })

  it('are told from people who repeat themselves', async () => {
    const file = [
      '1\n00:00:01,000 --> 00:00:02,000\nYes.\n',
      '2\n00:00:02,000 --> 00:00:03,000\nYes.\n',
      '3\n00:00:03,000 --> 00:00:04,000\nYes.\n',
      '4\n00:00:04,000 --> 00:00:05,000\nSo it is.\n',
    ].join('\n')
    expect((await read(readSubRip, file)).text).toBe('Yes. Yes. Yes. So it is.\n')
  })
})
