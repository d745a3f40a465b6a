import { join } from 'node:path'
import { PlainError, ROOT } from '../../scripts/root.ts'
import { run as runProcess, whyItFailed } from '../../scripts/run-process.ts'
import { type ElectronRun, timeCommand } from '../electron-run.ts'

/** How often it is written in one run; the median counts. */
const TIMES = 3

/** The codings of the whole project as CSV into files of a folder: from the click on the button until the program says it is done. */
export async function measureExport(
  run: ElectronRun,
  folder: string,
): Promise<Record<'export-dialog' | 'export', number[]>> {
  const opened: number[] = []
  const saved: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const path = exportPath(folder, time)
    await run.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    opened.push(await timeCommand(run, 'export-csv', 'dialog .dialog-foot .primary'))
    saved.push(await run.page.evaluate(saveAndWait, path))
  }
  return { 'export-dialog': opened, export: saved }
}

/** Where the first of the files is. */
export function exportPath(folder: string, time = 0): string {
  return join(folder, `codings-${time}.csv`)
}

/** Runs in the page. */
async function saveAndWait(path: string): Promise<number> {
  const { bench } = window
  for (let settled = 0; settled < 12; settled++) await bench.painted()
  const begun = performance.now()
  bench.one('dialog .dialog-foot .primary').click()
  const ended = await bench.paintedWhen(
    () => [...document.querySelectorAll('[role="status"]')].some(({ textContent }) => textContent?.includes(path)),
    'the word that it is saved',
    // So many rows take long; what is too long the run's own limit says.
    600_000,
  )
  return ended - begun
}

/** The same rows written by csv-stringify and nothing else, in a fresh process of the same runtime. Throws `PlainError`. */
export async function measureStringify(
  executable: string,
  env: NodeJS.ProcessEnv,
  file: string,
  limit: number,
): Promise<Record<'export', number[]>> {
  const script = join(ROOT, 'bench/project/stringify-alone.cjs')
  const ended = await runProcess(executable, [script, file, String(TIMES)], {
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    timeLimit: limit,
    capture: true,
  })
  if (ended.code !== 0) throw new PlainError(`${whyItFailed('csv-stringify', ended)} ${ended.output}`)
  const answer: { readonly ms: number[] } = JSON.parse(ended.output.slice(ended.output.indexOf('{')))
  return { export: answer.ms }
}
