/** So many bytes are given out at once, about. */
const PART = 1 << 15
/** So few bytes are copied faster one by one than by a call, and so few UTF-16 units are encoded faster. */
const SHORT = 48
const SHORT_TEXT = 128
const ZERO = 0x30

/** What is printed bit by bit, as UTF-8, in parts of a handy size: without a string for each bit, of which a long report has millions. */
export class Printer {
  readonly #encoder = new TextEncoder()
  #bytes = new Uint8Array(2 * PART)
  #length = 0

  /** Bytes of the part that is being printed. */
  get length(): number {
    return this.#length
  }

  /** There is enough of it for a part. */
  get isFull(): boolean {
    return this.#length >= PART
  }

  addText(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    this.#makeRoom(3 * text.length)
    this.#length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written
  }

  /** Adds a part of a text, [start, end) in UTF-16 units, that cuts no pair of surrogates. */
  addPart(text: string, start: number, end: number): void {
    if (end - start > SHORT_TEXT || !this.#addUnits(text, start, end)) this.addText(text.slice(start, end))
  }

  /** Encodes units one by one; adds nothing and answers `false` if one of them is a surrogate. */
  #addUnits(text: string, start: number, end: number): boolean {
    this.#makeRoom(3 * (end - start))
    const bytes = this.#bytes
    let to = this.#length
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code < 0x80) bytes[to++] = code
      else if (code < 0x800) {
        bytes[to++] = 0xc0 | (code >> 6)
        bytes[to++] = 0x80 | (code & 0x3f)
      } else {
        if (code >= 0xd800 && code < 0xe000) return false
        bytes[to++] = 0xe0 | (code >> 12)
        bytes[to++] = 0x80 | ((code >> 6) & 0x3f)
        bytes[to++] = 0x80 | (code & 0x3f)
      }
    }
    this.#length = to
    return true
  }

  /** Adds what was encoded before. */
  addBytes(bytes: Uint8Array): void {
    const { length } = bytes
    this.#makeRoom(length)
    const target = this.#bytes
    const from = this.#length
    if (length > SHORT) target.set(bytes, from)
    else for (let at = 0; at < length; at++) target[from + at] = bytes[at] ?? 0
    this.#length = from + length
  }

  /** Adds a whole number from 0 to 2³¹ − 1 in decimal digits. */
  addNumber(value: number): void {
    let digits = 1
    for (let limit = 10; value >= limit; limit *= 10) digits++
    this.#makeRoom(digits)
    this.#length += digits
    let rest = value
    for (let at = this.#length - 1; digits > 0; digits--, at--) {
      const next = (rest / 10) | 0
      this.#bytes[at] = ZERO + rest - 10 * next
      rest = next
    }
  }

  /** All that was added since the last part. It holds until something is added again. */
  lend(): Uint8Array {
    const part = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return part
  }

  #makeRoom(length: number): void {
    const needed = this.#length + length
    if (needed <= this.#bytes.length) return
    const longer = new Uint8Array(Math.max(needed, 2 * this.#bytes.length))
    longer.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = longer
  }
}
