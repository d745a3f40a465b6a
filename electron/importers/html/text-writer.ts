import { SourceTextBuilder } from '#electron/importers/source-text-builder.ts'
import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import type { LineMeaning, SourceStructure, Style } from '#shared/model/source-structure.ts'
import { endsSentence, isCjk } from '#shared/transcript/characters.ts'
import type { WhiteSpace } from './looks.ts'

/** Share of the text on lines that stop in mid-sentence, beyond which lines are no paragraphs. */
const MOST_BROKEN = 0.4
/** Share of the text whose line ends were kept as written, beyond which they mean what they mean there. */
const MOST_KEPT = 0.5

/**
 * Writes a page's text as it would be seen: blanks collapse (CSS Text 3, section 4.1), blocks begin
 * lines, `<br>` ends them. Blanks and line ends are written only when text follows, so that no
 * mark ends in one.
 */
export class HtmlTextWriter {
  /** What the text that is written next is set aside as, or `null`. */
  aside: SetAsideKind | null = null

  readonly #builder = new SourceTextBuilder()
  readonly #styles: { readonly style: Style; start: number }[] = []
  /** Styles from this index on have no text yet. */
  #firstEmpty = 0
  #asideStart = 0
  #asideKind: SetAsideKind | null = null

  #breaks = 0
  #tabs = 0
  #space: 'none' | 'blank' | 'line-end' = 'none'
  #hasText = false
  /** UTF-16 units on the line that are not set aside, and the last ones of all. */
  #lineLength = 0
  #tail = ''
  #row: 'none' | 'empty' | 'filled' = 'none'

  /** The line before, as long as nothing empty stands behind it. */
  #before: { readonly length: number; readonly hasEnded: boolean } | null = null
  #broken = 0
  #kept = 0
  #all = 0

  text(value: string, space: WhiteSpace): void {
    if (space === 'collapse') {
      this.#collapsed(value)
      return
    }
    const lines = value.split('\n')
    lines.forEach((line, index) => {
      if (index > 0) this.lineBreak()
      if (space === 'lines') this.#collapsed(line)
      else if (line !== '') this.#write(line, true)
    })
  }

  /** `<br>`: ends the line, even an empty one. Within a row's cell that is still empty it does nothing. */
  lineBreak(): void {
    if (this.#tabs > 0) return
    this.#breaks++
    this.#hasText = false
    this.#space = 'none'
  }

  /** A block begins or ends: ends the line, unless nothing is on it. */
  boundary(): void {
    if (this.#hasText) this.lineBreak()
    this.#space = 'none'
  }

  /** A cell begins: on the line of the one before, behind a tab. Empty cells that lead a row leave none. */
  cell(isFirst: boolean): void {
    if (isFirst || this.#row !== 'filled') return
    this.#space = 'none'
    this.#breaks = 0
    this.#hasText = true
    this.#tabs++
  }

  /** A row of a table begins or ends. */
  row(isBegin: boolean): void {
    this.#tabs = 0
    this.boundary()
    this.#row = isBegin ? 'empty' : 'none'
  }

  openStyle(style: Style): void {
    this.#styles.push({ style, start: -1 })
  }

  /** Ends the style that was opened last. */
  closeStyle(): void {
    const open = this.#styles.pop()
    if (open === undefined) return
    this.#firstEmpty = Math.min(this.#firstEmpty, this.#styles.length)
    if (open.start !== -1) this.#builder.style(open.start, open.style)
  }

  finish(): { readonly text: string; readonly structure: SourceStructure } {
    this.#endAside()
    this.#endLine()
    this.#builder.endLine()
    return this.#builder.build(this.#meaningOfLines())
  }

  #collapsed(value: string): void {
    const text = value.replace(/[ \t\n\r\f]+/gu, (blanks, at: number, whole: string) => {
      const isDropped = at > 0 && dropsLineEnd(blanks, whole.charCodeAt(at - 1), whole.charCodeAt(at + blanks.length))
      return isDropped ? '' : blanks.includes('\n') && (at === 0 || at + blanks.length === whole.length) ? '\n' : ' '
    })
    const first = text.charAt(0)
    if (first === ' ' || first === '\n') this.#blank(first === '\n')
    const words = text.slice(first === ' ' || first === '\n' ? 1 : 0)
    const last = words.charAt(words.length - 1)
    const hasBlank = last === ' ' || last === '\n'
    const inner = hasBlank ? words.slice(0, -1) : words
    if (inner !== '') this.#write(inner, false)
    if (hasBlank) this.#blank(last === '\n')
  }

  #blank(isLineEnd: boolean): void {
    if (this.#hasText && this.#space === 'none') this.#space = isLineEnd ? 'line-end' : 'blank'
  }

  #write(text: string, isKept: boolean): void {
    if (this.aside !== this.#asideKind) this.#endAside()
    this.#writeBlanks(text.charCodeAt(0))
    const { length } = this.#builder
    if (this.aside !== this.#asideKind) {
      this.#asideKind = this.aside
      this.#asideStart = length
    }
    for (; this.#firstEmpty < this.#styles.length; this.#firstEmpty++) {
      const open = this.#styles[this.#firstEmpty]
      if (open !== undefined) open.start = length
    }
    this.#builder.write(text)
    this.#hasText = true
    if (this.#row === 'empty') this.#row = 'filled'
    this.#tail = (this.#tail + text.slice(-16)).slice(-16)
    if (this.aside !== null) return
    this.#lineLength += text.length
    if (isKept) this.#kept += text.length
  }

  #writeBlanks(next: number): void {
    if (this.#breaks > 0) {
      if (this.#builder.length > 0) this.#builder.write('\n'.repeat(this.#breaks))
      this.#endLine()
      if (this.#breaks > 1) this.#before = null
    } else if (this.#tabs > 0) this.#builder.write('\t'.repeat(this.#tabs))
    else if (this.#space !== 'none') {
      const last = this.#tail.charCodeAt(this.#tail.length - 1)
      if (!dropsLineEnd(this.#space === 'line-end' ? '\n' : ' ', last, next)) this.#builder.write(' ')
    }
    this.#breaks = 0
    this.#tabs = 0
    this.#space = 'none'
  }

  #endAside(): void {
    if (this.#asideKind !== null) this.#builder.setAside(this.#asideStart, this.#asideKind)
    this.#asideKind = null
  }

  #endLine(): void {
    const length = this.#lineLength
    const tail = this.#tail
    this.#lineLength = 0
    this.#tail = ''
    const isEmpty = tail.trim() === ''
    if (this.#before !== null && !isEmpty && !this.#before.hasEnded) this.#broken += this.#before.length
    this.#before = isEmpty ? null : { length, hasEnded: endsSentence(tail, 0, tail.length) }
    this.#all += length
  }

  #meaningOfLines(): LineMeaning {
    const areKept = this.#kept > this.#all * MOST_KEPT
    return areKept || this.#broken > this.#all * MOST_BROKEN ? 'unknown' : 'paragraphs'
  }
}

/** A line end between two characters of a script without blanks is none: CSS Text 3, section 4.1.3. */
function dropsLineEnd(blanks: string, before: number, behind: number): boolean {
  return blanks.includes('\n') && isCjk(before) && isCjk(behind)
}
