import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Finding, Seed } from './fuzz.ts'
import type { FuzzOrder, FuzzReport } from './fuzz-worker.ts'

export interface FuzzLimits {
  /** How many mutated files are tried. */
  readonly count: number
  /** The whole run is over then, however many were tried. */
  readonly seconds: number
  /** One file may take so long; beyond that it counts as a hang. */
  readonly secondsEach: number
  /** JavaScript heap of the process that reads. */
  readonly megabytes: number
}

export interface FuzzResult {
  readonly tried: number
  readonly findings: readonly Finding[]
}

/**
 * Reads mutated files in a process of their own. One that hangs, or eats the memory, ends that process
 * and is a finding; the next process goes on behind it.
 */
export async function runFuzz(seeds: readonly Seed[], run: number, limits: FuzzLimits, first = 0): Promise<FuzzResult> {
  const findings: Finding[] = []
  const until = Date.now() + limits.seconds * 1000
  const end = first + limits.count
  let next = first
  while (next < end && Date.now() < until) next = await oneProcess(seeds, run, next, end, until, limits, findings)
  return { tried: Math.min(next, end) - first, findings }
}

/** Runs a process to its end, and answers the number behind the last that it tried. */
function oneProcess(
  seeds: readonly Seed[],
  run: number,
  first: number,
  end: number,
  until: number,
  limits: FuzzLimits,
  findings: Finding[],
): Promise<number> {
  return new Promise((resolve) => {
    const order: FuzzOrder = { seeds, run, first, end }
    const child = fork(fileURLToPath(new URL('./fuzz-worker.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${limits.megabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.send(order)
    let at = { number: first, fileName: '' }
    let isOver = false
    let hang: ReturnType<typeof setTimeout> | undefined
    const finish = (upTo: number, fault: string | null): void => {
      if (isOver) return
      isOver = true
      clearTimeout(hang)
      clearTimeout(timeUp)
      if (fault !== null) findings.push({ ...at, fault })
      child.kill('SIGKILL')
      resolve(upTo)
    }
    const timeUp = setTimeout(() => finish(at.number, null), Math.max(0, until - Date.now()))
    const watch = (): void => {
      clearTimeout(hang)
      hang = setTimeout(
        () => finish(at.number + 1, `took more than ${limits.secondsEach} s`),
        limits.secondsEach * 1000,
      )
    }
    child.on('message', (message) => {
      const report = message as FuzzReport
      if (isOver) return
      if (report.kind === 'done') finish(end, null)
      else if (report.kind === 'found') findings.push(report)
      else {
        at = report
        watch()
      }
    })
    child.on('exit', (code, signal) => finish(at.number + 1, `ended the process (${signal ?? code})`))
  })
}
