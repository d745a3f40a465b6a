import type { ExtractedText } from '#electron/importers/extraction.ts'
import { SourceTextBuilder } from '#electron/importers/source-text-builder.ts'
import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import type { Style } from '#shared/model/source-structure.ts'

interface Container {
  readonly kind: 'body' | 'row' | 'cell'
  readonly start: number
  /** Paragraphs and rows written into a body or cell, cells written into a row. */
  count: number
}

/**
 * One stream of paragraphs and tables: the body of a file, a text box, a note. It lays them out as
 * source text of the paragraph formats: a paragraph is a line, a table's row is a line with its
 * cells parted by tabs, and a cell's own paragraphs are parted by line breaks. The break between
 * two lines is written when the second begins, the last one by `finish`.
 *
 * It takes whatever order of calls a strange file leads to: text outside of paragraphs begins one,
 * and what a paragraph cannot hold ends it.
 */
export class TextFlow {
  readonly builder = new SourceTextBuilder()
  readonly #containers: Container[] = [{ kind: 'body', start: 0, count: 0 }]
  readonly #sides: TextFlow[] = []
  /** Where the stretches of the styles that the last piece had begin. */
  readonly #open = new Map<Style, number>()
  #styles: readonly Style[] = []
  #paragraph: number | null = null
  #pages = 0

  get isInParagraph(): boolean {
    return this.#paragraph !== null
  }

  /** Whether nothing has been written yet, not even an empty paragraph. */
  get isEmpty(): boolean {
    return this.#containers[0]?.count === 0
  }

  /** Begins a paragraph; one that is still open goes on. */
  startParagraph(): void {
    if (this.#paragraph !== null) return
    this.#startBlock()
    this.#paragraph = this.builder.length
  }

  /** Ends the paragraph, if one is open; `styles` are those of the whole paragraph. */
  endParagraph(styles: readonly Style[] = []): void {
    if (this.#paragraph === null) return
    this.#endStyles()
    for (const style of styles) this.builder.style(this.#paragraph, style)
    this.#paragraph = null
    this.placeSides()
  }

  /** Writes text with the styles of its characters; stretches of one style that meet become one. */
  write(text: string, styles: readonly Style[]): void {
    if (text === '') return
    this.startParagraph()
    if (styles !== this.#styles) {
      for (const [style, start] of this.#open) {
        if (styles.includes(style)) continue
        this.builder.style(start, style)
        this.#open.delete(style)
      }
      for (const style of styles) if (!this.#open.has(style)) this.#open.set(style, this.builder.length)
      this.#styles = styles
    }
    this.builder.write(text)
  }

  startRow(): void {
    this.endParagraph()
    this.#containers.push({ kind: 'row', start: this.builder.length, count: 0 })
  }

  endRow(): void {
    this.#pop('row')
  }

  startCell(): void {
    this.endParagraph()
    const around = this.#containers.at(-1)
    if (around?.kind === 'row' && around.count++ > 0) this.builder.write('\t')
    else this.#startBlock(around?.kind === 'row' ? this.#containers.at(-2) : around)
    this.#containers.push({ kind: 'cell', start: this.builder.length, count: 0 })
  }

  endCell(): void {
    this.endParagraph()
    const cell = this.#pop('cell')
    if (cell !== null) this.builder.style(cell.start, 'table-cell')
  }

  /** A flow that stands beside this one, such as a text box. Its lines follow those of the paragraph that is open. */
  openSide(): TextFlow {
    const side = new TextFlow()
    this.#sides.push(side)
    return side
  }

  /** Appends the flows beside this one, unless a paragraph is open, whose end will do it. */
  placeSides(): void {
    if (this.#paragraph !== null) return
    for (const side of this.#sides.splice(0)) this.#append(side)
  }

  /**
   * Ends the text: notes follow, each set aside, then headers and footers, set aside too; each of
   * these once, and only those with letters, since a bare page number is that of one page.
   */
  finish(notes: readonly TextFlow[], heads: readonly TextFlow[] = []): Pick<ExtractedText, 'text' | 'structure'> {
    for (const note of notes) this.#appendAside(note, 'note')
    const seen = new Set<string>()
    for (const head of heads) {
      const { text } = head.builder.build('paragraphs')
      if (/\p{L}/u.test(text) && !seen.has(text)) this.#appendAside(head, 'running-head')
      seen.add(text)
    }
    this.endParagraph()
    this.placeSides()
    if (!this.isEmpty) this.builder.write('\n')
    return this.builder.build('paragraphs')
  }

  /** Appends another flow's lines, and sets them aside. */
  #appendAside(flow: TextFlow, kind: SetAsideKind): void {
    const start = this.#append(flow)
    if (start !== null) this.builder.setAside(start, kind)
  }

  /** A new page begins here. The first one begins with the text, and is named when the second is found. */
  startPage(): void {
    if (this.#pages === 0) this.builder.startPage('1', 0)
    this.#pages = Math.max(this.#pages, 1) + 1
    this.builder.startPage(String(this.#pages))
  }

  /** Answers where the appended lines start, or `null` if there are none. */
  #append(flow: TextFlow): number | null {
    flow.endParagraph()
    if (flow.isEmpty) return null
    this.endParagraph()
    this.#startBlock()
    const start = this.builder.length
    this.builder.append(flow.builder)
    return start
  }

  #startBlock(container = this.#containers.at(-1)): void {
    if (container !== undefined && container.count++ > 0) this.builder.write('\n')
  }

  #endStyles(): void {
    for (const [style, start] of this.#open) this.builder.style(start, style)
    this.#open.clear()
    this.#styles = []
  }

  #pop(kind: Container['kind']): Container | null {
    return this.#containers.at(-1)?.kind === kind ? (this.#containers.pop() ?? null) : null
  }
}
