import { type ElectronRun, pageMemory } from '../electron-run.ts'
import type { Findings } from '../findings.ts'
import { words } from '../words.ts'
import { measureActs } from './acts.ts'
import type { Corpus } from './corpus.ts'
import { measureFilter } from './filtering.ts'
import { measureFinding } from './finding.ts'
import { measureOpening } from './opening.ts'
import { measureInspector, measureOutline } from './panes.ts'
import { MEASURED } from './profile.ts'
import { measureRecolouring } from './recolouring.ts'

/** Measures the program with one text: from its own database, through its own window, by the keys that a coder would press. `acts`: how often something is done. */
export async function measureText(run: ElectronRun, findings: Findings, corpus: Corpus, acts: number): Promise<void> {
  const { page } = run
  await page.locator('.transcript-root p').first().waitFor()
  // What stands around the text comes a frame or two after it.
  await page.locator('select.source-select').waitFor()
  await findings.take(['open', 'outline-open', 'open-whole'], () => page.evaluate(measureOpening, MEASURED))
  await findings.take(['memory'], async () => ({ memory: [await pageMemory(run)] }))
  await findings.take(['add', 'remove', 'hit', 'jump'], () => page.evaluate(measureActs, acts))
  await findings.take(['inspector-take', 'inspector-list', 'inspector-scroll'], () =>
    page.evaluate(measureInspector, acts),
  )
  await findings.take(['recolour'], () => page.evaluate(measureRecolouring, Math.ceil(acts / 2)))
  await findings.take(['filter-on', 'filter-off'], () =>
    page.evaluate(measureFilter, {
      times: Math.ceil(acts / 3),
      open: words('command.filterCodings'),
      clear: words('filter.clear'),
    }),
  )
  await findings.take(['scroll-read', 'scroll-drag', 'scroll-jump'], () =>
    page.evaluate(async () => {
      const scrolling = window.bench.scrolling(window.bench.one('.transcript-scroller'))
      return {
        'scroll-read': await scrolling.read(),
        'scroll-drag': await scrolling.drag(),
        'scroll-jump': await scrolling.jump(),
      }
    }),
  )
  await findings.take(['outline-scroll'], () => page.evaluate(measureOutline))
  await findings.take(['copy-all'], () =>
    page.evaluate(() => {
      const begun = performance.now()
      document.getSelection()?.selectAllChildren(window.bench.one('.transcript-root'))
      document.execCommand('copy')
      const ended = performance.now()
      document.getSelection()?.collapseToStart()
      return { 'copy-all': [ended - begun] }
    }),
  )
  await findings.take(['find'], () => measureFinding(run, corpus))
}
