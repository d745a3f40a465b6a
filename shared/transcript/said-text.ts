import type { StretchSink } from './block-writer.ts'
import type { LazyBlocks } from './lazy-blocks.ts'
import { Phrase, type Printed, Printer } from './printer.ts'

const BREAK = new Phrase('\\n')
const SPACE = new Phrase(' ')
const NOTHING = new DataView(new ArrayBuffer(0))
/** Bytes that are kept in one piece. */
const PART = 1 << 18
/** UTF-16 units that are printed at once. */
const UNITS = 1 << 14

/**
 * The source text and what is said in it, as they stand inside of strings of JSON. They are nearly the same: so what is
 * said is made while the source text is printed, and kept, since it is printed twice, as one text and turn by turn.
 */
export class SaidText implements StretchSink {
  readonly #text: string
  readonly #blocks: LazyBlocks
  readonly #printer: Printer
  /** Up to here the source text has been printed. */
  #printed = 0
  /** The part of what is said that is being made, and those that are. */
  readonly #said = new Printer(PART)
  readonly #parts: Printed[] = []
  /** By block: the part that it stands in, and from where to where. */
  readonly #partOf: Uint32Array
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array

  /** `text`: the source text of the blocks, which goes to `printer`. */
  constructor(text: string, blocks: LazyBlocks, printer: Printer) {
    this.#text = text
    this.#blocks = blocks
    this.#printer = printer
    this.#partOf = new Uint32Array(blocks.length)
    this.#starts = new Uint32Array(blocks.length)
    this.#ends = new Uint32Array(blocks.length)
  }

  /** Prints the source text. */
  *printSource(): Generator<Uint8Array> {
    const blocks = this.#blocks
    const said = this.#said
    let isFirst = true
    for (let index = 0; index < blocks.length; index++) {
      if (!blocks.isParagraph(index)) continue
      if (!isFirst) said.addPhrase(BREAK)
      isFirst = false
      this.#partOf[index] = this.#parts.length
      this.#starts[index] = said.length
      if (blocks.start(index) - this.#printed > UNITS) yield* this.#printUpTo(blocks.start(index))
      // Halves of a character that the column parted are one again in what is said.
      if (blocks.holdsSurrogates && blocks.mayNeedEscape(index))
        said.addText(JSON.stringify(blocks.text(index)).slice(1, -1))
      else blocks.write(index, this)
      this.#ends[index] = said.length
      if (said.isFull) this.#parts.push(said.give())
      if (this.#printer.isFull) yield this.#printer.lend()
    }
    this.#parts.push(said.give())
    yield* this.#printUpTo(this.#text.length)
  }

  /** Prints what is said, all paragraphs, parted by LF, once the source text is printed. */
  *print(): Generator<Uint8Array> {
    yield this.#printer.lend()
    for (const { bytes, length } of this.#parts) yield new Uint8Array(bytes.buffer, 0, length)
  }

  /** Prints one paragraph again. */
  printAgain(index: number): void {
    const part = this.#parts[this.#partOf[index] ?? 0]?.bytes ?? NOTHING
    this.#printer.addBytes(part, this.#starts[index] ?? 0, this.#ends[index] ?? 0)
  }

  keep(start: number, end: number): void {
    this.#catchUp(start)
    this.#printer.addQuotedWith(this.#said, this.#text, start, end)
    this.#printed = end
  }

  keepLines(start: number, end: number): void {
    this.keep(start, end)
  }

  keepBreakAsSpace(): void {
    this.#said.addPhrase(SPACE)
  }

  /** Prints what stands before a stretch that is kept. */
  #catchUp(start: number): void {
    if (start < this.#printed) throw new RangeError(`what stands at ${start} is said behind ${this.#printed}`)
    if (start === this.#printed) return
    this.#printer.addQuoted(this.#text, this.#printed, start)
    this.#printed = start
  }

  *#printUpTo(end: number): Generator<Uint8Array> {
    const text = this.#text
    while (this.#printed < end) {
      let to = Math.min(end, this.#printed + UNITS)
      // A pair that is cut in two would be printed as two halves.
      if ((text.charCodeAt(to) & 0xfc00) === 0xdc00) to++
      this.#printer.addQuoted(text, this.#printed, to)
      this.#printed = to
      if (this.#printer.isFull) yield this.#printer.lend()
    }
  }
}
