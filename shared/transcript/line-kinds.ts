import { SET_ASIDE_KINDS, type SetAsideKind } from '#shared/model/set-aside-kind.ts'

/** What lines were taken for that are no speech, by index of line. */
export class LineKinds {
  /** 0: nothing; else the place in `SET_ASIDE_KINDS`, from 1. */
  readonly #kinds: Uint8Array
  /** A bit for each line, 32 to a number: most stretches hold none, and this tells it soonest. */
  readonly #known: Int32Array
  #isEmpty = true

  constructor(lines: number) {
    this.#kinds = new Uint8Array(lines)
    this.#known = new Int32Array((lines >> 5) + 1)
  }

  get isEmpty(): boolean {
    return this.#isEmpty
  }

  has(index: number): boolean {
    return index >= 0 && (this.#kinds[index] ?? 0) > 0
  }

  /** Whether any of the lines [first, end) is one of them. */
  hasAny(first: number, end: number): boolean {
    if (this.#isEmpty) return false
    for (let index = first; index < end; ) {
      const behind = Math.min(end, ((index >> 5) + 1) << 5)
      // Bits below the first and from the end on do not count.
      const known = (this.#known[index >> 5] ?? 0) & (-1 << (index & 31)) & (-1 >>> ((32 - behind) & 31))
      if (known !== 0) return true
      index = behind
    }
    return false
  }

  get(index: number): SetAsideKind | undefined {
    if (index < 0) return undefined
    const kind = this.#kinds[index] ?? 0
    return kind === 0 ? undefined : SET_ASIDE_KINDS[kind - 1]
  }

  set(index: number, kind: SetAsideKind): void {
    this.#kinds[index] = SET_ASIDE_KINDS.indexOf(kind) + 1
    this.#known[index >> 5] = (this.#known[index >> 5] ?? 0) | (1 << (index & 31))
    this.#isEmpty = false
  }
}
