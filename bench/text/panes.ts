import type { Sample, Shown } from '../findings.ts'

/** Runs in the page: scrolls the outline from top to bottom, by reading and by dragging. */
export async function measureOutline(): Promise<Record<'outline-scroll', number[]>> {
  const scrolling = window.bench.scrolling(window.bench.scrollerIn('.outline'))
  return { 'outline-scroll': [...(await scrolling.read()), ...(await scrolling.drag())] }
}

/** Runs in the page: takes one coding after another in hand, lets go of it so that the list of all comes, and scrolls that. */
export async function measureInspector(
  acts: number,
): Promise<Record<'inspector-take' | 'inspector-list' | 'inspector-scroll', Sample[]>> {
  const { bench } = window
  const root = bench.one('.transcript-root')
  const press = (key: string): void => {
    root.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  // From the top: behind the last coding there is no next one.
  bench.one('.transcript-scroller').scrollTop = 0
  for (let settled = 0; settled < 12; settled++) await bench.painted()
  root.focus()
  document.getSelection()?.collapse(document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode(), 0)
  press('Escape')
  for (let settled = 0; settled < 12; settled++) await bench.painted()
  const inHand = (): string => document.querySelector('.coding-head')?.textContent ?? ''
  const quote = (): string => document.querySelector('.coding-quote')?.textContent ?? ''
  const take: Shown[] = []
  const list: Shown[] = []
  for (let act = 0; act < acts; act++) {
    const before = `${inHand()} ${quote()}`
    take.push(
      await bench.timed(
        () => press(']'),
        () => quote() !== '' && `${inHand()} ${quote()}` !== before,
        'the next coding in hand',
      ),
    )
    for (let settled = 0; settled < 12; settled++) await bench.painted()
    if (act % 3 > 0) continue
    list.push(
      await bench.timed(
        () => press('Escape'),
        () => document.querySelector('.inspector [data-coding]') !== null,
        'the list of codings',
      ),
    )
    if (act + 1 < acts) press(']')
    for (let settled = 0; settled < 12; settled++) await bench.painted()
  }
  press('Escape')
  await bench.paintedWhen(() => document.querySelector('.inspector [data-coding]') !== null, 'the list of codings')
  const scrolling = bench.scrolling(bench.scrollerIn('.inspector'))
  return {
    'inspector-take': take,
    'inspector-list': list,
    'inspector-scroll': [...(await scrolling.read()), ...(await scrolling.drag())],
  }
}
