import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { aptNames, missingLibraries, packagesFor } from './library-packages.ts'
import { PlainError, say } from './root.ts'
import { run, whyItFailed } from './run-process.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const C_LOCALE = { ...process.env, LC_ALL: 'C' }

interface Missing {
  readonly libraries: readonly string[]
  /** Commands that must be there. */
  readonly commands: readonly string[]
  /** Without one the program runs, but Chinese, Japanese and Korean show as boxes. */
  readonly cjkFont: boolean
}

/** Whether a command can be found on the PATH. */
function hasCommand(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)))
}

async function whatIsMissing(executable: string, needsXvfb: boolean): Promise<Missing> {
  const linked = await run('ldd', [executable], { timeLimit: 30 * SECOND, capture: true, env: C_LOCALE })
  const fonts = await run('fc-list', [':lang=zh'], { timeLimit: 30 * SECOND, capture: true, env: C_LOCALE })
  return {
    libraries: missingLibraries(linked.output),
    commands: needsXvfb && !hasCommand('Xvfb') ? ['Xvfb'] : [],
    cjkFont: fonts.code !== 0 || fonts.output.trim() === '',
  }
}

/**
 * Makes sure, on Linux, that what the runtime is linked with is there, and Xvfb where there is no
 * display. As root on Debian and its kin exactly what is missing is installed; anyone else is told
 * the command, by a `PlainError`. A missing Chinese font is only spoken of.
 */
export async function ensureSystemLibraries(executable: string, needsXvfb: boolean): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = await whatIsMissing(executable, needsXvfb)
  const { packages, unknown } = packagesFor(missing.libraries)
  const required = [...packages, ...(missing.commands.includes('Xvfb') ? ['xvfb'] : [])]
  const isMet = missing.libraries.length === 0 && missing.commands.length === 0
  if (isMet && !missing.cjkFont) return

  const isDebian = existsSync('/etc/debian_version') && hasCommand('apt-get')
  if (isDebian && process.getuid?.() === 0) {
    await installAsRoot(required, missing)
    const left = await whatIsMissing(executable, needsXvfb)
    if (left.libraries.length > 0 || left.commands.length > 0) {
      throw new PlainError(
        `Still missing after the installation: ${[...left.libraries, ...left.commands].join(', ')}. Electron cannot start.`,
      )
    }
    return
  }
  if (missing.cjkFont) {
    say(
      `No font for Chinese was found: such text may show as boxes.${isDebian ? ' The package is fonts-noto-cjk.' : ''}`,
    )
  }
  if (isMet) return
  const named = [...missing.libraries, ...missing.commands].join(', ')
  const lines = [`Electron cannot start, this system lacks: ${named}`]
  if (isDebian && required.length > 0) {
    const names = await resolveNames(required)
    lines.push(
      'Run this once, then the same command again:',
      `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    )
  }
  if (!isDebian || unknown.length > 0) {
    lines.push(`Install the packages of your system that hold them${isDebian ? `: ${unknown.join(', ')}` : ''}.`)
  }
  throw new PlainError(lines.join('\n'))
}

async function resolveNames(packages: readonly string[]): Promise<readonly string[]> {
  const asked = packages.flatMap((name) => [name, `${name}t64`])
  const policy = await run('apt-cache', ['policy', ...asked], { timeLimit: MINUTE, capture: true, env: C_LOCALE })
  return aptNames(packages, policy.output)
}

async function installAsRoot(required: readonly string[], missing: Missing): Promise<void> {
  say(
    `This system lacks ${[...missing.libraries, ...missing.commands, ...(missing.cjkFont ? ['a Chinese font'] : [])].join(', ')}.`,
  )
  say('apt-get update …')
  const updated = await apt(['update'], 5 * MINUTE)
  // A list that could not be renewed may still do: the installation says so if not.
  if (updated.code !== 0) say(whyItFailed('apt-get update', updated))
  if (required.length > 0) {
    const names = await resolveNames(required)
    say(`apt-get install ${names.join(' ')} …`)
    const installed = await apt(['install', '-y', '--no-install-recommends', ...names], 15 * MINUTE)
    if (installed.code !== 0) {
      throw new PlainError(`${whyItFailed('apt-get install', installed)}\n${lastLines(installed.output)}`)
    }
  }
  if (missing.cjkFont) {
    say('apt-get install fontconfig fonts-noto-cjk …')
    const installed = await apt(
      ['install', '-y', '--no-install-recommends', 'fontconfig', 'fonts-noto-cjk'],
      15 * MINUTE,
    )
    if (installed.code !== 0) say(`${whyItFailed('The font', installed)} Chinese may show as boxes.`)
  }
}

function apt(args: readonly string[], timeLimit: number): ReturnType<typeof run> {
  const env = { ...C_LOCALE, DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt-get may be at work, and is waited for.
  return run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], { timeLimit, capture: true, env })
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-15).join('\n')
}
