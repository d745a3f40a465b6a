import { describe, expect, it } from 'vitest'
import { MULTI_BYTE, SINGLE_BYTE } from './candidates.ts'
import { type Decoded, decode } from './decode.ts'
import { encode, partedTones } from './test-encoders.ts'
import { TALK } from './test-texts.ts'

const LENGTHS = [20, 60, 200, 2000]
const WIDE = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'iso-2022-jp', 'utf-8']
const EAST_ASIAN = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']

interface Trial {
  readonly language: string
  readonly encoding: string
  readonly bytes: number
  readonly isRight: boolean
  readonly isRightScript: boolean
  readonly decoded: Decoded
}

/** Nobody writes Greek in GB18030, though it could be done. */
function isUsual(language: string, encoding: string): boolean {
  const single = SINGLE_BYTE.find((each) => each.encoding === encoding)
  if (single !== undefined) return single.languages.some((each) => each === language)
  const isEastAsian = ['zh-Hans', 'zh-Hant', 'yue', 'ja', 'ko'].includes(language)
  if (encoding === 'iso-2022-jp') return language === 'ja'
  if (encoding === 'gb18030' || encoding === 'big5') return isEastAsian && language !== 'ja' && language !== 'ko'
  return isEastAsian || !EAST_ASIAN.includes(encoding)
}

function* pieces(text: string, encoding: string, length: number): Generator<string> {
  const characters = [...text]
  if (characters.length === 0) return
  for (let start = 0; start < characters.length; start += Math.max(7, Math.floor(length / 3))) {
    let piece = ''
    let size = 0
    for (let at = start; size < length; at++) {
      const character = characters[at % characters.length] ?? ''
      piece += character
      size += encode(character, encoding)?.length ?? 1
    }
    yield piece
    if (length === 2000) return
  }
}

function scriptOf(text: string): string {
  const counts = new Map<string, number>()
  for (const script of [
    'Latin',
    'Cyrillic',
    'Greek',
    'Hebrew',
    'Arabic',
    'Thai',
    'Han',
    'Hangul',
    'Hiragana',
    'Katakana',
  ])
    counts.set(script, text.match(new RegExp(`\\p{sc=${script}}`, 'gu'))?.length ?? 0)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

const trials: Trial[] = []
for (const [language, text] of Object.entries(TALK))
  for (const encoding of [...MULTI_BYTE, ...SINGLE_BYTE].map((each) => each.encoding).concat(WIDE.slice(2))) {
    if (encode(text, encoding) === null) continue
    if (!isUsual(language, encoding)) continue
    for (const length of LENGTHS)
      for (const piece of pieces(text, encoding, length)) {
        const bytes = encode(piece, encoding)
        if (bytes === null || bytes.every((byte) => byte < 0x80 && byte > 0x1b)) continue
        const decoded = decode(bytes)
        const wanted = encoding === 'windows-1258' ? partedTones(piece) : piece
        const isRight = decoded.text === wanted
        trials.push({
          language,
          encoding,
          bytes: length,
          isRight,
          isRightScript: scriptOf(decoded.text) === scriptOf(wanted),
          decoded,
        })
      }
  }

const share = (of: readonly Trial[], test: (trial: Trial) => boolean): number =>
  of.length === 0 ? 1 : of.filter(test).length / of.length
const percent = (value: number): string => `${(value * 100).toFixed(1)}%`

function table(): string {
  const rows = [['encoding', ...LENGTHS.map(String)].join('\t')]
  for (const encoding of new Set(trials.map((trial) => trial.encoding)))
    rows.push(
      [
        encoding.padEnd(12),
        ...LENGTHS.map((length) => {
          const some = trials.filter((trial) => trial.encoding === encoding && trial.bytes === length)
          return `${percent(share(some, (trial) => trial.isRight))} (${some.length})`
        }),
      ].join('\t'),
    )
  for (const certainty of ['certain', 'likely', 'unsure'])
    rows.push(
      [
        certainty.padEnd(12),
        ...LENGTHS.map((length) => {
          const some = trials.filter((trial) => trial.decoded.certainty === certainty && trial.bytes === length)
          return `${percent(share(some, (trial) => trial.isRight))} (${some.length})`
        }),
      ].join('\t'),
    )
  return rows.join('\n')
}

const of = (encoding: string, ...lengths: readonly number[]): readonly Trial[] =>
  trials.filter((trial) => trial.encoding === encoding && lengths.includes(trial.bytes))
const rightShare = (some: readonly Trial[]): number => share(some, (trial) => trial.isRight)

describe('the guess at an encoding', () => {
  it('is measured', () => {
    console.info(table())
    expect(trials.length).toBeGreaterThan(10_000)
  })

  it.each([...EAST_ASIAN, 'iso-2022-jp', 'utf-8', 'utf-32le', 'utf-32be'])('is right in %s', (encoding) => {
    expect(rightShare(of(encoding, 20, 60, 200, 2000))).toBe(1)
  })

  it.each(['utf-16le', 'utf-16be'])('is right in %s without a mark', (encoding) => {
    expect(rightShare(of(encoding, 200, 2000))).toBe(1)
    expect(rightShare(of(encoding, 20, 60))).toBeGreaterThan(0.99)
  })

  it.each(SINGLE_BYTE.map(({ encoding }) => encoding))('knows the writing of %s', (encoding) => {
    if (encoding !== 'macintosh') expect(rightShare(of(encoding, 200, 2000))).toBe(1)
    expect(rightShare(of(encoding, 60))).toBeGreaterThan(encoding === 'macintosh' ? 0.7 : 0.9)
    const unlike = of(encoding, 60, 200, 2000).filter((trial) => !trial.isRightScript)
    expect(unlike).toEqual([])
  })

  it('knows when it is likely right', () => {
    for (const length of LENGTHS) {
      const likely = trials.filter(({ decoded, bytes }) => decoded.certainty === 'likely' && bytes === length)
      expect(rightShare(likely)).toBeGreaterThanOrEqual(0.99)
    }
    const wrong = trials.filter((trial) => !trial.isRight)
    expect(share(wrong, ({ decoded }) => decoded.certainty === 'unsure')).toBeGreaterThan(0.97)
  })
})
