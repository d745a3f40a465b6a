import type { DecodedBytes } from '#electron/importers/encodings/decoding.ts'
import { type CodePage, decodeCodePage } from '#electron/importers/encodings/windows-code-pages.ts'
import {
  BOLD,
  ITALIC,
  type ParagraphKind,
  type ParagraphWriter,
  UNDERLINE,
} from '#electron/importers/xml/paragraph-writer.ts'
import { u8, u16 } from './bytes.ts'
import type { WordFonts } from './fonts.ts'
import type { WordGeneration, WordPart } from './header.ts'
import type { WordPiece } from './pieces.ts'
import type { WordRuns } from './runs.ts'
import { type CharacterFormat, characterFormat, type ParagraphFormat, PLAIN_CHARACTERS } from './sprms.ts'
import { toggled, type WordStyles } from './styles.ts'

/** All that is needed to read a Word file's text. */
export interface WordParts {
  readonly generation: WordGeneration
  readonly stream: Uint8Array
  readonly pieces: readonly WordPiece[]
  readonly characters: WordRuns<CharacterFormat>
  readonly paragraphs: WordRuns<ParagraphFormat>
  readonly styles: WordStyles
  readonly fonts: WordFonts
}

const FIELD_BEGIN = 0x13
const FIELD_RESULT = 0x14
const FIELD_END = 0x15
const CELL_END = 0x07
const SYMBOL = 0x28
const PARAGRAPH_END = 0x0d
const WIDE = 'utf-16le'
/** Characters that break text up: all control characters, with the tab among them. */
const CONTROL = /\p{Cc}/u

/** Reads parts of a Word file's text, in the order in which they are asked for, and writes them as paragraphs. */
export class WordText {
  readonly #parts: WordParts
  readonly #writer: ParagraphWriter
  readonly #pieceFormats = new Map<Uint8Array, CharacterFormat>()
  readonly #counts = new Map<CodePage, number>()
  #undecodable = 0
  /** For each field that is open: whether its result has begun, of which alone the text is read. */
  #fields: boolean[] = []
  #codes = 0
  /** Fields without an end, by their number among all that begin in a part. */
  #endless: ReadonlySet<number> = new Set()
  #begun = 0
  #previous = 0
  #part: WordPart['part'] = 'text'

  constructor(parts: WordParts, writer: ParagraphWriter) {
    this.#parts = parts
    this.#writer = writer
  }

  get undecodable(): number {
    return this.#undecodable
  }

  /** How the file holds most of its text. */
  get encoding(): string {
    return [...this.#counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'windows-1252'
  }

  /** Writes the characters from `from` to `to`, which are those of one part of the file. */
  write(from: number, to: number, part: WordPart['part']): void {
    const pieces = this.#parts.pieces.filter((piece) => piece.from < to && piece.to > from)
    const cut = pieces.map((piece) => cutPiece(piece, from, to))
    this.#endless = this.#endlessFields(cut)
    this.#fields = []
    this.#codes = 0
    this.#begun = 0
    this.#previous = 0
    this.#part = part
    for (const piece of cut) this.#writePiece(piece)
    this.#writer.endLineIfAny({ note: part === 'notes' })
  }

  /** A field whose end is missing would hide the rest of the text: it is not taken for one. */
  #endlessFields(pieces: readonly WordPiece[]): ReadonlySet<number> {
    const { stream } = this.#parts
    const open: number[] = []
    let begun = 0
    for (const { place, from, to, width } of pieces) {
      const end = place + (to - from) * width
      for (let at = place; at < end; at += width) {
        const unit = width === 2 ? u16(stream, at) : u8(stream, at)
        if (unit === FIELD_BEGIN) open.push(begun++)
        else if (unit === FIELD_END) open.pop()
      }
    }
    return new Set(open)
  }

