import { type CodePage, decodeCodePage } from '#electron/importers/encodings/windows-code-pages.ts'

/** Bytes that tell in which code page a file is. */
const MOST_SAMPLED = 64 * 1024
const LINE_END = Buffer.from('\n')

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
  readonly #samples = new Map<CodePage, Buffer[]>()
  #sampled = 0

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
      this.#sample(bytes, this.#codePage)
    }
    return text
  }

  /** Some of what was read in a code page, as it stands in the file, a line for each stretch. */
  sampleOf(codePage: CodePage): Uint8Array {
    return Buffer.concat(this.#samples.get(codePage) ?? [])
  }

  #sample(bytes: Uint8Array, codePage: CodePage): void {
    if (this.#sampled > MOST_SAMPLED) return
    this.#sampled += bytes.length
    const samples = this.#samples.get(codePage) ?? []
    this.#samples.set(codePage, samples)
    samples.push(Buffer.from(bytes), LINE_END)
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
