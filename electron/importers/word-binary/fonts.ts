import {
  type CodePage,
  codePageOfCharset,
  codePageOfLanguage,
} from '#electron/importers/encodings/windows-code-pages.ts'
import { type ByteRange, bytesAt, u8 } from './bytes.ts'
import type { WordHeader } from './header.ts'

const MACINTOSH = 256
const ANSI_CHARSET = 0
const CHARSET_OFFSET = 4

/** The code pages of text that has one byte a character: of Word 97 always 1252, before that by language and font. */
export class WordFonts {
  readonly #fileCodePage: CodePage
  readonly #charsets: readonly number[]

  /** `table` holds the list of fonts of Word 6 and 95; fonts of later versions say nothing of the text. */
  constructor(header: WordHeader, table: Uint8Array) {
    const { generation, charset, language } = header
    if (generation === 'word-97') {
      this.#fileCodePage = 'windows-1252'
      this.#charsets = []
      return
    }
    const ofCharset = charset === MACINTOSH ? 'macintosh' : charset > 1 ? codePageOfCharset(charset) : null
    this.#fileCodePage = ofCharset ?? codePageOfLanguage(language)
    this.#charsets = generation === 'word-6' ? charsetsOf(table, header.fonts) : []
  }

  /** The code page of text in a font, by the font's index; of the whole file for `null`. */
  codePageOf(font: number | null): CodePage {
    const charset = font === null ? undefined : this.#charsets[font]
    const ofFont = charset === undefined ? null : codePageOfCharset(charset)
    if (ofFont === null || this.#fileCodePage === 'macintosh') return this.#fileCodePage
    // Charset 0 means 1252, unless the writer put it on all fonts of a language that has another code page.
    if (charset === ANSI_CHARSET && !this.#hasFontOfFile()) return this.#fileCodePage
    return ofFont
  }

  #hasFontOfFile(): boolean {
    return this.#charsets.some((charset) => codePageOfCharset(charset) === this.#fileCodePage)
  }
}

/** Charsets of the fonts in the list of Word 6 and 95: each entry begins with the number of bytes that follow. */
function charsetsOf(table: Uint8Array, range: ByteRange): readonly number[] {
  const list = bytesAt(table, range)
  const charsets: number[] = []
  if (list === null) return charsets
  for (let at = 2; at < list.length && charsets.length < 1000; at += u8(list, at) + 1)
    charsets.push(u8(list, at + CHARSET_OFFSET))
  return charsets
}
