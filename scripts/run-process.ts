import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Interrupted, PlainError, ROOT } from './root.ts'

/** How a command ended. `output` is empty unless it was captured. */
export interface Ended {
  readonly code: number
  readonly reason: 'exit' | 'signal' | 'took-too-long' | 'not-found'
  readonly output: string
}

interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** After this the command and all that it started are ended. Milliseconds. */
  readonly timeLimit: number
  /** Keeps stdout and stderr instead of showing them. */
  readonly capture?: boolean
  /** How long a command that was asked to end may take before it is killed. Milliseconds. */
  readonly grace?: number
}

/** For what is used as long as one likes; timers hold no more than this (24.8 days). */
export const NO_LIMIT = 2 ** 31 - 1

const OWN_GROUP = process.platform !== 'win32'

/** Sends a signal to a process that was started as the leader of its group, and to all it started. */
export function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    if (OWN_GROUP) process.kill(-pid, signal)
    else spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' })
  } catch {
    // It has ended meanwhile.
  }
}

/**
 * Passes Ctrl-C and the like on to a child, once; the second time the child is killed. The answer
 * stops passing, and tells whether anything was passed.
 */
function passSignals(child: ChildProcess, grace: number): () => boolean {
  let asked = false
  const pass = (signal: NodeJS.Signals): void => {
    if (asked) {
      signalGroup(child.pid, 'SIGKILL')
      return
    }
    asked = true
    // Only the leader: it knows best in which order what it started has to end.
    child.kill(signal)
    setTimeout(() => signalGroup(child.pid, 'SIGKILL'), grace).unref()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, pass)
  return () => {
    for (const signal of signals) process.off(signal, pass)
    return asked
  }
}

/**
 * Runs a command to its end, or to its time limit. The child leads a process group of its own, so
 * that Ctrl-C reaches it once (from here, not from the terminal as well) and nothing outlives it. Throws `Interrupted` when a
 * signal to end was passed on.
 */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: options.env ?? process.env,
      stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: OWN_GROUP,
      windowsHide: true,
    })
    const stopPassing = passSignals(child, options.grace ?? 10_000)
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    let tookTooLong = false
    const timer = setTimeout(() => {
      tookTooLong = true
      signalGroup(child.pid, 'SIGKILL')
    }, options.timeLimit)
    const end = (code: number, reason: Ended['reason']): void => {
      clearTimeout(timer)
      if (stopPassing()) reject(new Interrupted())
      else resolve({ code, reason, output: Buffer.concat(chunks).toString('utf8') })
    }
    child.on('error', () => end(127, 'not-found'))
    child.on('close', (code, signal) => {
      if (tookTooLong) end(1, 'took-too-long')
      else if (signal !== null) end(1, 'signal')
      else end(code ?? 1, 'exit')
    })
  })
}

/** Says in one line why a command did not end well. */
export function whyItFailed(what: string, ended: Ended): string {
  if (ended.reason === 'took-too-long') return `${what} took too long and was ended.`
  if (ended.reason === 'not-found') return `${what} could not be started: there is no such program here.`
  if (ended.reason === 'signal') return `${what} was ended by the system.`
  return `${what} failed (exit code ${ended.code}).`
}

/** Reads the path of a package's command out of its own package.json; absolute. */
export function toolPath(packageName: string, command: string = packageName): string {
  const folder = join(ROOT, 'node_modules', packageName)
  try {
    const about: { bin?: string | Record<string, string> } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    const bin = typeof about.bin === 'string' ? about.bin : about.bin?.[command]
    if (bin !== undefined) return join(folder, bin)
  } catch {
    // Said below.
  }
  throw new PlainError(`The package ${packageName} is not installed. Run: npm ci`)
}

/** Runs a package's command in the Node that runs this script: no shell, no .cmd file on Windows. */
export function runTool(tool: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  return run(process.execPath, [tool, ...args], options)
}

/** Runs npm, the same one that started this script where there is one. Output is kept. */
export function runNpm(args: readonly string[], options: RunOptions): Promise<Ended> {
  const cli = process.env['npm_execpath']
  // Under `npm --silent` the inner npm would fail without a word.
  const quiet = ['--loglevel=error', ...args]
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...quiet], { ...options, capture: true })
  return run('npm', quiet, { ...options, capture: true })
}
