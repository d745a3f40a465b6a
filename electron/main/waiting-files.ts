/** Files that the system or a command line named, until the page asks for them. */
export interface WaitingFiles {
  readonly add: (paths: readonly string[]) => void
  /** All that wait, in the order they came; each is handed out once. */
  readonly take: () => readonly string[]
}

/** Starts with no files; `onArrival` is called whenever some have come. */
export function waitingFiles(onArrival: () => void): WaitingFiles {
  let waiting: readonly string[] = []
  return {
    add: (paths) => {
      if (paths.length === 0) return
      waiting = [...waiting, ...paths]
      onArrival()
    },
    take: () => {
      const taken = waiting
      waiting = []
      return taken
    },
  }
}
