import { spanOf } from '#shared/model/text-span.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import type { LazyBlocks } from './lazy-blocks.ts'
import type { TurnDraft } from './page-blocks.ts'
import type { Turn } from './reading.ts'

/** The turns of a reading, in source order. Each is made when it is asked for, each time anew. */
export class LazyTurns {
  readonly #blocks: LazyBlocks
  readonly #drafts: readonly TurnDraft[]
  readonly #roles: readonly TurnRole[]
  /** By turn, times that are not printed with the label; empty if there are none at all. */
  readonly #times: readonly (string | null)[]

  constructor(
    blocks: LazyBlocks,
    drafts: readonly TurnDraft[],
    roles: readonly TurnRole[],
    times: readonly (string | null)[],
  ) {
    this.#blocks = blocks
    this.#drafts = drafts
    this.#roles = roles
    this.#times = times
  }

  get length(): number {
    return this.#drafts.length
  }

  /** Throws a RangeError outside of the list. */
  turn(index: number): Turn {
    const draft = this.#drafts[index]
    if (draft === undefined) throw new RangeError(`turn ${index} is outside of ${this.length}`)
    const { label, end, firstBlock, endBlock } = draft
    return {
      index,
      speaker: label.speaker,
      label: this.label(index),
      affiliation: label.affiliation,
      role: this.#roles[index] ?? 'other',
      span: spanOf(label.start, end),
      line: this.#blocks.line(firstBlock),
      time: label.time ?? this.#times[index] ?? null,
      firstBlock,
      endBlock,
    }
  }

  /** What is printed of its label. */
  label(index: number): string {
    return this.#blocks.text(this.#drafts[index]?.firstBlock ?? 0)
  }

  all(): readonly Turn[] {
    return Array.from({ length: this.length }, (_, index) => this.turn(index))
  }
}
