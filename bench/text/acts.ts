import type { Sample, Shown } from '../findings.ts'

/** Runs in the page: goes from coding to coding, adds and removes beside each by the keys that a coder would press. */
export async function measureActs(acts: number): Promise<Record<'add' | 'remove' | 'hit' | 'jump', Sample[]>> {
  const { bench } = window
  const root = bench.one('.transcript-root')
  const scroller = bench.one('.transcript-scroller')
  const press = (key: string): void => {
    root.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  const settle = async (): Promise<void> => {
    for (let frame = 0; frame < 12; frame++) await bench.painted()
  }
  /** What is painted where, as far as it can be told from outside: how many ranges each highlight has. */
  const painted = (): string => [...CSS.highlights].map(([name, { size }]) => `${name}:${size}`).join()
  /** The words in the middle of the view. Asked of the view itself: asking paragraphs out of sight lays them out. */
  const visible = (): Text => {
    const frame = scroller.getBoundingClientRect()
    for (let y = frame.top + 60; y < frame.bottom - 40; y += 12) {
      const range = document.caretRangeFromPoint(frame.left + frame.width / 2 - 100, y)
      const node = range?.startContainer
      if (node instanceof Text && node.length > 30 && node.parentElement?.closest('p')?.matches(':not(.label)'))
        return node
    }
    throw new Error('no paragraph in view')
  }
  const timed = (key: string, what: string): Promise<Shown> => {
    const before = painted()
    return bench.timed(
      () => press(key),
      () => painted() !== before,
      what,
    )
  }
  const add: Shown[] = []
  const remove: Shown[] = []
  const hit: number[] = []
  const jump: Shown[] = []
  root.focus()
  for (let act = 0; act < acts; act++) {
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * (act + 0.5)) / acts
    await settle()
    const node = visible()
    const box = node.parentElement?.getBoundingClientRect() ?? new DOMRect()
    for (let place = 0; place < 5; place++) {
      const at = { clientX: box.left + 20 + place * 60, clientY: box.top + 12, bubbles: true, detail: 1 }
      document.getSelection()?.collapse(node, 0)
      const begun = performance.now()
      root.dispatchEvent(new MouseEvent('click', at))
      hit.push((performance.now() - begun) * 1000)
    }
    await bench.painted()
    press('Escape')
    document.getSelection()?.setBaseAndExtent(node, 4 + act, node, 14 + act)
    // A coder's key comes a fifth of a second after the passage was marked off, not within its own frames.
    await settle()
    add.push(await timed('1', 'the new coding'))
    // The act is shown; what it takes in hand comes with it.
    await bench.paintedWhen(() => document.querySelector('.coding-quote') !== null, 'the coding in hand')
    scroller.scrollTop = scroller.scrollTop > scroller.scrollHeight / 2 ? 0 : scroller.scrollHeight
    await settle()
    const far = scroller.scrollTop
    jump.push(
      await bench.timed(
        () => press(']'),
        () => Math.abs(scroller.scrollTop - far) > 100,
        'the jump',
      ),
    )
    await settle()
    press('[')
    await settle()
    remove.push(await timed('Delete', 'the removal'))
  }
  return { add, remove, hit, jump }
}