  #writePiece(piece: WordPiece): void {
    const { characters, paragraphs } = this.#parts
    const end = piece.place + (piece.to - piece.from) * piece.width
    let ofCharacters = characters.indexAt(piece.place)
    let ofParagraphs = paragraphs.indexAt(piece.place)
    for (let at = piece.place; at < end; ) {
      while (characters.at(ofCharacters, at).end <= at) ofCharacters++
      while (paragraphs.at(ofParagraphs, at).end <= at) ofParagraphs++
      const run = characters.at(ofCharacters, at)
      const paragraph = paragraphs.at(ofParagraphs, at)
      const nearest = Math.min(end, run.end, paragraph.end)
      const stop = Math.min(end, at + Math.max(1, Math.ceil((nearest - at) / piece.width)) * piece.width)
      const format = this.#changed(run.format ?? PLAIN_CHARACTERS, piece.changes)
      if (!format.isDeleted) this.#writeRun(at, stop, piece.width, format, paragraph.format)
      at = stop
    }
  }

  #changed(format: CharacterFormat, changes: Uint8Array): CharacterFormat {
    if (changes.length === 0) return format
    let changed = this.#pieceFormats.get(changes)
    if (changed === undefined) {
      changed = characterFormat(changes, this.#parts.generation)
      this.#pieceFormats.set(changes, changed)
    }
    return {
      ...format,
      bold: changed.bold ?? format.bold,
      italic: changed.italic ?? format.italic,
      isUnderlined: changed.isUnderlined ?? format.isUnderlined,
      isDeleted: changed.isDeleted || format.isDeleted,
    }
  }

  #writeRun(from: number, to: number, width: 1 | 2, format: CharacterFormat, paragraph: ParagraphFormat | null): void {
    const style = this.#parts.styles.style(paragraph?.style ?? 0)
    const own = format.style === null ? PLAIN_CHARACTERS : this.#parts.styles.style(format.style).characters
    const bold = toggled(format.bold, own.bold ?? style.characters.bold)
    const italic = toggled(format.italic, own.italic ?? style.characters.italic)
    const isUnderlined = format.isUnderlined ?? own.isUnderlined ?? style.characters.isUnderlined
    const look = (bold === 1 ? BOLD : 0) | (italic === 1 ? ITALIC : 0) | (isUnderlined === true ? UNDERLINE : 0)
    const font = format.font ?? own.font ?? style.characters.font
    const kind: ParagraphKind = {
      heading: this.#part === 'text' && isHeading(paragraph, style.isHeading),
      listItem: paragraph?.isListItem ?? style.isListItem,
      inTable: paragraph?.isInTable ?? false,
      note: this.#part === 'notes',
    }
    const text = this.#decode(from, to, width, font)
    if (!CONTROL.test(text) && !format.isSpecial) this.#writeCharacters(text, look)
    else {
      for (const character of text) this.#writeCharacter(character, look, format, paragraph, kind)
    }
  }

  #decode(from: number, to: number, width: 1 | 2, font: number | null): string {
    const codePage = width === 2 ? WIDE : this.#parts.fonts.codePageOf(font)
    const bytes = this.#parts.stream.subarray(from, to)
    const { text, undecodable } = width === 2 ? decodeWide(bytes) : decodeCodePage(bytes, codePage)
    this.#counts.set(codePage, (this.#counts.get(codePage) ?? 0) + text.length)
    this.#undecodable += undecodable
    return text
  }

  #writeCharacters(text: string, look: number): void {
    if (this.#codes > 0) return
    this.#writer.write(text, look)
    this.#previous = text.charCodeAt(text.length - 1)
  }

  /** [MS-DOC] 2.4.1 and 2.9.320 list the characters that stand for something else. */
  #writeCharacter(
    character: string,
    look: number,
    format: CharacterFormat,
    paragraph: ParagraphFormat | null,
    kind: ParagraphKind,
  ): void {
    const code = character.charCodeAt(0)
    if (code >= FIELD_BEGIN && code <= FIELD_END) this.#turnField(code)
    else if (this.#codes > 0) return
    else if (code === PARAGRAPH_END) this.#endParagraph(paragraph, kind)
    else if (code === CELL_END) {
      if (paragraph?.isRowEnd ?? this.#previous === CELL_END) this.#writer.endRow()
      else this.#writer.endCell()
    } else if (code === 0x0b) this.#writer.breakLine()
    else if (code === 0x0c || code === 0x0e) this.#writer.endLineIfAny(kind)
    else if (code === 0x1e) this.#writer.write('\u2011', look)
    else if (code === 0x1f) this.#writer.write('\u00ad', look)
    else if (code === SYMBOL && format.isSpecial && format.symbol !== null) this.#writeSymbol(format.symbol, look)
    else if (code === 0x09 || code >= 0x20) this.#writer.write(character, look)
    this.#previous = code
  }

  #endParagraph(paragraph: ParagraphFormat | null, kind: ParagraphKind): void {
    if (paragraph?.isInnerRowEnd === true) this.#writer.endRow()
    else if (paragraph?.isInnerCell === true) this.#writer.endCell()
    // Notes and text boxes end with empty paragraphs that nobody sees.
    else if (this.#part !== 'text') this.#writer.endLineIfAny(kind)
    else this.#writer.endParagraph(kind)
  }

  #writeSymbol(code: number, look: number): void {
    if (code >= 0x20 && (code < 0xd800 || code > 0xdfff))
      this.#writer.write(code === 0xf0b7 ? '•' : String.fromCharCode(code), look)
  }

  #turnField(code: number): void {
    if (code === FIELD_BEGIN) {
      if (this.#endless.has(this.#begun++)) return
      this.#fields.push(false)
      this.#codes++
      return
    }
    const hasResult = this.#fields.pop()
    if (hasResult === undefined) return
    if (!hasResult) this.#codes--
    if (code === FIELD_RESULT) this.#fields.push(true)
  }
}

/** A mark within the text is no byte-order mark. */
const wideDecoder = new TextDecoder(WIDE, { ignoreBOM: true })

function decodeWide(bytes: Uint8Array): DecodedBytes {
  const text = wideDecoder.decode(bytes)
  let undecodable = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) {
    if (u16(bytes, at * 2) !== 0xfffd) undecodable++
  }
  return { text, undecodable }
}

function isHeading(paragraph: ParagraphFormat | null, isOfStyle: boolean): boolean {
  const outline = paragraph?.outline ?? null
  return outline === null ? isOfStyle : outline < 9
}

function cutPiece(piece: WordPiece, from: number, to: number): WordPiece {
  const start = Math.max(piece.from, from)
  return { ...piece, from: start, to: Math.min(piece.to, to), place: piece.place + (start - piece.from) * piece.width }
}
