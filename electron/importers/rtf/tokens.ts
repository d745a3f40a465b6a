/** What stands next in an RTF file. */
export type RtfTokenKind = 'open' | 'close' | 'word' | 'symbol' | 'hex' | 'text' | 'end'

const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const CR = 0x0d
const LF = 0x0a

/** The longest control word that the standard allows has 32 letters; numbers have at most ten digits. */
const MOST_LETTERS = 32

/**
 * Reads RTF from a place in a file, token by token (Rich Text Format Specification 1.9.1,
 * "Conventions of an RTF Reader"). The fields tell of the token that `next` has found. Reads every
 * byte once and never fails: what is malformed becomes a symbol or text.
 */
export class RtfTokens {
  kind: RtfTokenKind = 'end'
  /** The control word, without its number. */
  word = ''
  /** The control word's number, if it has one. */
  value: number | null = null
  /** The character of a control symbol, or the byte written in hexadecimal digits. */
  code = 0
  /** Text: its bytes in the file, half-open, without line breaks. */
  start = 0
  end = 0
  /** Where the next token begins. */
  position: number
  /** Text that stands as it is has characters of two bytes, of which the second may look like a brace or a backslash. */
  isDoubleByte = false
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes
    this.position = position
  }

  /** Moves to the next token; `false` at the end of the file. */
  next(): boolean {
    const bytes = this.#bytes
    let at = this.position
    while (bytes[at] === CR || bytes[at] === LF) at++
    const first = bytes[at]
    if (first === undefined) {
      this.kind = 'end'
      this.position = at
      return false
    }
    if (first === OPEN || first === CLOSE) {
      this.kind = first === OPEN ? 'open' : 'close'
      this.position = at + 1
    } else if (first === BACKSLASH) this.#readControl(at + 1)
    else this.#readText(at)
    return true
  }

  #readControl(start: number): void {
    const first = this.#bytes[start]
    if (first === undefined) {
      this.kind = 'text'
      this.start = start
      this.end = start
      this.position = start
    } else if (isLetter(first)) this.#readWord(start)
    else if (first === 0x27) this.#readHex(start + 1)
    else {
      this.kind = 'symbol'
      this.code = first
      this.position = start + 1
    }
  }

  #readWord(start: number): void {
    const bytes = this.#bytes
    let at = start
    let word = ''
    while (isLetter(bytes[at] ?? 0)) {
      if (at - start <= MOST_LETTERS) word += String.fromCharCode(bytes[at] ?? 0)
      at++
    }
    const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)
    if (isNegative) at++
    let value: number | null = null
    while (isDigit(bytes[at] ?? 0)) {
      value = Math.min((value ?? 0) * 10 + (bytes[at] ?? 0) - 0x30, 0xffffffff)
      at++
    }
    if (bytes[at] === 0x20) at++
    this.kind = 'word'
    this.word = word
    this.value = value !== null && isNegative ? -value : value
    // The bytes behind \bin may hold anything.
    this.position = word === 'bin' && value !== null && !isNegative ? Math.min(at + value, bytes.length) : at
  }

  #readHex(start: number): void {
    const high = hexDigit(this.#bytes[start])
    const low = hexDigit(this.#bytes[start + 1])
    const isHex = high >= 0 && low >= 0
    this.kind = isHex ? 'hex' : 'symbol'
    this.code = isHex ? high * 16 + low : 0x27
    this.position = isHex ? start + 2 : start
  }

  #readText(start: number): void {
    const bytes = this.#bytes
    let at = start
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === CR || byte === LF) break
      if (byte >= 0x81 && this.isDoubleByte && (bytes[at + 1] ?? 0) >= 0x40) at++
    }
    this.kind = 'text'
    this.start = start
    this.end = Math.min(at, bytes.length)
    this.position = this.end
  }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (isDigit(byte)) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}
