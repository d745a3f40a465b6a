import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Phrase, Printer } from './printer.ts'

function printed(print: (printer: Printer) => void): string {
  const printer = new Printer()
  print(printer)
  return new TextDecoder().decode(printer.lend())
}

describe('Printer', () => {
  it('prints whole numbers as JavaScript does', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(printed((printer) => printer.addNumber(number))).toBe(String(number))
      }),
    )
    const edges = [0, 9, 10, 99, 100, 2 ** 31 - 1]
    expect(edges.map((number) => printed((printer) => printer.addNumber(number)))).toEqual(edges.map(String))
  })

  it('writes parts of a text as JSON does', () => {
    const units = [
      'a',
      '"',
      '\\',
      '\n',
      '\0',
      '\u007f',
      '\u0080',
      'é',
      '\u07ff',
      '\u0800',
      '\u2028',
      '你',
      '\uffff',
      '😀',
      '\ud800',
    ]
    const texts = fc.array(fc.constantFrom(...units), { maxLength: 20 }).map((list) => list.join(''))
    fc.assert(
      fc.property(texts, texts, fc.nat(20), (before, words, times) => {
        const part = words.repeat(times)
        const text = before + part + words
        const print = (printer: Printer): void => printer.addQuoted(text, before.length, before.length + part.length)
        expect(printed(print)).toBe(JSON.stringify(part).slice(1, -1))
        const joined = new Printer()
        const both = (printer: Printer): void => {
          printer.addQuotedWith(joined, text, before.length, before.length + part.length)
        }
        expect(printed(both)).toBe(printed(print))
        const lines = JSON.parse(`"${new TextDecoder().decode(joined.lend())}"`)
        expect(lines).toBe(part.replaceAll('\n', ''))
      }),
    )
  })

  it('prints phrases of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        expect(
          printed((printer) => {
            for (const text of texts) printer.addPhrase(new Phrase(text))
          }),
        ).toBe(texts.join(''))
      }),
    )
  })

  it('makes room for whatever is added, and begins anew behind each part', () => {
    const printer = new Printer()
    const long = '你'.repeat(100_000)
    printer.addText(long)
    expect(printer.isFull).toBe(true)
    const { bytes, length } = new Phrase(long)
    printer.addBytes(bytes, 0, length)
    expect(new TextDecoder().decode(printer.lend())).toBe(long + long)
    expect(printer.length).toBe(0)
    printer.addText('a')
    expect([...printer.lend()]).toEqual([0x61])
  })

  it('copies what was printed before, from anywhere to anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const first = new Printer()
        const places = texts.map((text) => {
          const from = first.length
          first.addText(text)
          return [from, first.length] as const
        })
        const { bytes } = first.give()
        const again = printed((printer) => {
          for (const [from, to] of places.toReversed()) printer.addBytes(bytes, from, to)
        })
        expect(again).toBe(texts.toReversed().join(''))
        expect(first.length).toBe(0)
      }),
    )
  })
})
