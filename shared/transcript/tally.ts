/** Numbers beyond it, on either side of 0, count as it. */
const FARTHEST = 511

/** Counts how often each of a few whole numbers comes, among those that are near 0. */
export class Tally {
  readonly #counts = new Uint32Array(2 * FARTHEST + 1)
  /** In the order in which they came first. */
  readonly #values: number[] = []
  #total = 0

  get total(): number {
    return this.#total
  }

  add(value: number): void {
    const near = value > FARTHEST ? FARTHEST : value < -FARTHEST ? -FARTHEST : value
    const count = this.#counts[near + FARTHEST] ?? 0
    if (count === 0) this.#values.push(near)
    this.#counts[near + FARTHEST] = count + 1
    this.#total++
  }

  /** How often a number near 0 comes. */
  count(value: number): number {
    return this.#counts[value + FARTHEST] ?? 0
  }

  /** The number that comes most often, the first one of several; 0 if there is none. */
  mode(): number {
    let best = 0
    let most = 0
    for (const value of this.#values) {
      const count = this.#counts[value + FARTHEST] ?? 0
      if (count <= most) continue
      best = value
      most = count
    }
    return best
  }

  /** The upper median; 0 if there is none. */
  median(): number {
    let below = 0
    for (let at = 0; at < this.#counts.length; at++) {
      below += this.#counts[at] ?? 0
      if (below > this.#total >> 1) return at - FARTHEST
    }
    return 0
  }
}
