/** Strings by number, each once: what recurs in a column of records is kept once. */
export class StringTable {
  readonly #places = new Map<string, number>()

  /** The number of a string, from 0; -1 for `null`. */
  placeOf(text: string | null): number {
    if (text === null) return -1
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.#places.size)
    return this.#places.size - 1
  }

  /** In the order of their numbers. */
  get all(): readonly string[] {
    return [...this.#places.keys()]
  }
}
