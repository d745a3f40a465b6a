import { useCallback, useEffect, useState } from 'react'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'

/**
 * Whether what is selected was just selected with the mouse, by a press that began in the transcript;
 * another selection, or `forget`, ends it.
 */
export function useMouseSelection(isOn: boolean): { readonly isFresh: boolean; readonly forget: () => void } {
  const { desk } = useShell()
  const selection = useWorkbench((state) => state.selection)
  const [marked, setMarked] = useState(selection)
  useEffect(() => {
    if (!isOn) return undefined
    const over = new AbortController()
    let isFromText = false
    document.addEventListener(
      'mousedown',
      ({ target, button }) => {
        isFromText = button === 0 && target instanceof Element && target.closest('.transcript-root') !== null
        if (isFromText) setMarked(null)
      },
      { capture: true, signal: over.signal },
    )
    document.addEventListener(
      'mouseup',
      () => {
        if (!isFromText) return
        isFromText = false
        // The browser tells of the selection a moment later.
        setTimeout(() => {
          if (!over.signal.aborted) setMarked(desk.workbench.getState().selection)
        }, 40)
      },
      { signal: over.signal },
    )
    return () => over.abort()
  }, [isOn, desk])
  const forget = useCallback(() => setMarked(null), [])
  const isSame =
    marked !== null && selection !== null && marked.start === selection.start && marked.end === selection.end
  return { isFresh: isOn && isSame, forget }
}
