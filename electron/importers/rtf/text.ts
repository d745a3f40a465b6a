import type { CodePage } from '#electron/importers/encodings/windows-code-pages.ts'
import type { ParagraphKind, ParagraphWriter } from '#electron/importers/xml/paragraph-writer.ts'
import { RtfByteRun } from './byte-run.ts'

/**
 * Puts together the text of an RTF file from what comes in tokens: bytes of which several make a
 * character, halves of surrogate pairs, whole characters. `look` is a set of bits as in `ParagraphWriter`.
 */
export class RtfText {
  readonly #writer: ParagraphWriter
  readonly #run = new RtfByteRun()
  /** The look of what `#run` holds. */
  #look = 0
  /** The first half of a surrogate pair, and its look. */
  #high = ''
  #highLook = 0
  #loneSurrogates = 0

  constructor(writer: ParagraphWriter) {
    this.#writer = writer
  }

  get undecodable(): number {
    return this.#run.undecodable + this.#loneSurrogates
  }

  /** The code page in which most of what is not ASCII was written, or `null`. */
  get codePage(): CodePage | null {
    return this.#run.mainCodePage()
  }

  /** Some of what was read in a code page. */
  sampleOf(codePage: CodePage): Uint8Array {
    return this.#run.sampleOf(codePage)
  }

  addByte(byte: number, codePage: CodePage | null, look: number): void {
    if (byte < 0x20 && byte !== 0x09) return
    if (look !== this.#look || this.#high !== '' || (byte >= 0x80 && !this.#run.accepts(codePage))) this.#flush()
    this.#look = look
    this.#run.add(byte, codePage)
  }

  /** Adds one UTF-16 unit or one character. */
  addCharacter(character: string, look: number): void {
    const code = character.charCodeAt(0)
    if (character.length === 1 && code >= 0xd800 && code <= 0xdbff) {
      this.#flush()
      this.#high = character
      this.#highLook = look
      return
    }
    const isLow = character.length === 1 && code >= 0xdc00 && code <= 0xdfff
    if (isLow && this.#high !== '') {
      this.#writer.write(this.#high + character, look)
      this.#high = ''
      return
    }
    this.#flush()
    if (isLow) this.#loneSurrogates++
    this.#writer.write(isLow ? '\ufffd' : character, look)
  }

  breakLine(): void {
    this.#flush()
    this.#writer.breakLine()
  }

  endParagraph(kind: ParagraphKind): void {
    this.#flush()
    this.#writer.endParagraph(kind)
  }

  /** Ends the line if anything stands on it. */
  endLineIfAny(kind: ParagraphKind): void {
    this.#flush()
    this.#writer.endLineIfAny(kind)
  }

  endCell(): void {
    this.#flush()
    this.#writer.endCell()
  }

  endRow(): void {
    this.#flush()
    this.#writer.endRow()
  }

  /** Writes what has been collected. */
  #flush(): void {
    if (this.#high !== '') {
      this.#high = ''
      this.#loneSurrogates++
      this.#writer.write('\ufffd', this.#highLook)
    }
    this.#writer.write(this.#run.take(), this.#look)
  }
}
