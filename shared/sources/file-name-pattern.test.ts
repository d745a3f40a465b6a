import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchPattern, readPattern } from './file-name-pattern.ts'

function match(pattern: string, fileName: string): Record<string, string> | null {
  const read = readPattern(pattern)
  if (read.kind === 'fault') throw new Error(read.fault)
  const values = matchPattern(read.parts, fileName)
  return values === null ? null : Object.fromEntries(values)
}

describe('file name patterns', () => {
  it.each([
    ['{date}_{outlet}', '2026-03-04_河谷报.txt', { date: '2026-03-04', outlet: '河谷报' }],
    ['{date} {place} *', '20260304 江城 final version.docx', { date: '20260304', place: '江城' }],
    ['talk-{n}', 'talk-12.srt', { n: '12' }],
    ['{date}（{place}）', '2026年3月（北京）.pdf', { date: '2026年3月', place: '北京' }],
    ['*_{who}_*', 'a_b_c_d.txt', { who: 'b' }],
    ['{a}-{b}', 'x-y-z.txt', { a: 'x', b: 'y-z' }],
    ['{a}.v{b}', 'one.v2.txt', { a: 'one', b: '2' }],
    ['{date}_{outlet}.txt', '2026-03-04_河谷报.txt', { date: '2026-03-04', outlet: '河谷报' }],
    ['{date}_{outlet}.*', '2026-03-04_河谷报.docx', { date: '2026-03-04', outlet: '河谷报' }],
    ['{a}.txt', 'one.two.txt', { a: 'one.two' }],
    ['{a}.2', 'talk.2.txt', { a: 'talk' }],
  ])('%s reads %s', (pattern, fileName, values) => {
    expect(match(pattern, fileName)).toEqual(values)
  })

  it.each([
    ['{date}_{outlet}', 'nothing.txt'],
    ['{a}-{b}', '-b.txt'],
    ['{a}-', 'x-y.txt'],
    ['talk-{n}', 'speech-1.txt'],
    ['{date}_{outlet}.txt', '2026_valley.docx'],
  ])('%s does not fit %s', (pattern, fileName) => {
    expect(match(pattern, fileName)).toBeNull()
  })

  it.each([
    ['no braces', 'no-variables'],
    ['*', 'no-variables'],
    ['{a', 'unclosed'],
    ['a}', 'unclosed'],
    ['{}_x', 'nameless'],
    ['{a}_{a}', 'twice'],
    ['{date}_{Date}', 'twice'],
    ['{a}{b}', 'adjacent'],
    ['{a}*', 'adjacent'],
  ])('%s is no pattern: %s', (pattern, fault) => {
    expect(readPattern(pattern)).toEqual({ kind: 'fault', fault })
  })

  it('finds the values that a name was made of', () => {
    const value = fc.stringMatching(/^[a-z0-9\u4e00-\u4e20]{1,8}$/u)
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
        const pattern = values.map((_, index) => `{v${index}}`).join('_')
        expect(Object.values(match(pattern, `${values.join('_')}.txt`) ?? {})).toEqual(values)
      }),
    )
  })
})
