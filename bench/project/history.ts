import { type ElectronRun, timeCommand } from '../electron-run.ts'

/** The history of all acts: opened, and scrolled as far down as it has been read. */
export async function measureHistory(run: ElectronRun): Promise<Record<'history-open' | 'history-scroll', number[]>> {
  const open = await timeCommand(run, 'show-history', '.history-list [role="option"]')
  const scrolled = await run.page.evaluate(async () => {
    const scrolling = window.bench.scrolling(window.bench.scrollerIn('.history-list'))
    return [...(await scrolling.read()), ...(await scrolling.drag())]
  })
  await run.page.evaluate(() => window.bench.closeDialog())
  return { 'history-open': [open], 'history-scroll': scrolled }
}
