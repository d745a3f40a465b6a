import type { Label } from './conventions.ts'
import type { Speeches } from './people.ts'

/**
 * The turns of a reading before their roles are known, one a label. Who speaks is told by what tells one person from
 * the other, also where nobody is named. A long source has so many of them that they lie in columns.
 */
export class TurnTable implements Speeches {
  readonly labels: readonly Label[]
  readonly #ends: Int32Array
  readonly #firstBlocks: Int32Array
  readonly #endBlocks: Int32Array
  readonly #lengths: Int32Array
  readonly #asks: Uint8Array

  constructor(labels: readonly Label[]) {
    this.labels = labels
    this.#ends = new Int32Array(labels.length)
    this.#firstBlocks = new Int32Array(labels.length)
    this.#endBlocks = new Int32Array(labels.length)
    this.#lengths = new Int32Array(labels.length)
    this.#asks = new Uint8Array(labels.length)
  }

  get length(): number {
    return this.labels.length
  }

  /** Says of a turn where its speech ends, UTF-16, which blocks are its own, half-open, and what is said in it. */
  set(index: number, end: number, firstBlock: number, endBlock: number, length: number, asks: boolean): void {
    this.#ends[index] = end
    this.#firstBlocks[index] = firstBlock
    this.#endBlocks[index] = endBlock
    this.#lengths[index] = length
    this.#asks[index] = asks ? 1 : 0
  }

  speaker(index: number): string {
    return this.labels[index]?.person ?? ''
  }

  affiliation(index: number): string {
    return this.labels[index]?.affiliation ?? ''
  }

  /** UTF-16 position behind its speech. */
  end(index: number): number {
    return this.#ends[index] ?? 0
  }

  firstBlock(index: number): number {
    return this.#firstBlocks[index] ?? 0
  }

  endBlock(index: number): number {
    return this.#endBlocks[index] ?? 0
  }

  saidLength(index: number): number {
    return this.#lengths[index] ?? 0
  }

  asks(index: number): boolean {
    return this.#asks[index] === 1
  }
}
