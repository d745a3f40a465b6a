/**
 * Work of many small steps, each of which yields: whoever does it can do something else in between, or leave off. It
 * changes nothing that anybody else can see, so what is left off has not happened.
 */
export type Steps<T> = Generator<void, T, void>

/** The result of steps that are taken one right after another. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}
