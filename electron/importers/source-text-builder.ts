import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import type {
  AsideSpan,
  LineMeaning,
  PageStart,
  SourceStructure,
  SpokenSpan,
  Style,
  StyledSpan,
  TimedSpan,
} from '#shared/model/source-structure.ts'
import { spanOf, type TextSpan, utf16 } from '#shared/model/text-span.ts'

/**
 * Collects source text piece by piece, with what the file says of each piece. Marks are put on
 * stretches that are already written: note `length`, write, then mark from the noted place.
 * An empty stretch is not marked.
 */
export class SourceTextBuilder {
  readonly #parts: string[] = []
  readonly #pages: PageStart[] = []
  readonly #times: TimedSpan[] = []
  readonly #styles: StyledSpan[] = []
  readonly #speakers: SpokenSpan[] = []
  readonly #asides: AsideSpan[] = []
  #length = 0
  #last = ''

  /** UTF-16 units written so far: where the next piece begins. */
  get length(): number {
    return this.#length
  }

  write(text: string): void {
    if (text === '') return
    this.#parts.push(text)
    this.#length += text.length
    this.#last = text.charAt(text.length - 1)
  }

  /** Ends the line, unless nothing has been written on it. */
  endLine(): void {
    if (this.#length > 0 && this.#last !== '\n') this.write('\n')
  }

  /** The next piece stands on a new page, or what follows `at`, which lies behind all pages started so far. */
  startPage(name: string, at = this.#length): void {
    this.#pages.push({ start: utf16(at), name })
  }

  style(start: number, style: Style): void {
    this.#mark(start, (span) => this.#styles.push({ span, style }))
  }

  /** Times in milliseconds. */
  time(start: number, from: number, to: number): void {
    this.#mark(start, (span) => this.#times.push({ span, from, to }))
  }

  speaker(start: number, speaker: string): void {
    this.#mark(start, (span) => this.#speakers.push({ span, speaker }))
  }

  setAside(start: number, kind: SetAsideKind): void {
    this.#mark(start, (span) => this.#asides.push({ span, kind }))
  }

  /** Writes what another one has collected, marks included. */
  append(other: SourceTextBuilder): void {
    const shift = this.#length
    const moved = ({ start, end }: TextSpan): TextSpan => spanOf(start + shift, end + shift)
    for (const part of other.#parts) this.write(part)
    for (const page of other.#pages) this.#pages.push({ ...page, start: utf16(page.start + shift) })
    for (const time of other.#times) this.#times.push({ ...time, span: moved(time.span) })
    for (const styled of other.#styles) this.#styles.push({ ...styled, span: moved(styled.span) })
    for (const spoken of other.#speakers) this.#speakers.push({ ...spoken, span: moved(spoken.span) })
    for (const aside of other.#asides) this.#asides.push({ ...aside, span: moved(aside.span) })
  }

  build(lines: LineMeaning): { readonly text: string; readonly structure: SourceStructure } {
    const inOrder = <T extends { readonly span: TextSpan }>(list: readonly T[]): readonly T[] =>
      [...list].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    return {
      text: this.#parts.join(''),
      structure: {
        lines,
        pages: this.#pages,
        times: inOrder(this.#times),
        styles: inOrder(this.#styles),
        speakers: inOrder(this.#speakers),
        asides: inOrder(this.#asides),
      },
    }
  }

  #mark(start: number, add: (span: TextSpan) => void): void {
    if (start < this.#length) add(spanOf(start, this.#length))
  }
}
