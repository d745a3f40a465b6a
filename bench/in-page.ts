import type { Shown } from './findings.ts'

/**
 * What is measured in a page, whoever made it. Everything here runs in the page: the functions are sent there as
 * their source, so each stands alone but for `window.bench`, where they find each other.
 */
export interface PageClock {
  /** Resolves when the main thread has done its part of the next frame; answers when that was. */
  readonly painted: () => Promise<number>
  /** Resolves after the first frame in which the test holds; answers when that was. Throws after a minute, or `giveUp`. */
  readonly paintedWhen: (test: () => boolean, what: string, giveUp?: number) => Promise<number>
  /** Acts right after a frame, and tells when and in which frame after that the test held. */
  readonly timed: (act: () => void, test: () => boolean, what: string) => Promise<Shown>
  /** As `timed`, for an act that is under way in the same turn. */
  readonly timedFromNow: (test: () => boolean, what: string) => Promise<Shown>
  /** Milliseconds from frame to frame while each frame does something. */
  readonly frames: (count: number, step: (index: number) => void) => Promise<number[]>
  readonly scrolling: (scroller: Element) => {
    readonly read: () => Promise<number[]>
    readonly drag: () => Promise<number[]>
    readonly jump: () => Promise<number[]>
  }
  /** Of what the selector finds and all that stands in it, the first that can be scrolled. Throws where nothing can. */
  readonly scrollerIn: (selector: string) => Element
  /** Finds one element, or throws. */
  readonly one: <E extends HTMLElement>(selector: string) => E
  /** Puts words into a field as typing does. */
  readonly type: (field: HTMLInputElement, words: string) => void
  /** Closes the dialog in front, as Escape does. */
  readonly closeDialog: () => Promise<void>
}

declare global {
  interface Window {
    bench: PageClock
  }
}

/** Puts the clock into the page, at `window.bench`. */
export function installClock(): void {
  /** Nothing takes so long that is not broken. Milliseconds. */
  const GIVE_UP = 60_000
  const FRAME = 1000 / 60
  /** When the last frame that was waited for began. */
  let frameBegan = 0
  const painted = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        frameBegan = performance.now()
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          port1.close()
          resolve(performance.now())
        }
        port2.postMessage(null)
      })
    })
  const paintedWhen = async (test: () => boolean, what: string, giveUp = GIVE_UP): Promise<number> => {
    const begun = performance.now()
    for (;;) {
      const now = await painted()
      if (test()) return now
      if (now - begun > giveUp) throw new Error(`waited in vain for ${what}`)
    }
  }
  const timedFromNow = async (test: () => boolean, what: string): Promise<Shown> => {
    const before = frameBegan
    let ticks = 0
    const begun = performance.now()
    const ended = await paintedWhen(() => {
      ticks += 1
      return test()
    }, what)
    // A frame that takes longer than the screen's is several of the screen's, although the page is asked but once.
    return { ms: ended - begun, frames: Math.max(ticks, Math.floor((ended - before) / FRAME)) }
  }
  const timed = async (act: () => void, test: () => boolean, what: string): Promise<Shown> => {
    await painted()
    await painted()
    // The clock starts before the act: what the act does at once counts.
    const shown = timedFromNow(test, what)
    act()
    return shown
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
  const scrollerIn = (selector: string): Element => {
    const found = [...document.querySelectorAll(`${selector}, ${selector} *`)].find(
      (element) =>
        element.scrollHeight > element.clientHeight + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowY),
    )
    if (found === undefined) throw new Error(`nothing to scroll in ${selector}`)
    return found
  }
  const one = <E extends HTMLElement>(selector: string): E => {
    const found = document.querySelector<E>(selector)
    if (found === null) throw new Error(`there is no ${selector}`)
    return found
  }
  const type = (field: HTMLInputElement, words: string): void => {
    // React listens to the input event, and remembers the value that it set itself.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const closeDialog = async (): Promise<void> => {
    document.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }))
    await paintedWhen(() => document.querySelector('dialog') === null, 'the dialog to go')
  }
  const clock: PageClock = {
    painted,
    paintedWhen,
    timed,
    timedFromNow,
    frames,
    scrolling,
    scrollerIn,
    one,
    type,
    closeDialog,
  }
  Object.assign(window, { bench: clock })
}
