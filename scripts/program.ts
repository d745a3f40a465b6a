import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureBuild } from './build.ts'
import { hasDisplay, startDisplay } from './display.ts'
import { say } from './root.ts'
import { findRuntime } from './runtime.ts'
import { ensureSystemLibraries } from './system-libraries.ts'

/** Everything that is needed to start the program from the checkout. */
export interface Program {
  readonly executable: string
  /** For the program, and for tests that start it. */
  readonly env: NodeJS.ProcessEnv
  readonly isVirtualDisplay: boolean
  /** Ends the virtual display, where one was started. */
  readonly stop: () => Promise<void>
}

/**
 * Gets runtime, system libraries and display ready, and the build.
 * Under `CI` tests get a display of their own even where there is one, so that nothing else stands
 * on it. Throws `PlainError`.
 */
export async function prepareProgram(options: { readonly for: 'start' | 'dev' | 'test' }): Promise<Program> {
  const { executable } = await findRuntime()
  const isCi = options.for === 'test' && process.platform === 'linux' && Boolean(process.env['CI'])
  const isVirtualDisplay = isCi || !hasDisplay()
  await ensureSystemLibraries(executable, isVirtualDisplay)
  warnOfSandbox(executable)
  // Development builds for itself, and watches.
  if (options.for !== 'dev') await ensureBuild()
  const display = isVirtualDisplay ? await startDisplay() : { env: { ...process.env }, stop: async () => {} }
  const env: NodeJS.ProcessEnv = { ...display.env, LECTERN_ELECTRON: executable, ELECTRON_EXEC_PATH: executable }
  // Some editors' terminals set this, and Electron would then be a plain Node.
  delete env['ELECTRON_RUN_AS_NODE']
  return { executable, env, isVirtualDisplay, stop: display.stop }
}

/** Chromium's sandbox refuses to run as root; for everybody else it stays on. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The switches that this system asks for, before the folder of the app. */
export function launchFlags(env: NodeJS.ProcessEnv = process.env): readonly string[] {
  if (process.platform !== 'linux') return []
  const flags: string[] = []
  if (isRoot()) flags.push('--no-sandbox')
  if (!env['DISPLAY'] && env['WAYLAND_DISPLAY']) flags.push('--ozone-platform-hint=auto')
  if (sharedMemory() < 256 * 1024 * 1024) flags.push('--disable-dev-shm-usage')
  return flags
}

/** Containers often give 64 MB, on which Chromium's pages crash. Bytes. */
function sharedMemory(): number {
  try {
    const found = statfsSync('/dev/shm')
    return found.bsize * found.blocks
  } catch {
    return 0
  }
}

/** Newer Ubuntus forbid what the sandbox is built on; Chromium's own words about it are hard to read. */
function warnOfSandbox(executable: string): void {
  if (process.platform !== 'linux' || isRoot()) return
  const setting = (path: string): string => {
    try {
      return readFileSync(path, 'utf8').trim()
    } catch {
      return ''
    }
  }
  const isForbidden =
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    setting('/proc/sys/user/max_user_namespaces') === '0'
  const helper = join(dirname(executable), 'chrome-sandbox')
  if (!isForbidden || !existsSync(helper)) return
  const found = statSync(helper)
  if (found.uid === 0 && (found.mode & 0o4000) !== 0) return
  say('This system does not let programs make user namespaces. If Electron ends with words about the SUID sandbox:')
  say(`  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`)
}
