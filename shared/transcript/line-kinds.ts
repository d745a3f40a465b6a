import { SET_ASIDE_KINDS, type SetAsideKind } from '#shared/model/set-aside-kind.ts'

/** What lines were taken for that are no speech, by index of line. */
export class LineKinds {
  /** 0: nothing; else the place in `SET_ASIDE_KINDS`, from 1. */
  readonly #kinds: Uint8Array
  #isEmpty = true

  constructor(lines: number) {
    this.#kinds = new Uint8Array(lines)
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
    for (let index = first; index < end; index++) if ((this.#kinds[index] ?? 0) > 0) return true
    return false
  }

  get(index: number): SetAsideKind | undefined {
    if (index < 0) return undefined
    const kind = this.#kinds[index] ?? 0
    return kind === 0 ? undefined : SET_ASIDE_KINDS[kind - 1]
  }

  set(index: number, kind: SetAsideKind): void {
    this.#kinds[index] = SET_ASIDE_KINDS.indexOf(kind) + 1
    this.#isEmpty = false
  }
}
