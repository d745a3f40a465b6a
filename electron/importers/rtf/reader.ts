import { type CodePage, decodeCodePage, isDoubleByte } from '#electron/importers/encodings/windows-code-pages.ts'
import { SourceTextBuilder } from '#electron/importers/source-text-builder.ts'
import { type ParagraphKind, ParagraphWriter } from '#electron/importers/xml/paragraph-writer.ts'
import { RtfFonts } from './fonts.ts'
import { changedState } from './properties.ts'
import { changed, FIRST_STATE, lookOf, type RtfState } from './state.ts'
import { RtfStyles } from './styles.ts'
import { RtfText } from './text.ts'
import { RtfTokens } from './tokens.ts'
import {
  CHARACTERS,
  HEADS,
  KNOWN_BEHIND_STAR,
  NOTES,
  SKIPPED,
  SYMBOLS,
  TEXT_BOXES,
  WRAPPED,
  WRAPPERS,
} from './words.ts'

/** No program nests groups that deep. */
const MOST_DEPTH = 500_000
/** Notes and text boxes that are put behind the text; any more stay where they are. */
const MOST_ASIDES = 100_000

/** The rest of a group without anything to be seen: no bullet, no Unicode character, no byte, no text. */
const BLANK_MARK = /^(?:\\(?!u-?\d|bullet|e[mn]dash)[a-z]+-?\d*|\s)*\}/u

/** Text that is read where the body has ended: a note, a comment or a text box. */
interface Aside {
  readonly position: number
  readonly state: RtfState
  readonly kind: 'note' | 'box' | 'head'
}

/** What is known of a file's text once it is read. */
export interface RtfReport {
  /** Groups were nested deeper than any program does; what follows was not read. */
  readonly isTooDeep: boolean
  readonly undecodable: number
  /** In which most text beyond ASCII was written, or `null` if all of it was Unicode or ASCII. */
  readonly codePage: CodePage | null
  /** Some of the bytes that were read in it. */
  readonly sample: Uint8Array
  /** Headers and footers, each once, in the order of the file. */
  readonly heads: readonly SourceTextBuilder[]
}

/** Follows an RTF file token by token and writes what a reader of the file would read. */
export class RtfReader {
  readonly #bytes: Uint8Array
  #text: RtfText
  readonly #tokens: RtfTokens
  readonly #fonts: RtfFonts
  readonly #styles = new RtfStyles()
  readonly #stack: RtfState[] = []
  readonly #asides: Aside[] = []
  /** How bytes that stand as they are, against the standard, are to be read: as UTF-8, as those of the font, or there are none. */
  readonly #raw: 'none' | 'utf-8' | 'font'
  #state = FIRST_STATE
  #aside: Aside | null = null
  #isStarred = false
  #isListItem = false
  /** Depth at which the style sheet's styles stand. */
  #styleDepth = -1
  /** Characters still to be skipped, which stand for a Unicode character that has been read. */
  #skip = 0
  #unicode = ''
  /** The last skipped byte, if it was written in hexadecimal digits. */
  #skippedByte: number | null = null
  /** Where the last paragraph or table of the file ends. */
  readonly #lastBreak: number

  constructor(
    bytes: Uint8Array,
    writer: ParagraphWriter,
    raw: 'none' | 'utf-8' | 'font',
    instead: ReadonlyMap<CodePage, CodePage> = new Map(),
  ) {
    this.#bytes = bytes
    this.#fonts = new RtfFonts(instead)
    this.#text = new RtfText(writer)
    this.#tokens = new RtfTokens(bytes)
    this.#raw = raw
    this.#lastBreak = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('\\par')
  }

  read(): RtfReport {
    let isWhole = this.#follow()
    const body = this.#text
    const heads: SourceTextBuilder[] = []
    for (const aside of this.#asides) {
      if (!isWhole) break
      if (aside.kind !== 'head') isWhole = this.#followAside(aside)
    }
    let { undecodable } = body
    for (const aside of this.#asides) {
      if (!isWhole) break
      if (aside.kind !== 'head') continue
      const head = new SourceTextBuilder()
      this.#text = new RtfText(new ParagraphWriter(head))
      isWhole = this.#followAside(aside)
      undecodable += this.#text.undecodable
      heads.push(head)
    }
    const { codePage } = body
    const sample = codePage === null ? new Uint8Array() : body.sampleOf(codePage)
    return { isTooDeep: !isWhole, undecodable, codePage, sample, heads }
  }

