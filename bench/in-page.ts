/**
 * What is measured in a page, whoever made it. Everything here runs in the page: the functions are sent there as
 * their source, so each stands alone but for `window.bench`, where they find each other.
 */
export interface PageClock {
  /** Resolves when the main thread has done its part of the next frame; answers when that was. */
  readonly painted: () => Promise<number>
  /** Resolves after the first frame in which the test holds. */
  readonly paintedWhen: (test: () => boolean, what: string) => Promise<number>
  /** Milliseconds from frame to frame while each frame does something. */
  readonly frames: (count: number, step: (index: number) => void) => Promise<number[]>
  readonly scrolling: (scroller: Element) => {
    readonly read: () => Promise<number[]>
    readonly drag: () => Promise<number[]>
    readonly jump: () => Promise<number[]>
  }
}

/** Puts the clock into the page, at `window.bench`. */
export function installClock(): void {
  const GIVE_UP = 120_000
  const painted = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          port1.close()
          resolve(performance.now())
        }
        port2.postMessage(null)
      })
    })
  const paintedWhen = async (test: () => boolean, what: string): Promise<number> => {
    const begun = performance.now()
    for (;;) {
      const now = await painted()
      if (test()) return now
      if (now - begun > GIVE_UP) throw new Error(`waited in vain for ${what}`)
    }
  }
  const frames = (count: number, step: (index: number) => void): Promise<number[]> =>
    new Promise((resolve) => {
      const deltas: number[] = []
      let before = 0
      let index = 0
      const next = (now: number): void => {
        if (index > 0) deltas.push(now - before)
        before = now
        if (index === count) {
          resolve(deltas)
          return
        }
        step(index)
        index += 1
        requestAnimationFrame(next)
      }
      requestAnimationFrame(next)
    })
  const scrolling = (scroller: Element): ReturnType<PageClock['scrolling']> => {
    const reach = (): number => scroller.scrollHeight - scroller.clientHeight
    return {
      read: () => {
        scroller.scrollTop = 0
        return frames(120, () => {
          scroller.scrollTop += 40
        })
      },
      drag: () =>
        frames(60, (index) => {
          scroller.scrollTop = (reach() * (index + 1)) / 61
        }),
      jump: () =>
        frames(40, (index) => {
          if (index % 2 === 0) scroller.scrollTop = reach() * ((index * 0.37) % 1)
        }),
    }
  }
  Object.assign(window, { bench: { painted, paintedWhen, frames, scrolling } satisfies PageClock })
}
