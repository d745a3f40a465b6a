import type { Shown } from '../findings.ts'

/** Runs in the page: codes something in view with the first code, opens that and chooses colours one after another. */
export async function measureRecolouring(acts: number): Promise<Record<'recolour', Shown[]>> {
  const { bench } = window
  const root = bench.one('.transcript-root')
  const frame = bench.one('.transcript-scroller').getBoundingClientRect()
  const places = Array.from({ length: 30 }, (_, step) => frame.top + 60 + step * 12)
  const node = places
    .map((y) => document.caretRangeFromPoint(frame.left + frame.width / 2 - 100, y)?.startContainer)
    .find((found): found is Text => found instanceof Text && found.length > 30)
  if (node === undefined) throw new Error('no paragraph in view')
  root.focus()
  document.getSelection()?.setBaseAndExtent(node, 0, node, 3)
  root.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, cancelable: true }))
  await bench.paintedWhen(() => document.querySelector('.coding-quote') !== null, 'the coding in hand')
  const row = bench.one('.code-tree [role="treeitem"][aria-level="2"]')
  row.focus()
  await bench.painted()
  row.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true }))
  await bench.paintedWhen(() => document.querySelector('dialog input[name="colour"]') !== null, 'the dialog of a code')
  const painted = (): string => [...CSS.highlights].map(([name, { size }]) => `${name}:${size}`).join()
  const recolour: Shown[] = []
  for (let act = 0; act < acts; act++) {
    const other = [...document.querySelectorAll<HTMLInputElement>('dialog input[name="colour"]')].filter(
      (input) => !input.checked,
    )[act]
    const before = painted()
    recolour.push(
      await bench.timed(
        () => other?.click(),
        () => painted() !== before,
        'another colour',
      ),
    )
    for (let settled = 0; settled < 6; settled++) await bench.painted()
  }
  await bench.closeDialog()
  return { recolour }
}
