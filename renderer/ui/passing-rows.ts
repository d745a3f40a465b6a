import type { Virtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'

/** Moved by more than this from one drawing to the next, in CSS pixels, rows are passing by: nobody reads them. */
const PASSING = 600

/**
 * For a long list whose rows are measured as they are drawn. What is above and turns out higher than was thought pushes
 * nothing away, as ever; but not while rows only pass by, since for each of them all rows of the list would be placed
 * anew: among 50,000 that took more than a frame.
 */
export function usePassingRows<Scroller extends Element, Row extends Element>(
  virtual: Virtualizer<Scroller, Row>,
): void {
  const last = useRef(0)
  const offset = virtual.scrollOffset ?? 0
  const isPassing = Math.abs(offset - last.current) > PASSING
  last.current = offset
  // Where it is not set, the library decides.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = isPassing ? () => false : undefined
}
