import { type CodePage, codePageOf, codePageOfCharset } from '#electron/importers/encodings/windows-code-pages.ts'

interface RtfFont {
  charset: number | null
  codePage: number | null
}

const ANSI_CHARSET = 0

/** The code pages of an RTF file: the one of the whole file, and those of its fonts. */
export class RtfFonts {
  readonly #fonts = new Map<number, RtfFont>()
  readonly #known = new Map<number, CodePage | null>()
  #current: RtfFont | null = null
  #fileCodePage: CodePage | null = 'windows-1252'
  readonly #instead: ReadonlyMap<CodePage, CodePage>
  /** The font of text that names none. */
  defaultFont = 0

  /** `instead`: what text is read as that the file says is in other code pages. */
  constructor(instead: ReadonlyMap<CodePage, CodePage> = new Map()) {
    this.#instead = instead
  }

  /** The file's code page, by a code page identifier. */
  setFileCodePage(identifier: number): void {
    // 0 and 1 stand for the code page of whoever opens the file: nothing is known then.
    if (identifier > 1) this.#fileCodePage = codePageOf(identifier)
    this.#known.clear()
  }

  /** A control word within the font table. */
  define(word: string, value: number): void {
    if (word === 'f') {
      this.#current = { charset: null, codePage: null }
      this.#fonts.set(value, this.#current)
    } else if (word === 'fcharset' && this.#current !== null) this.#current.charset = value
    else if (word === 'cpg' && this.#current !== null) this.#current.codePage = value
    this.#known.clear()
  }

  /** The code page of text in a font; `null` if nothing here reads it. */
  codePageOf(font: number): CodePage | null {
    let codePage = this.#known.get(font)
    if (codePage === undefined) {
      codePage = this.#find(this.#fonts.get(font))
      if (codePage !== null) codePage = this.#instead.get(codePage) ?? codePage
      this.#known.set(font, codePage)
    }
    return codePage
  }

  #find(font: RtfFont | undefined): CodePage | null {
    if (font === undefined) return this.#fileCodePage
    if (font.codePage !== null && font.codePage > 1) return codePageOf(font.codePage)
    if (font.charset === ANSI_CHARSET) return this.#ansi()
    return (font.charset === null ? null : codePageOfCharset(font.charset)) ?? this.#fileCodePage
  }

  /**
   * Charset 0 stands for code page 1252, and so do writers use it that know charsets. Others put it
   * on every font, whatever the language: then no font has the charset of the file's code page.
   */
  #ansi(): CodePage | null {
    if (this.#fileCodePage === 'macintosh') return this.#fileCodePage
    for (const { charset } of this.#fonts.values()) {
      if (charset !== null && charset !== ANSI_CHARSET && codePageOfCharset(charset) === this.#fileCodePage)
        return 'windows-1252'
    }
    return this.#fileCodePage
  }
}
