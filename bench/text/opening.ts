/**
 * Runs in the page: chooses a source in the list at the top and waits until its first screen stands there, codings and
 * all, until the outline beside it does, and until nothing more is to come.
 */
export async function measureOpening(name: string): Promise<Record<'open' | 'outline-open' | 'open-whole', number[]>> {
  const { bench } = window
  const select = bench.one<HTMLSelectElement>('select.source-select')
  const option = [...select.options].find((one) => one.text === name)
  if (option === undefined) throw new Error('the source is not in the list')
  const painted = (): number => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)
  const outline = (): string => document.querySelector('.outline .pane-note')?.textContent ?? ''
  const outlined = outline()
  await bench.painted()
  const begun = performance.now()
  select.value = option.value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  const [shown, listed, filled] = await Promise.all([
    bench.paintedWhen(() => {
      const root = document.querySelector(`.transcript-root[aria-label*="${name}"]`)
      return root !== null && root.querySelector('p') !== null && painted() > 0
    }, 'the first screen'),
    bench.paintedWhen(
      () => outline() !== outlined && document.querySelector('.outline li button') !== null,
      'the outline',
    ),
    bench.paintedWhen(
      () => document.querySelector(`.transcript-root[aria-label*="${name}"][data-filled="true"]`) !== null,
      'the whole text',
      120_000,
    ),
  ])
  return { open: [shown - begun], 'outline-open': [listed - begun], 'open-whole': [filled - begun] }
}
