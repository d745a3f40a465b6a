import { readFile } from 'node:fs/promises'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { isRoot, launchFlags } from '../scripts/program.ts'

/** A program that was started to be measured. */
export interface ElectronRun {
  readonly app: ElectronApplication
  readonly page: Page
  readonly close: () => Promise<void>
}

/** Starts Electron on an app: a folder with a `package.json`, or a script. */
export async function startElectron(executable: string, app: string, env: NodeJS.ProcessEnv): Promise<ElectronRun> {
  const given = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const started = await _electron.launch({
    executablePath: executable,
    args: [...launchFlags(given), app],
    env: given,
    chromiumSandbox: !isRoot(),
  })
  const page = await started.firstWindow()
  await page.waitForLoadState('domcontentloaded')
  // What runs these scripts wraps named functions in a call of this, also those that are sent into the page.
  await page.evaluate('globalThis.__name = (made) => made')
  return { app: started, page, close: () => started.close() }
}

/** Memory of the page's own process, MB: what is its own plus its part of what it shares (PSS), or where the system does not tell, its working set. */
export async function pageMemory({ app }: ElectronRun): Promise<number> {
  const { pid, workingSet } = await app.evaluate(({ app: electron, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const page = contents?.getOSProcessId() ?? 0
    const metric = electron.getAppMetrics().find((one) => one.pid === page)
    return { pid: page, workingSet: (metric?.memory.workingSetSize ?? 0) / 1024 }
  })
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const kilobytes = /^Pss:\s+(\d+) kB/mu.exec(rollup)?.[1]
  return kilobytes === undefined ? workingSet : Number(kilobytes) / 1024
}
