/** A source line that is not blank, without the blanks around it. Positions are UTF-16 units. */
export interface Line {
  readonly start: number
  readonly end: number
  /** Columns of blanks before it. */
  readonly indent: number
  /** Columns it takes, two for an East Asian character, letter-spacing closed up; not counted to the end in very long lines. */
  readonly width: number
  readonly isLetterSpaced: boolean
  readonly endsSentence: boolean
}

/** What is known of a line by looking at its characters once, as bits. */
export const LETTER_SPACED = 1
export const ENDS_SENTENCE = 2
/** A colon or closing bracket stands near its beginning, before any full stop or comma of Chinese. */
export const HAS_LABEL_END = 4
/** It holds a sign that furniture of the page is known by. */
export const HAS_FURNITURE_SIGN = 8
/** It holds something that parts a name from what is said without a colon: a tab, a wide blank, a dash, a full stop. */
export const HAS_OTHER_END = 16
/** It holds what questions without a question mark are known by. */
export const MAY_ASK = 32
export const HAS_QUESTION_MARK = 64
/** Something in it may have to be escaped in JSON. */
export const MAY_NEED_ESCAPE = 128
/** The next line goes on right behind it, with neither blank nor hyphen to think of: it ends in an East Asian character. */
export const JOINS_ON = 256
/** It joins on, and the next line stands right below: nothing but a line break is between them. */
const RUNS_ON = 512
/** It ends in a sign that furniture of the page may end in. */
export const ENDS_IN_SIGN = 1024

/** A set of UTF-16 units, for `nextBeginning`: 1 for each of these characters of the basic plane, 0 for all others. */
export function unitsOf(characters: string): Uint8Array {
  const units = new Uint8Array(0x10000)
  for (let at = 0; at < characters.length; at++) units[characters.charCodeAt(at)] = 1
  return units
}

/**
 * The lines of a source text that are not blank, in order. A text of 100 MB has millions of them, so
 * they lie in columns and no line is an object, unless one is asked for. Outside of the list all
 * numbers are 0 and nothing holds.
 */
export class Lines {
  #length = 0
  /** What any character of the source text is, see `CLASSES`. */
  #classes = 0
  #starts: Int32Array
  #ends: Int32Array
  #numbers: Int32Array
  #widths: Uint16Array
  #indents: Uint16Array
  #flags: Uint16Array
  #firsts: Uint16Array

  /** `capacity`: how many lines are expected. */
  constructor(capacity: number) {
    this.#starts = new Int32Array(capacity)
    this.#ends = new Int32Array(capacity)
    this.#numbers = new Int32Array(capacity)
    this.#widths = new Uint16Array(capacity)
    this.#indents = new Uint16Array(capacity)
    this.#flags = new Uint16Array(capacity)
    this.#firsts = new Uint16Array(capacity)
  }

  get length(): number {
    return this.#length
  }

  /** Adds a line behind all others. `number`: source line, from 1; one that was cut counts once. `first`: its first UTF-16 unit. */
  add(number: number, start: number, end: number, width: number, indent: number, flags: number, first: number): void {
    const index = this.#length
    if (index === this.#starts.length) this.#grow(index * 2 + 16)
    this.#starts[index] = start
    this.#ends[index] = end
    this.#numbers[index] = number
    this.#widths[index] = width
    // Most lines have none, and memory that is not written to is not taken.
    if (indent > 0) this.#indents[index] = Math.min(indent, 0xffff)
    this.#flags[index] = flags
    this.#firsts[index] = first
    this.#length = index + 1
  }

  /** Notes that the last line that was added runs on in the next one. */
  runOn(): void {
    const last = this.#length - 1
    if (last >= 0) this.#flags[last] = (this.#flags[last] ?? 0) | RUNS_ON
  }

  /** The line up to which lines run on from one to the next, from `index` on; before `end`. */
  lastRunningOn(index: number, end: number): number {
    const flags = this.#flags
    let last = index
    while (last + 1 < end && ((flags[last] ?? 0) & RUNS_ON) !== 0) last++
    return last
  }

  /** Notes what some characters of the source text are, in lines or between them, see `CLASSES`. */
  addClasses(classes: number): void {
    this.#classes |= classes
  }

  /** Whether a character of this class stands anywhere in the source text, see `CLASSES`. */
  holds(characterClass: number): boolean {
    return (this.#classes & characterClass) !== 0
  }

  start(index: number): number {
    return this.#starts[index] ?? 0
  }

  end(index: number): number {
    return this.#ends[index] ?? 0
  }

  /** Its first UTF-16 unit. */
  first(index: number): number {
    return this.#firsts[index] ?? 0
  }

  /** The first line from `from` on that begins with one of these, see `unitsOf`; behind the last line if none does. */
  nextBeginning(units: Uint8Array, from: number): number {
    const firsts = this.#firsts
    let index = from
    while (index < this.#length && units[firsts[index] ?? 0] === 0) index++
    return index
  }

  /** As `nextBeginning`, or that has the flag. */
  nextSuspect(units: Uint8Array, flag: number, from: number): number {
    const firsts = this.#firsts
    const flags = this.#flags
    let index = from
    while (index < this.#length && units[firsts[index] ?? 0] === 0 && ((flags[index] ?? 0) & flag) === 0) index++
    return index
  }

  /** Source line, from 1. */
  number(index: number): number {
    return this.#numbers[index] ?? 0
  }

  /** Blank lines between it and the line before it. */
  gap(index: number): number {
    return Math.max(0, this.number(index) - (index > 0 ? this.number(index - 1) : 0) - 1)
  }

  width(index: number): number {
    return this.#widths[index] ?? 0
  }

  /** The widths of all lines, as `width` gives them one by one. */
  get widths(): Uint16Array {
    return this.#widths.subarray(0, this.#length)
  }

  indent(index: number): number {
    return this.#indents[index] ?? 0
  }

  has(index: number, flag: number): boolean {
    return ((this.#flags[index] ?? 0) & flag) !== 0
  }

  endsSentence(index: number): boolean {
    return this.has(index, ENDS_SENTENCE)
  }

  /** There is such a line, and no sentence ends with it. */
  stopsMidSentence(index: number): boolean {
    return index >= 0 && index < this.#length && !this.has(index, ENDS_SENTENCE)
  }

  isLetterSpaced(index: number): boolean {
    return this.has(index, LETTER_SPACED)
  }

  /** One line as an object, `undefined` outside of the list. */
  line(index: number): Line | undefined {
    if (index < 0 || index >= this.#length) return undefined
    return {
      start: this.start(index),
      end: this.end(index),
      indent: this.indent(index),
      width: this.width(index),
      isLetterSpaced: this.isLetterSpaced(index),
      endsSentence: this.endsSentence(index),
    }
  }

  #grow(capacity: number): void {
    this.#starts = resized(this.#starts, new Int32Array(capacity))
    this.#ends = resized(this.#ends, new Int32Array(capacity))
    this.#numbers = resized(this.#numbers, new Int32Array(capacity))
    this.#widths = resized(this.#widths, new Uint16Array(capacity))
    this.#indents = resized(this.#indents, new Uint16Array(capacity))
    this.#flags = resized(this.#flags, new Uint16Array(capacity))
    this.#firsts = resized(this.#firsts, new Uint16Array(capacity))
  }
}

function resized<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from.subarray(0, to.length))
  return to
}
