import type { Figure } from './figures.ts'

/** An act that was timed to the frame that shows it. */
export interface Shown {
  /** From the act to the end of the main thread's work on that frame. */
  readonly ms: number
  /** The how manieth frame of the screen after the act that was, from 1. */
  readonly frames: number
}

/** One value that was measured. */
export type Sample = number | Shown

/** What one run of one subject gave, figure by figure. */
export type Measured = Partial<Readonly<Record<Figure, readonly Sample[]>>>

/** Something that was to be measured and was not, with the reason. */
export interface Gap {
  readonly figures: readonly Figure[]
  readonly why: string
  /** It took longer than it may; anything else is a broken benchmark. */
  readonly isTooSlow: boolean
}

class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

/**
 * Collects what one run measures, part by part: a part that fails leaves a gap and the next goes on, one that
 * exceeds the run's time ends it, since whatever is measured may hang and can then only be killed.
 */
export class Findings {
  readonly gaps: Gap[] = []
  readonly #values = new Map<Figure, readonly Sample[]>()
  readonly #limit: number
  readonly #deadline: number
  #isOver = false

  /** `limit`: what the whole run may take, in milliseconds from now. */
  constructor(limit: number) {
    this.#limit = limit
    this.#deadline = Date.now() + limit
  }

  get measured(): Measured {
    return Object.fromEntries(this.#values)
  }

  /** Whether the run exceeded its time: nothing more can be asked of it. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** Measures these figures, or notes why they could not be. */
  async take<F extends Figure>(
    figures: readonly F[],
    measure: () => Promise<Readonly<Record<F, readonly Sample[]>>>,
  ): Promise<void> {
    if (this.#isOver) {
      this.#note(figures, new TookTooLong(this.#why))
      return
    }
    let timer: NodeJS.Timeout | undefined
    const end = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new TookTooLong(this.#why)), Math.max(0, this.#deadline - Date.now()))
    })
    try {
      const found = await Promise.race([measure(), end])
      for (const figure of figures) this.#values.set(figure, found[figure])
    } catch (error) {
      this.#note(figures, error)
    } finally {
      clearTimeout(timer)
    }
  }

  get #why(): string {
    return `not within ${this.#limit / 1000} s`
  }

  #note(figures: readonly Figure[], error: unknown): void {
    const isTooSlow = error instanceof TookTooLong
    this.#isOver ||= isTooSlow
    // What drives the program adds all that it logged.
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    this.gaps.push({ figures, why, isTooSlow })
  }
}
