/** So many bytes are given out at once, about. */
const PART = 1 << 15
/** So few bytes are copied faster four by four than by a call. */
const SHORT = 400
const ZERO = 0x30

const encoder = new TextEncoder()

/** What is printed again and again, encoded once: four bytes to a word, the first one lowest. */
export class Phrase {
  readonly words: Int32Array
  /** Bytes. */
  readonly length: number

  constructor(text: string) {
    const bytes = encoder.encode(text)
    const view = new DataView(new ArrayBuffer(bytes.length + 3))
    bytes.forEach((byte, at) => {
      view.setUint8(at, byte)
    })
    this.length = bytes.length
    this.words = Int32Array.from({ length: Math.ceil(bytes.length / 4) }, (_, at) => view.getInt32(4 * at, true))
  }
}

const LF = 0x0a
/** Where the two lengths stand in `WRITTEN`. */
const LENGTH = 24
const LENGTH_WITHOUT_BREAKS = 28

/**
 * What each UTF-16 unit is within a string of JSON, as UTF-8: three bytes at most, the first one lowest; above them, in
 * four bits each, how many they are, and how many where line breaks are left out. 0 for what takes more bytes, or
 * may: surrogates and most control characters.
 */
const WRITTEN: Int32Array = makeWritten()

function makeWritten(): Int32Array {
  const written = new Int32Array(0x10000)
  for (let code = 0; code < 0x10000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue
    const bytes = encoder.encode(JSON.stringify(String.fromCharCode(code)).slice(1, -1))
    const [first = 0, second = 0, third = 0] = bytes
    const without = code === LF ? 0 : bytes.length
    if (bytes.length <= 3)
      written[code] =
        first | (second << 8) | (third << 16) | (bytes.length << LENGTH) | (without << LENGTH_WITHOUT_BREAKS)
  }
  return written
}

/** What is printed bit by bit, as UTF-8, in parts of a handy size: without a string for each bit, of which a long report has millions. */
export class Printer {
  #bytes = new Uint8Array(2 * PART)
  #view = new DataView(this.#bytes.buffer)
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
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written
  }

  /** Adds a part of a text, [start, end) in UTF-16 units, as it stands within a string of JSON. It cuts no pair of surrogates. */
  addQuoted(text: string, start: number, end: number): void {
    for (let at = start; at < end; ) {
      at = this.#addPlain(text, at, end)
      if (at < end) at = this.#addRare(text, at, end, null)
    }
  }

  /** As `addQuoted`, and adds the same to another one, but without the line breaks. */
  addQuotedWith(joined: Printer, text: string, start: number, end: number): void {
    for (let at = start; at < end; ) {
      at = this.#addPlainWith(joined, text, at, end)
      if (at < end) at = this.#addRare(text, at, end, joined)
    }
  }

  /** Adds units up to the first one that the table does not know, and answers where that is. */
  #addPlain(text: string, start: number, end: number): number {
    this.#makeRoom(3 * (end - start))
    const table = WRITTEN
    const view = this.#view
    let to = this.#length
    let at = start
    for (; at < end; at++) {
      const written = table[text.charCodeAt(at)] ?? 0
      if (written === 0) break
      // What the fourth byte holds is written over, or lies behind the end.
      view.setInt32(to, written, true)
      to += (written >>> LENGTH) & 3
    }
    this.#length = to
    return at
  }

  #addPlainWith(joined: Printer, text: string, start: number, end: number): number {
    this.#makeRoom(3 * (end - start))
    joined.#makeRoom(3 * (end - start))
    const table = WRITTEN
    const view = this.#view
    const joinedView = joined.#view
    let to = this.#length
    let joinedTo = joined.#length
    let at = start
    for (; at < end; at++) {
      const written = table[text.charCodeAt(at)] ?? 0
      if (written === 0) break
      view.setInt32(to, written, true)
      joinedView.setInt32(joinedTo, written, true)
      to += (written >>> LENGTH) & 3
      joinedTo += written >>> LENGTH_WITHOUT_BREAKS
    }
    this.#length = to
    joined.#length = joinedTo
    return at
  }

  /** Adds the units from `start` on that `WRITTEN` does not know, and answers where they end. */
  #addRare(text: string, start: number, end: number, joined: Printer | null): number {
    let stop = start + 1
    while (stop < end && WRITTEN[text.charCodeAt(stop)] === 0) stop++
    const quoted = JSON.stringify(text.slice(start, stop)).slice(1, -1)
    this.addText(quoted)
    joined?.addText(quoted)
    return stop
  }

  addPhrase({ words, length }: Phrase): void {
    this.#makeRoom(length)
    const view = this.#view
    const from = this.#length
    for (let at = 0; at < words.length; at++) view.setInt32(from + 4 * at, words[at] ?? 0, true)
    this.#length = from + length
  }

  /** Adds the bytes [from, to) of what was printed before. */
  addBytes(source: DataView, from: number, to: number): void {
    const length = to - from
    this.#makeRoom(length)
    const view = this.#view
    const start = this.#length
    let at = 0
    if (length > SHORT) {
      this.#bytes.set(new Uint8Array(source.buffer, source.byteOffset + from, length), start)
      at = length
    }
    for (; at + 4 <= length; at += 4) view.setInt32(start + at, source.getInt32(from + at, true), true)
    for (; at < length; at++) view.setUint8(start + at, source.getUint8(from + at))
    this.#length = start + length
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

  /** Room for so many bytes more, and for the three behind them that a word may be too long by. */
  #makeRoom(length: number): void {
    const needed = this.#length + length + 3
    if (needed <= this.#bytes.length) return
    const longer = new Uint8Array(Math.max(needed, 2 * this.#bytes.length))
    longer.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = longer
    this.#view = new DataView(longer.buffer)
  }
}
