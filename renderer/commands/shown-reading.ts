import type { Reading } from '#shared/transcript/reading.ts'
import { withNames } from '#shared/transcript/with-names.ts'
import { withoutSetAside } from '#shared/transcript/without-set-aside.ts'
import type { WorkbenchState } from './workbench.ts'

const plain = new WeakMap<Reading, Reading>()
const whole = new WeakMap<Reading, Reading>()

/**
 * The reading that is on the screen: the source's lines, or the turns, with or without what was set
 * aside. The same object for as long as the same is shown. `null` while nothing is open.
 */
export function shownReading(state: Pick<WorkbenchState, 'open' | 'readingOn' | 'setAsideShown'>): Reading | null {
  const { open, readingOn, setAsideShown } = state
  if (open === null) return null
  if (!readingOn) return open.asIs()
  const known = setAsideShown ? whole : plain
  let shown = known.get(open.reading)
  if (shown === undefined) {
    shown = withNames(setAsideShown ? open.reading : withoutSetAside(open.reading))
    known.set(open.reading, shown)
  }
  return shown
}
