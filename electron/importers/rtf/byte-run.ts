import { type CodePage, decodeCodePage } from '#electron/importers/encodings/windows-code-pages.ts'

/**
 * Bytes that are to be read together, since characters may take several of them and each may come
 * in a token of its own. Counts what it could not read.
 */
export class RtfByteRun {
  #bytes = new Uint8Array(1024)
  #length = 0
  #codePage: CodePage | null = null
  #hasBeyondAscii = false
  #undecodable = 0
  readonly #beyondAscii = new Map<CodePage, number>()

  /** How many characters stand as U+FFFD in what was taken. */
  get undecodable(): number {
    return this.#undecodable
  }

  /** Tells whether bytes of a code page can join those that are held. ASCII bytes join all. */
  accepts(codePage: CodePage | null): boolean {
    return !this.#hasBeyondAscii || codePage === this.#codePage
  }

  add(byte: number, codePage: CodePage | null): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length++] = byte
    if (byte < 0x80) return
    this.#hasBeyondAscii = true
    this.#codePage = codePage
  }

  /** The text of the bytes that are held, which are then forgotten. */
  take(): string {
    if (this.#length === 0) return ''
    const bytes = this.#bytes.subarray(0, this.#length)
    const isAscii = !this.#hasBeyondAscii
    this.#length = 0
    this.#hasBeyondAscii = false
    if (isAscii) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    const { text, undecodable } = decodeCodePage(bytes, this.#codePage)
    this.#undecodable += undecodable
    if (this.#codePage !== null && this.#codePage !== 'symbol') {
      this.#beyondAscii.set(this.#codePage, (this.#beyondAscii.get(this.#codePage) ?? 0) + bytes.length)
    }
    return text
  }

  /** The code page in which most of what is not ASCII was read, or `null`. */
  mainCodePage(): CodePage | null {
    let main: CodePage | null = null
    let most = 0
    for (const [codePage, count] of this.#beyondAscii) {
      if (count <= most) continue
      main = codePage
      most = count
    }
    return main
  }
}
