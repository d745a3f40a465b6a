/** So many bytes are given out at once, about. */
const PART = 1 << 15
/** Short stretches of bytes are copied four by four, as whole numbers: below `LONG` a call for each takes longer. */
const WORD = 4
const LONG = 64

const encoder = new TextEncoder()

/** Bytes that were printed, with room behind them for a word. */
export interface Printed {
  readonly bytes: DataView
  readonly length: number
}

/** What is printed again and again, encoded once. */
export class Phrase implements Printed {
  readonly bytes: DataView
  readonly length: number

  constructor(text: string) {
    const encoded = encoder.encode(text)
    const bytes = new Uint8Array(encoded.length + WORD)
    bytes.set(encoded)
    this.bytes = new DataView(bytes.buffer)
    this.length = encoded.length
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

const ZERO = 0x30

/** The numbers from 0 to 9999 in four decimal digits, with zeros before them: a byte each, the first one lowest. */
const FOUR_DIGITS: Int32Array = Int32Array.from({ length: 10_000 }, (_, value) => {
  const digitAt = (power: number): number => ZERO + (Math.floor(value / power) % 10)
  return digitAt(1000) | (digitAt(100) << 8) | (digitAt(10) << 16) | (digitAt(1) << 24)
})

/** What is printed bit by bit, as UTF-8, in parts of a handy size: without a string for each bit, of which a long report has millions. */
export class Printer {
  #bytes: Uint8Array
  #view: DataView
  #length = 0
  readonly #part: number

  /** `part`: it is full at so many bytes. */
  constructor(part = PART) {
    this.#part = part
    this.#bytes = new Uint8Array(part + PART)
    this.#view = new DataView(this.#bytes.buffer)
  }

  /** Bytes of the part that is being printed. */
  get length(): number {
    return this.#length
  }

  /** There is enough of it for a part. */
  get isFull(): boolean {
    return this.#length >= this.#part
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

  addPhrase({ bytes, length }: Printed): void {
    this.addBytes(bytes, 0, length)
  }

  /** Adds the bytes [from, to) of what was printed before, behind which there is room for a word. */
  addBytes(source: DataView, from: number, to: number): void {
    const length = to - from
    this.#makeRoom(length)
    const view = this.#view
    const start = this.#length
    if (length >= LONG) this.#bytes.set(new Uint8Array(source.buffer, from, length), start)
    // What the last word is too long by is written over, or lies behind the end.
    else for (let at = 0; at < length; at += WORD) view.setInt32(start + at, source.getInt32(from + at, true), true)
    this.#length = start + length
  }

  /** Adds a whole number from 0 to 2³¹ − 1 in decimal digits. */
  addNumber(value: number): void {
    if (value >= 10_000) {
      const upper = (value / 10_000) | 0
      this.addNumber(upper)
      this.#addDigits(value - 10_000 * upper, 4)
    } else this.#addDigits(value, value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4)
  }

  /** Adds the last so many of the four digits of a number below 10,000. */
  #addDigits(value: number, digits: number): void {
    this.#makeRoom(digits)
    this.#view.setInt32(this.#length, (FOUR_DIGITS[value] ?? 0) >>> (8 * (4 - digits)), true)
    this.#length += digits
  }

  /** All that was added since the last part. It holds until something is added again. */
  lend(): Uint8Array {
    const part = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return part
  }

  /** As `lend`, but for good. */
  give(): Printed {
    const part = { bytes: this.#view, length: this.#length }
    this.#bytes = new Uint8Array(this.#part + PART)
    this.#view = new DataView(this.#bytes.buffer)
    this.#length = 0
    return part
  }

  /** Room for so many bytes more, and for those behind them that a word may be too long by. */
  #makeRoom(length: number): void {
    const needed = this.#length + length + WORD
    if (needed <= this.#bytes.length) return
    const longer = new Uint8Array(Math.max(needed, 2 * this.#bytes.length))
    longer.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = longer
    this.#view = new DataView(longer.buffer)
  }
}
