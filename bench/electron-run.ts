import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { CommandId } from '#shared/commands.ts'
import { isRoot, launchFlags } from '../scripts/program.ts'
import { signalGroup } from '../scripts/run-process.ts'
import { installClock } from './in-page.ts'

/** After this a program that was asked to close is killed. Milliseconds. */
const CLOSE_LIMIT = 15_000

/** A program that was started to be measured. */
export interface ElectronRun {
  readonly app: ElectronApplication
  readonly page: Page
  /** When its process was asked for, in milliseconds since 1970. */
  readonly askedAt: number
  readonly close: () => Promise<void>
  /** Ends it at once: a page that hangs cannot be closed. */
  readonly kill: () => void
}

/** Starts Electron on an app (a folder with a `package.json`), with the clock in its page. */
export async function startElectron(executable: string, app: string, env: NodeJS.ProcessEnv): Promise<ElectronRun> {
  const given = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const askedAt = Date.now()
  const started = await _electron.launch({
    executablePath: executable,
    args: [...launchFlags(given), app],
    env: given,
    chromiumSandbox: !isRoot(),
  })
  const page = await started.firstWindow()
  // A window begins with an empty page, which takes what is put into it along when it goes.
  await page.waitForFunction("location.href !== 'about:blank' && document.readyState !== 'loading'")
  // What runs these scripts wraps named functions in a call of this, also those that are sent into the page.
  await page.evaluate('globalThis.__name = (made) => made')
  await page.evaluate(installClock)
  // Playwright starts the program as the leader of a process group.
  const kill = (): void => signalGroup(started.process().pid, 'SIGKILL')
  const close = async (): Promise<void> => {
    const isClosed = await Promise.race([started.close().then(() => true), wait(CLOSE_LIMIT, false, { ref: false })])
    if (!isClosed) kill()
  }
  return { app: started, page, askedAt, close, kill }
}

/**
 * Chooses a command in the menu bar, and measures from there until the page shows what the selector finds: to the end
 * of the main thread's work on that frame, in milliseconds.
 */
export async function timeCommand({ app, page }: ElectronRun, command: CommandId, selector: string): Promise<number> {
  await whenEnabled(app, command)
  const shown = page.evaluate(async (wanted) => {
    const at = await window.bench.paintedWhen(() => document.querySelector(wanted) !== null, wanted)
    return performance.timeOrigin + at
  }, selector)
  const chosen = await app.evaluate(({ BrowserWindow, Menu }, id) => {
    const at = performance.timeOrigin + performance.now()
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click(undefined, BrowserWindow.getAllWindows()[0])
    return at
  }, command)
  return (await shown) - chosen
}

/** The menu bar follows the page a moment later. */
async function whenEnabled(app: ElectronApplication, command: CommandId): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isEnabled = await app.evaluate(
      ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled ?? false,
      command,
    )
    if (isEnabled) return
    await wait(50)
  }
  throw new Error(`the command ${command} cannot be chosen`)
}

/**
 * Memory of the page's own process two seconds on, MB: what is its own plus its part of what it shares (PSS), or where
 * the system does not tell, its working set. What nobody holds any more is collected first: when the browser would do
 * so by itself is chance, and was a third of the figure.
 */
export async function pageMemory({ app, page }: ElectronRun): Promise<number> {
  await page.evaluate(async () => {
    for (let settled = 0; settled < 120; settled++) await window.bench.painted()
  })
  const tools = await page.context().newCDPSession(page)
  await tools.send('HeapProfiler.collectGarbage')
  await tools.detach()
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

/** What the runtime is made of. */
export function runtimeVersions({
  app,
}: ElectronRun): Promise<Readonly<Record<'electron' | 'chromium' | 'node', string>>> {
  return app.evaluate(() => ({
    electron: process.versions.electron ?? '',
    chromium: process.versions['chrome'] ?? '',
    node: process.versions.node,
  }))
}
