import type { StretchSink } from './block-writer.ts'
import type { LazyBlocks } from './lazy-blocks.ts'
import { Phrase, type Printer } from './printer.ts'

const BREAK = new Phrase('\\n')
const SPACE = new Phrase(' ')
const NOTHING = new DataView(new ArrayBuffer(0))

class PrintedStretches implements StretchSink {
  readonly #printer: Printer
  readonly #text: string

  constructor(printer: Printer, text: string) {
    this.#printer = printer
    this.#text = text
  }

  keep(start: number, end: number): void {
    this.#printer.addQuoted(this.#text, start, end)
  }

  keepLines(start: number, end: number): void {
    this.#printer.addQuotedLines(this.#text, start, end)
  }

  keepBreakAsSpace(): void {
    this.#printer.addPhrase(SPACE)
  }
}

/** What is said, as it stands inside of strings of JSON: it is printed twice, as one text and turn by turn, and made once. */
export class SaidText {
  readonly #text: string
  readonly #blocks: LazyBlocks
  readonly #parts: DataView[] = []
  /** By block: the part that it stands in, and from where to where. */
  readonly #partOf: Uint32Array
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array

  /** `text`: the source text of the blocks. */
  constructor(text: string, blocks: LazyBlocks) {
    this.#text = text
    this.#blocks = blocks
    this.#partOf = new Uint32Array(blocks.length)
    this.#starts = new Uint32Array(blocks.length)
    this.#ends = new Uint32Array(blocks.length)
  }

  /** Prints all paragraphs, parted by LF, and keeps them for `printAgain`. */
  *print(printer: Printer): Generator<Uint8Array> {
    const blocks = this.#blocks
    const stretches = new PrintedStretches(printer, this.#text)
    let isFirst = true
    for (let index = 0; index < blocks.length; index++) {
      if (!blocks.isParagraph(index)) continue
      if (!isFirst) printer.addPhrase(BREAK)
      isFirst = false
      this.#partOf[index] = this.#parts.length
      this.#starts[index] = printer.length
      if (blocks.mayNeedEscape(index)) printer.addText(JSON.stringify(blocks.text(index)).slice(1, -1))
      else blocks.write(index, stretches)
      this.#ends[index] = printer.length
      if (printer.isFull) yield this.#kept(printer)
    }
    yield this.#kept(printer)
  }

  /** Prints one paragraph again. */
  printAgain(printer: Printer, index: number): void {
    printer.addBytes(this.#parts[this.#partOf[index] ?? 0] ?? NOTHING, this.#starts[index] ?? 0, this.#ends[index] ?? 0)
  }

  #kept(printer: Printer): Uint8Array {
    const part = printer.lend().slice()
    this.#parts.push(new DataView(part.buffer))
    return part
  }
}
