import { spanOf } from '#shared/model/text-span.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import type { LazyBlocks } from './lazy-blocks.ts'
import type { Turn } from './reading.ts'
import type { TurnTable } from './turn-table.ts'

/** The turns of a reading, in source order. Each is made when it is asked for, each time anew. */
export class LazyTurns {
  readonly #blocks: LazyBlocks
  readonly #table: TurnTable
  readonly #roles: readonly TurnRole[]
  /** By turn, times that are not printed with the label; empty if there are none at all. */
  readonly #times: readonly (string | null)[]

  constructor(blocks: LazyBlocks, table: TurnTable, roles: readonly TurnRole[], times: readonly (string | null)[]) {
    this.#blocks = blocks
    this.#table = table
    this.#roles = roles
    this.#times = times
  }

  get length(): number {
    return this.#table.length
  }

  /** Throws a RangeError outside of the list. */
  turn(index: number): Turn {
    const label = this.#table.labels[index]
    if (label === undefined) throw new RangeError(`turn ${index} is outside of ${this.length}`)
    return {
      index,
      speaker: label.speaker,
      label: this.label(index),
      affiliation: label.affiliation,
      role: this.role(index),
      span: spanOf(label.start, this.end(index)),
      line: this.line(index),
      time: this.time(index),
      firstBlock: this.firstBlock(index),
      endBlock: this.endBlock(index),
    }
  }

  speaker(index: number): string | null {
    return this.#table.labels[index]?.speaker ?? null
  }

  role(index: number): TurnRole {
    return this.#roles[index] ?? 'other'
  }

  /** What is printed of its label. */
  label(index: number): string {
    return this.#table.labels[index]?.printed ?? this.#blocks.text(this.firstBlock(index))
  }

  /** Length of what is said in it, in UTF-16 units. */
  saidLength(index: number): number {
    return this.#table.saidLength(index)
  }

  /** UTF-16 position of its label. */
  start(index: number): number {
    return this.#table.labels[index]?.start ?? 0
  }

  /** UTF-16 position behind its speech. */
  end(index: number): number {
    return this.#table.end(index)
  }

  /** Source line, from 1. */
  line(index: number): number {
    return this.#blocks.line(this.firstBlock(index))
  }

  time(index: number): string | null {
    return this.#table.labels[index]?.time ?? this.#times[index] ?? null
  }

  /** The block that holds its label. */
  firstBlock(index: number): number {
    return this.#table.firstBlock(index)
  }

  /** Behind its last block. */
  endBlock(index: number): number {
    return this.#table.endBlock(index)
  }

  all(): readonly Turn[] {
    return Array.from({ length: this.length }, (_, index) => this.turn(index))
  }
}
