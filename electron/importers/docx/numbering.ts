import { type FailedExtraction, failed } from '#electron/importers/extraction.ts'
import { readXml, type XmlElement, type XmlHandler } from '#electron/importers/xml/reader.ts'
import { docxPrefix, levelOf } from './styles.ts'

interface Level {
  start: number
  format: string
  text: string
  suffix: string
}

interface Numbering {
  abstract: string
  /** Levels at which this list begins anew. */
  readonly starts: Map<number, number>
}

/**
 * The numbers that Word prints before the paragraphs of lists (ISO 29500-1, 17.9). They stand nowhere in the text;
 * where they hold words, as `Q1.` or `问：`, they may be all that says who speaks. Mere numbers and bullets are not given.
 */
export class DocxNumbering implements XmlHandler {
  readonly #abstract = new Map<string, Level[]>()
  readonly #lists = new Map<string, Numbering>()
  /** How far each list has counted; lists made of one pattern count on together. */
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()
  #levels: Level[] = []
  #level: Level | null = null
  #list: Numbering | null = null
  #override = 0

  open({ name, attribute }: XmlElement): boolean {
    const value = attribute('val') ?? ''
    switch (name) {
      case 'w:abstractNum':
        this.#levels = []
        this.#abstract.set(attribute('abstractNumId') ?? '', this.#levels)
        return true
      case 'w:lvl':
        // Other levels of single lists are rare, and their counts go by the pattern.
        this.#level = this.#list === null ? { start: 1, format: 'decimal', text: '', suffix: 'tab' } : null
        if (this.#level !== null) this.#levels[levelOf(attribute('ilvl'))] = this.#level
        return true
      case 'w:num':
        this.#list = { abstract: '', starts: new Map() }
        this.#lists.set(attribute('numId') ?? '', this.#list)
        return true
      case 'w:abstractNumId':
        if (this.#list !== null) this.#list.abstract = value
        return true
      case 'w:lvlOverride':
        this.#override = levelOf(attribute('ilvl'))
        return true
      case 'w:startOverride':
        this.#list?.starts.set(this.#override, countOf(value))
        return true
      default:
        if (this.#level !== null) readLevel(name, value, this.#level)
        return true
    }
  }

  close(name: string): void {
    if (name === 'w:lvl') this.#level = null
    else if (name === 'w:num') this.#list = null
  }

  text(): void {}

  /** Counts a paragraph of a list and gives what is printed before it, if that holds words; '' if not. */
  next(numId: string, level: number): string {
    const list = this.#lists.get(numId)
    const levels = list === undefined ? undefined : this.#abstract.get(list.abstract)
    const own = levels?.[level]
    if (list === undefined || levels === undefined || own === undefined) return ''
    const counts = this.#counts.get(list.abstract) ?? []
    this.#counts.set(list.abstract, counts)
    if (!this.#begun.has(numId)) {
      this.#begun.add(numId)
      for (const [at, start] of list.starts) counts[at] = start - 1
    }
    counts[level] = (counts[level] ?? own.start - 1) + 1
    counts.length = level + 1
    if (!holdsWords(own)) return ''
    const printed = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1
      const of = levels[at]
      return of === undefined ? '' : numberAs(of.format, counts[at] ?? of.start)
    })
    return printed + (own.suffix === 'nothing' ? '' : own.suffix === 'space' ? ' ' : '\t')
  }
}

/** Reads `word/numbering.xml`; a file may have none. */
export function readDocxNumbering(bytes: Uint8Array | null): DocxNumbering | FailedExtraction {
  const numbering = new DocxNumbering()
  const read = bytes === null ? null : readXml(bytes, docxPrefix, numbering)
  return read?.kind === 'failed' ? failed(read.reason, `numbering: ${read.detail}`) : numbering
}

function readLevel(name: string, value: string, level: Level): void {
  if (name === 'w:start') level.start = countOf(value)
  else if (name === 'w:numFmt') level.format = value
  else if (name === 'w:lvlText') level.text = value.slice(0, 64)
  else if (name === 'w:suff') level.suffix = value
}

function countOf(value: string): number {
  const count = Number(value)
  return Number.isInteger(count) && count >= 0 && count < 1_000_000 ? count : 1
}

/** A bullet may be a letter in a font of signs. */
function holdsWords({ format, text }: Level): boolean {
  const words = text.replace(/%[1-9]/gu, '')
  return /\p{L}/u.test(words) && (format !== 'bullet' || words.trim().length > 1)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** ISO 29500-1, 17.18.59, as far as labels need it; all others are written in digits. */
function numberAs(format: string, count: number): string {
  if (format === 'none' || format === 'bullet') return ''
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCharCode(0x61 + ((count + 25) % 26)).repeat(Math.min(9, Math.ceil(count / 26)))
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  if ((format === 'upperRoman' || format === 'lowerRoman') && count < 4000) {
    const roman = romanOf(count)
    return format === 'upperRoman' ? roman.toUpperCase() : roman
  }
  const isChinese = /^(?:chineseCounting|ideographDigital|japaneseCounting|taiwaneseCounting)/u.test(format)
  return isChinese && count > 0 && count < 100 ? chineseOf(count) : String(count)
}

function romanOf(count: number): string {
  let roman = ''
  let left = count
  for (const [value, letters] of ROMAN) {
    for (; left >= value; left -= value) roman += letters
  }
  return roman
}

function chineseOf(count: number): string {
  const digits = '〇一二三四五六七八九'
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  const front = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`
  return ones === 0 && tens > 0 ? front : front + digits.charAt(ones)
}
