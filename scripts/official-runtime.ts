import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './own-lock.ts'
import { ROOT, say } from './root.ts'
import { runTool } from './run-process.ts'

const FOLDER = join(ROOT, 'node_modules/electron')
const MINUTE = 60_000
const DOWNLOAD_LIMIT = 5 * MINUTE

/** Where the program file stands inside an Electron folder ("dist"), by platform. */
export function executableIn(dist: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return join(dist, 'Electron.app/Contents/MacOS/Electron')
  return join(dist, platform === 'win32' ? 'electron.exe' : 'electron')
}

/** The `electron` package's own runtime, if it is there and whole. `install.js` writes path.txt last. */
function installed(): { readonly executable: string; readonly version: string } | null {
  try {
    const executable = join(FOLDER, 'dist', readFileSync(join(FOLDER, 'path.txt'), 'utf8'))
    const version = readFileSync(join(FOLDER, 'dist/version'), 'utf8').trim().replace(/^v/, '')
    const about: { version?: string } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8'))
    return existsSync(executable) && about.version === version ? { executable, version } : null
  } catch {
    return null
  }
}

/**
 * Finds the runtime of the `electron` package, or lets the package download it now: it does not at
 * `npm ci`. A network that refuses fails at once, one that swallows everything after the limit.
 * Answers null, having said why, where it is not to be had.
 */
export async function officialRuntime(): Promise<{ readonly executable: string; readonly version: string } | null> {
  const present = installed()
  if (present !== null) return present
  if (!existsSync(join(FOLDER, 'install.js'))) {
    say('The electron package is not installed.')
    return null
  }
  return withLock(join(ROOT, 'node_modules/.cache/electron-download.lock'), DOWNLOAD_LIMIT + MINUTE, async () => {
    if (installed() === null) {
      say('Downloading the official Electron runtime, about 120 MB …')
      const ended = await runTool(join(FOLDER, 'install.js'), [], { timeLimit: DOWNLOAD_LIMIT, capture: true })
      if (ended.code !== 0) {
        const why = ended.reason === 'took-too-long' ? 'it took too long' : firstLine(ended.output)
        say(`The official runtime is not to be had from here (${why}).`)
      }
    }
    return installed()
  })
}

function firstLine(output: string): string {
  return (
    output
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? 'no reason given'
  )
}