  #followAside(aside: Aside): boolean {
    this.#aside = aside
    this.#tokens.position = aside.position
    this.#stack.length = 0
    this.#enter(aside.state)
    return this.#follow()
  }

  /** Reads until the file's or aside's group ends. Answers `false` if groups are nested too deep. */
  #follow(): boolean {
    const tokens = this.#tokens
    while (tokens.next()) {
      if (tokens.kind === 'word') this.#readWord(tokens.word, tokens.value)
      else if (tokens.kind === 'text') this.#readText(tokens.start, tokens.end)
      else if (tokens.kind === 'hex') this.#readHex(tokens.code)
      else if (tokens.kind === 'symbol') this.#readSymbol(tokens.code)
      else if (tokens.kind === 'open') {
        if (this.#stack.length === MOST_DEPTH) return false
        this.#open()
      } else if (this.#aside !== null && this.#stack.length === 0) break
      else {
        this.#close()
        // Behind the last brace there is nothing, unless one brace too many stands somewhere.
        if (this.#stack.length === 0 && this.#aside === null && tokens.position > this.#lastBreak) break
      }
    }
    this.#text.endLineIfAny(this.#paragraphKind())
    this.#isListItem = false
    return true
  }

  #enter(state: RtfState): void {
    this.#state = state
    if (this.#raw !== 'font') return
    const codePage = this.#fonts.codePageOf(state.font)
    this.#tokens.isDoubleByte = state.destination === 'text' && codePage !== null && isDoubleByte(codePage)
  }

  #open(): void {
    this.#stack.push(this.#state)
    this.#isStarred = false
    if (this.#skip > 0) this.#skipFallbackGroup()
    if (this.#state.destination === 'styles' && this.#stack.length === this.#styleDepth) this.#styles.begin()
  }

  /** Some writers put what stands for a Unicode character in a group of its own. */
  #skipFallbackGroup(): void {
    const head = Buffer.from(this.#bytes.subarray(this.#tokens.position, this.#tokens.position + 16)).toString('latin1')
    const fallback = /^(?:\?|(?:\\'[0-9a-f]{2}){1,2})\}/iu.exec(head)
    if (fallback !== null) this.#tokens.position += fallback[0].length - 1
    this.#skip = 0
  }

  #close(): void {
    this.#skip = 0
    this.#isStarred = false
    if (this.#state.destination === 'styles' && this.#stack.length === this.#styleDepth) this.#styles.end()
    const outer = this.#stack.pop()
    // A brace too many: what was said before still holds.
    if (outer !== undefined && (this.#stack.length > 0 || this.#aside !== null)) this.#enter(outer)
  }

  #readText(from: number, to: number): void {
    const start = from + Math.min(this.#skip, to - from)
    this.#skip -= start - from
    this.#skippedByte = null
    const { destination, isDeleted, font } = this.#state
    if (destination === 'styles') {
      this.#styles.addName(Buffer.from(this.#bytes.subarray(start, Math.min(to, start + 100))).toString('latin1'))
    }
    if (destination !== 'text' || isDeleted) return
    const codePage = this.#raw === 'utf-8' ? 'utf-8' : this.#fonts.codePageOf(font)
    const look = lookOf(this.#state)
    for (let at = start; at < to; at++) this.#text.addByte(this.#bytes[at] ?? 0, codePage, look)
  }

  #readHex(byte: number): void {
    if (this.#skip > 0) {
      this.#skip--
      this.#skippedByte = byte
      return
    }
    const { destination, isDeleted, font } = this.#state
    if (destination !== 'text' || isDeleted) return
    const codePage = this.#fonts.codePageOf(font)
    if (this.#skippedByte !== null) {
      // Some writers count the two bytes of an East Asian character as one.
      const pair = Uint8Array.of(this.#skippedByte, byte)
      this.#skippedByte = null
      if (decodeCodePage(pair, codePage).text === this.#unicode) return
    }
    this.#text.addByte(byte, codePage, lookOf(this.#state))
  }

  #write(character: string): void {
    if (this.#isText()) this.#text.addCharacter(character, lookOf(this.#state))
  }

  #isText(): boolean {
    return this.#state.destination === 'text' && !this.#state.isDeleted
  }

  #readUnicode(value: number): void {
    const code = value < 0 ? value + 0x10000 : value
    this.#skip = this.#state.fallbackBytes
    this.#skippedByte = null
    this.#unicode = code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    if (code === 0x2028) this.#breakLine()
    else if (code === 0x2029) this.#endParagraph()
    // The bullet of symbol fonts, which Word keeps in the private use area.
    else if (code !== 0) this.#write(code === 0xf0b7 ? '•' : this.#unicode)
  }

  #readSymbol(code: number): void {
    const character = SYMBOLS.get(code)
    const isByte = code === 0x5c || code === 0x7b || code === 0x7d
    if (code === 0x2a) this.#isStarred = true
    else if (code === 0x0a || code === 0x0d) this.#endParagraph()
    else if (this.#skip > 0 && (character !== undefined || isByte)) this.#skip--
    else if (character !== undefined) this.#write(character)
    else if (isByte && this.#isText()) {
      this.#text.addByte(code, this.#fonts.codePageOf(this.#state.font), lookOf(this.#state))
    }
    this.#skippedByte = null
  }

  #readWord(word: string, value: number | null): void {
    const isStarred = this.#isStarred
    this.#isStarred = false
    const state = this.#state
    if (state.destination === 'skip') return
    const character = CHARACTERS.get(word)
    if (this.#skip > 0 && character !== undefined) this.#skip--
    else if (isStarred && !KNOWN_BEHIND_STAR.has(word)) this.#enter(changed(state, { destination: 'skip' }))
    else if (state.destination === 'fonts') this.#fonts.define(word, value ?? 0)
    else if (state.destination === 'styles') this.#styles.define(word, value)
    else if (character !== undefined) this.#write(character)
    else if (word === 'u') this.#readUnicode(value ?? 0)
    else if (!this.#readDestination(word) && !this.#readBreak(word)) {
      const next = changedState(state, word, value, this.#fonts, this.#styles)
      if (next !== null) this.#enter(next)
    }
    if (word !== 'u') this.#skippedByte = null
  }

  #readDestination(word: string): boolean {
    const state = this.#state
    if (SKIPPED.has(word)) this.#enter(changed(state, { destination: 'skip' }))
    else if (WRAPPERS.has(word)) this.#enter(changed(state, { destination: 'wrapper' }))
    else if (WRAPPED.has(word)) this.#enter(changed(state, { destination: 'text' }))
    else if (NOTES.has(word)) this.#setAside('note')
    else if (TEXT_BOXES.has(word)) this.#setAside('box')
    else if (HEADS.has(word)) this.#setAside('head')
    else if (word === 'fonttbl') this.#enter(changed(state, { destination: 'fonts' }))
    else if (word === 'nesttableprops') this.#enter(changed(state, { destination: 'nested-row' }))
    else if (word === 'stylesheet') {
      this.#styleDepth = this.#stack.length + 1
      this.#enter(changed(state, { destination: 'styles' }))
    } else if (word === 'listtext' || word === 'pntext') this.#startListMark()
    else return false
    return true
  }

  /** Headings that are counted without a number have a mark too, of blanks alone. */
  #startListMark(): void {
    const from = this.#tokens.position
    const head = Buffer.from(this.#bytes.subarray(from, from + 300)).toString('latin1')
    if (BLANK_MARK.test(head)) this.#enter(changed(this.#state, { destination: 'skip' }))
    else this.#isListItem = true
  }

  /** Notes and text boxes are read behind the text; those within them, where they stand. */
  #setAside(kind: Aside['kind']): void {
    if (this.#state.destination === 'text' && kind === 'box') return
    if (this.#aside !== null || this.#asides.length === MOST_ASIDES) {
      this.#enter(changed(this.#state, { destination: kind === 'head' ? 'skip' : 'text' }))
      return
    }
    const { fallbackBytes, isDeleted } = this.#state
    const state = { ...FIRST_STATE, font: this.#fonts.defaultFont, fallbackBytes, isDeleted }
    this.#asides.push({ position: this.#tokens.position, state, kind })
    this.#enter(changed(this.#state, { destination: 'skip' }))
  }

  #readBreak(word: string): boolean {
    const isFallback = this.#skip > 0 && (this.#unicode === '\u2028' || this.#unicode === '\u2029')
    if (word === 'par' || word === 'line' || word === 'lbr') {
      if (word === 'par' && !isFallback) this.#endParagraph()
      else if (!isFallback) this.#breakLine()
    } else if (word === 'page' || word === 'sect' || word === 'column') {
      if (this.#isText()) this.#text.endLineIfAny(this.#paragraphKind())
    } else if (word === 'cell' || word === 'nestcell') {
      if (this.#state.destination === 'text') this.#text.endCell()
      this.#isListItem = false
    } else if (word === 'row' || word === 'nestrow') {
      if (this.#state.destination === 'text' || this.#state.destination === 'nested-row') this.#text.endRow()
    } else return false
    this.#skip = 0
    return true
  }

  #breakLine(): void {
    if (this.#isText()) this.#text.breakLine()
  }

  #endParagraph(): void {
    if (!this.#isText()) return
    this.#text.endParagraph(this.#paragraphKind())
    this.#isListItem = false
  }

  #paragraphKind(): ParagraphKind {
    const { isHeading, isInTable } = this.#state
    return {
      heading: isHeading,
      listItem: this.#isListItem,
      inTable: isInTable,
      note: this.#aside?.kind === 'note',
    }
  }
}
