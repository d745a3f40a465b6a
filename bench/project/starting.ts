import type { ElectronRun } from '../electron-run.ts'

/** From asking for the process until the source that was open last stands there, codings and all. */
export async function measureStart({ page, askedAt }: ElectronRun): Promise<Record<'start', number[]>> {
  const usable = await page.evaluate(async () => {
    const at = await window.bench.paintedWhen(
      () =>
        document.querySelector('.transcript-root p') !== null &&
        [...CSS.highlights.values()].some(({ size }) => size > 0),
      'the source that was open last',
    )
    return performance.timeOrigin + at
  })
  return { start: [usable - askedAt] }
}

/** From asking for the process until an empty page is there: what any program costs in the same runtime. */
export async function measureEmptyStart({ page, askedAt }: ElectronRun): Promise<Record<'start', number[]>> {
  const usable = await page.evaluate(async () => performance.timeOrigin + (await window.bench.painted()))
  return { start: [usable - askedAt] }
}

/** Runs in the page: goes from source to source by the list at the top, each until its first screen stands there. */
export async function measureSwitching(times: number): Promise<Record<'switch', number[]>> {
  const { bench } = window
  const values: number[] = []
  for (let time = 0; time < times; time++) {
    const select = bench.one<HTMLSelectElement>('select.source-select')
    const option = select.options[Math.floor(((time + 0.5) / times) * select.options.length)]
    if (option === undefined) throw new Error('no source to go to')
    await bench.painted()
    const begun = performance.now()
    select.value = option.value
    select.dispatchEvent(new Event('change', { bubbles: true }))
    const shown = await bench.paintedWhen(() => {
      const root = document.querySelector(`.transcript-root[aria-label*="${option.text}"]`)
      return root?.querySelector('p') != null && [...CSS.highlights.values()].some(({ size }) => size > 0)
    }, 'the first screen')
    values.push(shown - begun)
    for (let settled = 0; settled < 20; settled++) await bench.painted()
  }
  return { switch: values }
}
