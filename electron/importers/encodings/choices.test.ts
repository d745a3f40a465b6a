import { describe, expect, it } from 'vitest'
import { encodingChoices } from './choices.ts'
import { decode, decodeWith } from './decode.ts'
import { encode } from './test-encoders.ts'
import { TALK } from './test-texts.ts'

const bytesOf = (language: string, encoding: string): Uint8Array =>
  encode(TALK[language] ?? '', encoding) ?? new Uint8Array()

describe('encodingChoices', () => {
  it.each([
    ['zh-Hans', 'gb18030'],
    ['zh-Hant', 'big5'],
    ['ja', 'shift_jis'],
    ['ja', 'iso-2022-jp'],
    ['ko', 'euc-kr'],
    ['ru', 'koi8-r'],
    ['fr', 'windows-1252'],
    ['fr', 'utf-8'],
    ['zh-Hans', 'utf-16be'],
    ['ru', 'utf-32le'],
  ])('offers %s in %s what decode takes, and others', (language, encoding) => {
    const bytes = bytesOf(language, encoding)
    const choices = encodingChoices(bytes)
    expect(choices[0]?.encoding).toBe(decode(bytes).encoding)
    const lines = (TALK[language] ?? '').split('\n')
    expect(lines).toContain(choices[0]?.firstLines.split('\n')[0])
    expect(choices.length).toBeGreaterThanOrEqual(6)
    const names = choices.map((choice) => choice.encoding)
    expect(names).toEqual(expect.arrayContaining(['utf-8', 'gb18030']))
    expect(new Set(names).size).toBe(names.length)
    for (const choice of choices) {
      expect(decodeWith(bytes, choice.encoding)?.encoding).toBe(choice.encoding)
      expect(choice.firstLines.length).toBeLessThanOrEqual(400)
      expect(choice.score).toBeGreaterThanOrEqual(0)
      expect(choice.score).toBeLessThanOrEqual(choices[0]?.score ?? 0)
    }
  })

  it('shows lines that tell: those that hold characters beyond ASCII', () => {
    const head = new TextEncoder().encode('Minutes\r\n\r\nNothing else.\r\n'.repeat(5000))
    const bytes = Uint8Array.from([...head, ...bytesOf('zh-Hans', 'gb18030'), ...head])
    const [first] = encodingChoices(bytes)
    expect(first?.encoding).toBe('gb18030')
    expect(first?.firstLines.split('\n')).toEqual((TALK['zh-Hans'] ?? '').trim().split('\n'))
  })

  it('shows the first lines of plain ASCII', () => {
    const [first] = encodingChoices(new TextEncoder().encode('a\r\n\r\nb\rc\n'))
    expect(first).toMatchObject({ encoding: 'utf-8', firstLines: 'a\nb\nc', undecodable: 0, score: 1 })
  })

  it('counts what cannot be decoded through the whole file', () => {
    const text = (TALK['zh-Hans'] ?? '').repeat(100)
    const bytes = Uint8Array.from([...(encode(text, 'gb18030') ?? []), 0xff])
    expect(encodingChoices(bytes)[0]).toMatchObject({ encoding: 'gb18030', undecodable: 1 })
  })

  it('takes bytes that are no text, and none at all', () => {
    expect(encodingChoices(new Uint8Array()).length).toBeGreaterThan(0)
    expect(encodingChoices(Uint8Array.from({ length: 5000 }, (_, at) => (at * 97) % 256)).length).toBeGreaterThan(0)
  })
})
