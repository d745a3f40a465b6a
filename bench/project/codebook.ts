import type { Shown } from '../findings.ts'

/** Runs in the page: codes passages by a click in the codebook; to the paint of the coding, and to the count beside the code. */
export async function measureApplying(times: number): Promise<Record<'codebook-apply' | 'counts', Shown[]>> {
  const { bench } = window
  const root = bench.one('.transcript-root')
  /** What is painted, as far as it can be told from outside, and which stripe is in hand: where codings overlap one may be painted in place of another. */
  const painted = (): string => {
    const inHand = document.querySelector('.transcript-stripes .focused')?.getAttribute('data-marks') ?? ''
    return [inHand, ...[...CSS.highlights].map(([name, { size }]) => `${name}:${size}`)].join()
  }
  const node = [...root.querySelectorAll('p:not(.label)')]
    .map((paragraph) => document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode())
    .find((found): found is Text => found instanceof Text && found.length > 4 * times + 10)
  if (node === undefined) throw new Error('no paragraph to code')
  const apply: Shown[] = []
  const counts: Shown[] = []
  for (let time = 0; time < times; time++) {
    root.focus()
    document.getSelection()?.setBaseAndExtent(node, 4 * time, node, 4 * time + 6)
    for (let settled = 0; settled < 6; settled++) await bench.painted()
    const row = [...document.querySelectorAll<HTMLElement>('.code-tree [role="treeitem"]:not(.family)')][time]
    const code = row?.dataset['code'] ?? ''
    const count = (): string =>
      document.querySelector(`.code-tree [data-code="${code}"] .code-count`)?.textContent ?? ''
    const [before, counted] = [painted(), count()]
    let isCounted: Promise<Shown> | null = null
    apply.push(
      await bench.timed(
        () => {
          // Both clocks run from the same click.
          isCounted = bench.timedFromNow(() => count() !== counted, 'the count')
          row?.click()
        },
        () => painted() !== before,
        'the new coding',
      ),
    )
    if (isCounted !== null) counts.push(await isCounted)
    for (let settled = 0; settled < 12; settled++) await bench.painted()
  }
  return { 'codebook-apply': apply, counts }
}

/** Runs in the page: types into the field above the codebook, then scrolls the codebook from top to bottom. */
export async function measureCodebook(
  typed: readonly string[],
): Promise<{ 'codebook-search': Shown[]; 'codebook-scroll': number[] }> {
  const { bench } = window
  const field = bench.one<HTMLInputElement>('[data-find-code]')
  const rows = (): string => document.querySelector('.code-tree')?.textContent ?? ''
  field.focus()
  const search: Shown[] = []
  for (const words of typed) {
    const before = rows()
    search.push(
      await bench.timed(
        () => bench.type(field, words),
        () => rows() !== before,
        `the codes of “${words}”`,
      ),
    )
    for (let settled = 0; settled < 6; settled++) await bench.painted()
  }
  const scrolling = bench.scrolling(bench.scrollerIn('.codebook'))
  return { 'codebook-search': search, 'codebook-scroll': [...(await scrolling.read()), ...(await scrolling.drag())] }
}

/** Runs in the page: opens the palette over a selection, and types. */
export async function measurePalette(
  typed: readonly string[],
): Promise<Record<'palette-open' | 'palette-type', Shown[]>> {
  const { bench } = window
  const root = bench.one('.transcript-root')
  const node = [...root.querySelectorAll('p:not(.label)')]
    .map((paragraph) => document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode())
    .find((found): found is Text => found instanceof Text && found.length > 30)
  if (node === undefined) throw new Error('no paragraph to code')
  root.focus()
  document.getSelection()?.setBaseAndExtent(node, 1, node, 20)
  for (let settled = 0; settled < 6; settled++) await bench.painted()
  const list = (): string => document.querySelector('.palette-list')?.textContent ?? ''
  const open = await bench.timed(
    () => root.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
    () => list() !== '',
    'the palette',
  )
  const field = bench.one<HTMLInputElement>('.palette input')
  const type: Shown[] = []
  for (const words of typed) {
    const before = list()
    type.push(
      await bench.timed(
        () => bench.type(field, words),
        () => list() !== before,
        `the codes of “${words}”`,
      ),
    )
    for (let settled = 0; settled < 6; settled++) await bench.painted()
  }
  await bench.closeDialog()
  return { 'palette-open': [open], 'palette-type': type }
}

/** Runs in the page: types into the field that asks for what is to be shown. `open` is what its button is called. */
export async function measureFilterSearch({
  typed,
  open,
}: {
  readonly typed: readonly string[]
  readonly open: string
}): Promise<Record<'filter-search', Shown[]>> {
  const { bench } = window
  const list = (): string => document.querySelector('.filter-list')?.textContent ?? ''
  bench.one(`.top-bar [aria-label="${open}"]`).click()
  await bench.paintedWhen(() => list() !== '', 'the filter')
  const field = bench.one<HTMLInputElement>('.filter-field input')
  const search: Shown[] = []
  for (const words of typed) {
    const before = list()
    search.push(
      await bench.timed(
        () => bench.type(field, words),
        () => list() !== before,
        `what answers to “${words}”`,
      ),
    )
    for (let settled = 0; settled < 6; settled++) await bench.painted()
  }
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
  await bench.paintedWhen(() => document.querySelector('.filter-list') === null, 'the filter to go')
  return { 'filter-search': search }
}
