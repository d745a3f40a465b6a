/** Counts how often each of a few whole numbers comes. */
export class Tally {
  readonly #counts = new Map<number, number>()
  #total = 0

  static of(values: readonly number[]): Tally {
    const tally = new Tally()
    for (const value of values) tally.add(value)
    return tally
  }

  get total(): number {
    return this.#total
  }

  add(value: number): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1)
    this.#total++
  }

  /** The number that comes most often, the first one of several; 0 if there is none. */
  mode(): number {
    let best: readonly [number, number] = [0, 0]
    for (const entry of this.#counts) if (entry[1] > best[1]) best = entry
    return best[0]
  }

  /** The upper median; 0 if there is none. */
  median(): number {
    let below = 0
    for (const [value, count] of [...this.#counts].sort(([a], [b]) => a - b)) {
      below += count
      if (below > this.#total >> 1) return value
    }
    return 0
  }
}
