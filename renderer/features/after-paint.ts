/**
 * Does something once the page has been painted, or sooner: as soon as the element gets the keyboard.
 * It is not done if the answer is aborted before.
 */
export function afterPaint(element: HTMLElement, run: () => void): AbortController {
  const over = new AbortController()
  const go = (): void => {
    if (over.signal.aborted) return
    over.abort()
    run()
  }
  element.addEventListener('focus', go, { signal: over.signal })
  // A frame's own callbacks come before it is painted.
  requestAnimationFrame(() => setTimeout(go))
  return over
}
