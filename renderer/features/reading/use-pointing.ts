import { useEffect } from 'react'
import type { Desk } from '#renderer/commands/desk.ts'
import type { Pointed } from '#renderer/commands/workbench.ts'
import type { CodeId, CodingId } from '#shared/model/ids.ts'

/**
 * Follows the pointer and the keyboard through the lists beside the transcript: what they rest on (an element
 * with `data-coding` or `data-code`) is made to stand out in the text. One listener for all lists, so that none of
 * them needs to know of it.
 */
export function usePointing(desk: Desk): void {
  useEffect(() => {
    const stop = new AbortController()
    const point = (pointed: Pointed | null): void => {
      const before = desk.workbench.getState().pointed
      if (before?.id !== pointed?.id) desk.workbench.setState({ pointed })
    }
    const onto = ({ target }: Event): void => {
      // Stripes, and the list where codings meet, tell for themselves.
      if (!(target instanceof Element) || target.closest('.transcript-stripes') !== null) return
      if (desk.workbench.getState().choice === null) point(pointedBy(target))
    }
    document.addEventListener('mouseover', onto, { passive: true, signal: stop.signal })
    document.addEventListener('focusin', onto, { passive: true, signal: stop.signal })
    document.addEventListener('focusout', () => point(null), { passive: true, signal: stop.signal })
    document.documentElement.addEventListener('mouseleave', () => point(null), { signal: stop.signal })
    return () => {
      stop.abort()
      point(null)
    }
  }, [desk])
}

function pointedBy(target: Element): Pointed | null {
  const element = target.closest<HTMLElement>('[data-coding], [data-code]')
  const { coding, code } = element?.dataset ?? {}
  if (coding !== undefined) return { kind: 'coding', id: coding as CodingId }
  return code === undefined ? null : { kind: 'code', id: code as CodeId }
}
