/** Work under way that can be stopped by the name its caller gave it. */
export interface ImportJobs {
  /** Does the work. A name that is in use is refused by an error: the first could no longer be stopped. */
  readonly run: <T>(job: string, work: (signal: AbortSignal) => Promise<T>) => Promise<T>
  /** Tells the work of that name to stop, if there is any. */
  readonly cancel: (job: string) => void
}

/** Starts with nothing under way. */
export function importJobs(): ImportJobs {
  const running = new Map<string, AbortController>()
  return {
    run: async (job, work) => {
      if (running.has(job)) throw new Error(`There is already an import named ${job}.`)
      const controller = new AbortController()
      running.set(job, controller)
      try {
        return await work(controller.signal)
      } finally {
        running.delete(job)
      }
    },
    cancel: (job) => running.get(job)?.abort(),
  }
}
