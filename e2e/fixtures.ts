import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, test as base, type ElectronApplication, expect, type Page, type TestInfo } from 'playwright/test'
import type { CommandId } from '#shared/commands.ts'
import { isRoot, launchFlags, prepareProgram } from '../scripts/program.ts'
import { ROOT } from '../scripts/root.ts'
import { signalGroup } from '../scripts/run-process.ts'

export { expect }

const LAUNCH_LIMIT = 30_000
const CLOSE_LIMIT = 15_000

interface Launch {
  readonly executable: string
  readonly env: Readonly<Record<string, string>>
  readonly files: readonly string[]
}

/** The real program, with a profile of its own. */
export class Lectern {
  /** Uncaught errors of the page and what it wrote to the console as an error. */
  readonly errors: string[] = []
  #running: { readonly app: ElectronApplication; readonly page: Page } | null = null
  readonly #allowed: RegExp[] = []
  readonly #launch: Launch
  #output = ''

  constructor(launch: Launch) {
    this.#launch = launch
  }

  /** The main process, for `evaluate`. */
  get app(): ElectronApplication {
    return this.#current().app
  }

  /** The page in the first window. */
  get page(): Page {
    return this.#current().page
  }

  /** What the program wrote to its standard output and standard error, the last 20,000 characters of it. */
  get output(): string {
    return this.#output
  }

  #current(): { readonly app: ElectronApplication; readonly page: Page } {
    if (this.#running === null) throw new Error('The program is not running: call restart() first.')
    return this.#running
  }

  /** Starts the program, or closes it as a user would and starts it again, on the same profile. */
  async restart(files: readonly string[] = this.#launch.files): Promise<void> {
    await this.close()
    const { executable, env } = this.#launch
    const app = await _electron.launch({
      executablePath: executable,
      args: [...launchFlags(env), ROOT, ...files],
      env: { ...env },
      // Playwright turns the sandbox off unless told.
      chromiumSandbox: !isRoot(),
      timeout: LAUNCH_LIMIT,
    })
    const keep = (chunk: Buffer): void => {
      this.#output = (this.#output + chunk.toString('utf8')).slice(-20_000)
    }
    app.process().stdout?.on('data', keep)
    app.process().stderr?.on('data', keep)
    app.context().on('weberror', (error) => this.#note(`uncaught: ${error.error().stack ?? error.error().message}`))
    app.context().on('console', (message) => {
      if (message.type() === 'error') this.#note(`console: ${message.text()} (${message.location().url})`)
    })
    const page = await app.firstWindow({ timeout: LAUNCH_LIMIT })
    this.#running = { app, page }
    await page.waitForLoadState('domcontentloaded')
  }

  #note(error: string): void {
    if (!this.#allowed.some((pattern) => pattern.test(error))) this.errors.push(error)
  }

  /** Lets errors that a test provokes on purpose pass; they fail the test otherwise. */
  allowErrors(pattern: RegExp): void {
    this.#allowed.push(pattern)
  }

  /** Closes the program as a user would. One that does not end is killed, and fails the test. */
  async close(): Promise<void> {
    if (this.#running === null) return
    const { app } = this.#running
    const isClosed = await Promise.race([app.close().then(() => true), wait(CLOSE_LIMIT, false, { ref: false })])
    if (!isClosed) {
      await this.kill()
      throw new Error(`The program did not close within ${CLOSE_LIMIT / 1000} seconds.`)
    }
    this.#running = null
  }

  /** Ends the program and all its processes at once, as a crash or a power cut would. */
  async kill(): Promise<void> {
    if (this.#running === null) return
    const child = this.#running.app.process()
    this.#running = null
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    // Playwright starts the program as the leader of a process group.
    signalGroup(child.pid, 'SIGKILL')
    await exited
  }

  /** Stands in for the user in every open dialog until the program ends; no paths means cancelled. */
  async chooseFiles(paths: readonly string[]): Promise<void> {
    await this.app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths })
      },
      [...paths],
    )
  }

  /** Stands in for the user in every save dialog until the program ends; null means cancelled. */
  async saveTo(path: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
    }, path)
  }

  /** Chooses a command in the menu bar; waits a moment for it to be there and enabled. */
  async menu(command: CommandId): Promise<void> {
    await expect
      .poll(() => this.app.evaluate(clickMenuItem, command), { message: `menu item ${command}`, timeout: 5000 })
      .toBe('clicked')
  }
}

/** Runs in the main process, so it can use nothing but its arguments. */
function clickMenuItem(
  { BrowserWindow, Menu }: typeof Electron.CrossProcessExports,
  id: string,
): 'missing' | 'disabled' | 'clicked' {
  const item = Menu.getApplicationMenu()?.getMenuItemById(id)
  if (!item) return 'missing'
  if (!item.enabled) return 'disabled'
  // Without a window manager no window has the focus, so the window is named.
  item.click(undefined, BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0])
  return 'clicked'
}

export interface Options {
  /** The language of the interface. */
  readonly language: string
  /** Files to open at the first start, absolute. */
  readonly files: readonly string[]
}

export interface WorkerFixtures {
  /** Where the runtime is, and an environment with a display. */
  readonly program: { readonly executable: string; readonly env: NodeJS.ProcessEnv }
}

async function attachOutput(lectern: Lectern, testInfo: TestInfo): Promise<void> {
  const isWell = testInfo.status === testInfo.expectedStatus && lectern.errors.length === 0
  if (isWell || lectern.output === '') return
  await testInfo.attach('what the program wrote', { body: lectern.output, contentType: 'text/plain' })
}

export const test = base.extend<Options & { lectern: Lectern }, WorkerFixtures>({
  language: ['en', { option: true }],
  files: [[], { option: true }],

  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
    async ({}, use) => {
      const executable = process.env['LECTERN_ELECTRON']
      if (executable) {
        await use({ executable, env: process.env })
        return
      }
      const prepared = await prepareProgram({ for: 'test' })
      try {
        await use(prepared)
      } finally {
        await prepared.stop()
      }
    },
    { scope: 'worker', timeout: 20 * 60_000 },
  ],

  lectern: async ({ program, language, files }, use, testInfo) => {
    const profile = await mkdtemp(join(tmpdir(), 'lectern-profile-'))
    const given = Object.entries(program.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const env = { ...Object.fromEntries(given), LECTERN_USER_DATA: profile, LECTERN_LANGUAGE: language }
    const lectern = new Lectern({ executable: program.executable, env, files })
    try {
      await lectern.restart()
      await use(lectern)
      await lectern.close()
    } finally {
      await lectern.kill()
      await attachOutput(lectern, testInfo)
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
    expect(lectern.errors, 'errors of the page').toEqual([])
  },
})
