import { partition } from '#shared/text/partition.ts'
import type { Block } from './reading.ts'

/** So many blocks are kept together. */
const SIZE = 128

interface Part<T> {
  readonly items: T[]
  /** The farthest source position that a block of this part or of one before it reaches. */
  reach: number
}

/**
 * Blocks in source order that many edits are put upon. They lie in short parts, so that an edit costs
 * the same wherever it is made and however long the source is.
 */
export class BlockList<T extends { readonly block: Block }> {
  readonly #parts: Part<T>[] = []

  constructor(items: readonly T[]) {
    for (let at = 0; at < items.length; at += SIZE) this.#parts.push({ items: items.slice(at, at + SIZE), reach: 0 })
    for (let at = 0; at < this.#parts.length; at++) this.#measure(at)
  }

  get all(): readonly T[] {
    return this.#parts.flatMap(({ items }) => items)
  }

  at(index: number): T | undefined {
    const [part, within] = this.#find(index)
    return this.#parts[part]?.items[within]
  }

  /** Puts others in the place of `count` blocks. */
  splice(index: number, count: number, ...items: readonly T[]): void {
    const [first, within] = this.#find(index)
    let left = count - (this.#parts[first]?.items.splice(within, count, ...items).length ?? 0)
    if (this.#parts[first] === undefined) this.#parts.push({ items: [...items], reach: 0 })
    while (left > 0 && this.#parts[first + 1] !== undefined) {
      left -= this.#parts[first + 1]?.items.splice(0, left).length ?? 0
      if (this.#parts[first + 1]?.items.length === 0) this.#parts.splice(first + 1, 1)
    }
    const grown = this.#parts[first]
    if (grown !== undefined && grown.items.length > 2 * SIZE) {
      this.#parts.splice(first + 1, 0, { items: grown.items.splice(SIZE), reach: 0 })
      this.#measure(first)
      this.#measure(first + 1)
    }
    for (let part = first; this.#measure(part) || part <= first; part++);
    if (grown?.items.length === 0) this.#parts.splice(first, 1)
  }

  /** Indices of the blocks that hold a character of the half-open stretch of the source, the last one first. */
  *touched(start: number, end: number): Generator<number> {
    const parts = partition(this.#parts.length, (k) => (this.#parts[k]?.items[0]?.block.span.start ?? 0) < end)
    let before = 0
    for (let part = 0; part < parts; part++) before += this.#parts[part]?.items.length ?? 0
    for (let part = parts - 1; part >= 0; part--) {
      const { items = [], reach = 0 } = this.#parts[part] ?? {}
      if (reach <= start) return
      before -= items.length
      const last = partition(items.length, (k) => (items[k]?.block.span.start ?? 0) < end) - 1
      for (let within = last; within >= 0; within--) {
        if ((items[within]?.block.span.end ?? 0) > start) yield before + within
      }
    }
  }

  #find(index: number): readonly [part: number, within: number] {
    if (index < 0) return [-1, -1]
    let within = index
    for (let part = 0; part < this.#parts.length; part++) {
      const length = this.#parts[part]?.items.length ?? 0
      // The end of the last part is a place too.
      if (within < length || part === this.#parts.length - 1) return [part, within]
      within -= length
    }
    return [0, within]
  }

  /** Finds how far a part reaches; answers whether that is news to those behind it. */
  #measure(at: number): boolean {
    const part = this.#parts[at]
    if (part === undefined) return false
    let reach = this.#parts[at - 1]?.reach ?? 0
    for (const { block } of part.items) if (block.span.end > reach) reach = block.span.end
    const isNew = reach !== part.reach
    part.reach = reach
    return isNew
  }
}
