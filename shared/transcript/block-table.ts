import { SET_ASIDE_KINDS, type SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { spanOf, type TextSpan } from '#shared/model/text-span.ts'

/** What each block takes in the table, in this order. */
const FIELDS = 6
const KIND = 0
const FIRST_LINE = 1
const END_LINE = 2
const START = 3
const END = 4
const TURN = 5

/** Kinds from here on are those of `SET_ASIDE_KINDS`. */
const LABEL = 0
const PARAGRAPH = 1
const SET_ASIDE = 2

/**
 * The blocks of a reading before their text is made: which lines each is made of, and what it is. A
 * long source has a million of them, so they are numbers in a table. All indices count from 0.
 */
export class BlockTable {
  #fields = new Int32Array(FIELDS * 64)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Adds a block of the lines [first, end) that takes the source from `start` to `stop`. */
  add(
    kind: 'label' | 'paragraph' | SetAsideKind,
    first: number,
    end: number,
    start: number,
    stop: number,
    turn: number | null,
  ): number {
    const at = this.#length * FIELDS
    if (at === this.#fields.length) {
      const longer = new Int32Array(at * 2)
      longer.set(this.#fields)
      this.#fields = longer
    }
    const fields = this.#fields
    fields[at + KIND] =
      kind === 'label' ? LABEL : kind === 'paragraph' ? PARAGRAPH : SET_ASIDE + SET_ASIDE_KINDS.indexOf(kind)
    fields[at + FIRST_LINE] = first
    fields[at + END_LINE] = end
    fields[at + START] = start
    fields[at + END] = stop
    fields[at + TURN] = turn ?? -1
    return this.#length++
  }

  kind(index: number): 'label' | 'paragraph' | 'set-aside' {
    const kind = this.#field(index, KIND)
    return kind === LABEL ? 'label' : kind === PARAGRAPH ? 'paragraph' : 'set-aside'
  }

  isLabel(index: number): boolean {
    return this.#field(index, KIND) === LABEL
  }

  isParagraph(index: number): boolean {
    return this.#field(index, KIND) === PARAGRAPH
  }

  /** What a block was set aside as, `null` for what was not. */
  setAside(index: number): SetAsideKind | null {
    const kind = this.#field(index, KIND)
    return kind < SET_ASIDE ? null : (SET_ASIDE_KINDS[kind - SET_ASIDE] ?? null)
  }

  firstLine(index: number): number {
    return this.#field(index, FIRST_LINE)
  }

  endLine(index: number): number {
    return this.#field(index, END_LINE)
  }

  /** UTF-16 position of its first character, dropped marks included. */
  start(index: number): number {
    return this.#field(index, START)
  }

  /** UTF-16 position behind its last character. */
  end(index: number): number {
    return this.#field(index, END)
  }

  span(index: number): TextSpan {
    return spanOf(this.start(index), this.end(index))
  }

  turn(index: number): number | null {
    const turn = this.#field(index, TURN)
    return turn === -1 ? null : turn
  }

  /** Takes a block out of its turn. */
  leaveTurn(index: number): void {
    this.#fields[index * FIELDS + TURN] = -1
  }

  #field(index: number, field: number): number {
    return this.#fields[index * FIELDS + field] ?? 0
  }
}
