import type { StretchSink } from './block-writer.ts'
import type { LazyBlocks } from './lazy-blocks.ts'
import type { Printer } from './printer.ts'

const BREAK = new TextEncoder().encode('\\n')

const SPACE = new TextEncoder().encode(' ')

/** Prints what needs no escaping. */
class PrintedStretches implements StretchSink {
  readonly #printer: Printer
  readonly #text: string

  constructor(printer: Printer, text: string) {
    this.#printer = printer
    this.#text = text
  }

  keep(start: number, end: number): void {
    this.#printer.addPart(this.#text, start, end)
  }

  keepBreakAsSpace(): void {
    this.#printer.addBytes(SPACE)
  }
}

/** What is said, as it stands inside of strings of JSON: it is printed twice, as one text and turn by turn, and made once. */
export class SaidText {
  readonly #text: string
  readonly #blocks: LazyBlocks
  readonly #parts: Uint8Array[] = []
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

  /** Prints all paragraphs, parted by LF, and keeps them for `paragraph`. */
  *print(printer: Printer): Generator<Uint8Array> {
    const blocks = this.#blocks
    const stretches = new PrintedStretches(printer, this.#text)
    let isFirst = true
    for (let index = 0; index < blocks.length; index++) {
      if (!blocks.isParagraph(index)) continue
      if (!isFirst) printer.addBytes(BREAK)
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

  /** One paragraph that was printed. */
  paragraph(index: number): Uint8Array {
    return (this.#parts[this.#partOf[index] ?? 0] ?? BREAK).subarray(this.#starts[index], this.#ends[index])
  }

  #kept(printer: Printer): Uint8Array {
    const part = printer.lend().slice()
    this.#parts.push(part)
    return part
  }
}
