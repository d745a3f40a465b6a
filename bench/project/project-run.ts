import { type ElectronRun, pageMemory } from '../electron-run.ts'
import type { Findings } from '../findings.ts'
import { words } from '../words.ts'
import { measureApplying, measureCodebook, measureFilterSearch, measurePalette } from './codebook.ts'
import { measureExport } from './exporting.ts'
import { measureHistory } from './history.ts'
import { measureLibrary } from './library.ts'
import { measureStart, measureSwitching } from './starting.ts'

/** What is typed: letters of names that there are, so that each key finds something else than the one before. */
const CODE_KEYS = ['z', 'v', 'x', 'j', 'b', '']
const SOURCE_KEYS = ['k', '', 'h', '', 'm', '']

/** Measures the program with a project of many sources, from its start to its export; the files of that go into `folder`. `acts`: how often something is done. */
export async function measureProject(
  run: ElectronRun,
  findings: Findings,
  folder: string,
  acts: number,
): Promise<void> {
  const { page } = run
  await findings.take(['start'], () => measureStart(run))
  await findings.take(['memory'], async () => ({ memory: [await pageMemory(run)] }))
  await findings.take(['switch'], () => page.evaluate(measureSwitching, acts))
  await findings.take(['codebook-apply', 'counts'], () => page.evaluate(measureApplying, acts))
  await findings.take(['palette-open', 'palette-type'], () => page.evaluate(measurePalette, CODE_KEYS))
  await findings.take(['codebook-search', 'codebook-scroll'], () => page.evaluate(measureCodebook, CODE_KEYS))
  await findings.take(['filter-search'], () =>
    page.evaluate(measureFilterSearch, { typed: CODE_KEYS, open: words('command.filterCodings') }),
  )
  await findings.take(['library-open', 'library-search', 'library-sort', 'library-scroll'], () =>
    measureLibrary(run, SOURCE_KEYS),
  )
  await findings.take(['history-open', 'history-scroll'], () => measureHistory(run))
  await findings.take(['export-dialog', 'export'], () => measureExport(run, folder))
}
