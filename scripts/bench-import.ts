import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeGb18030 } from './bench/gb18030.ts'
import type { Round } from './bench/inspect-once.ts'
import { ROOT, runScript, say } from './root.ts'

const SIZES = [1, 10, 100] as const
const ROUNDS: Readonly<Record<number, number>> = { 1: 15, 10: 7, 100: 3 }
const MEGABYTE = 1_000_000

/**
 * Prints how long it takes to inspect hard-wrapped Chinese in GB18030, as a multiple of decoding it
 * and splitting it into lines, side by side in the same rounds; and how much memory it takes, as a
 * multiple of the file. Nothing fails for being slow: machines are.
 */
await runScript(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  try {
    const rows = SIZES.map((size) => measure(folder, size))
    say(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; medians`)
    console.table(Object.fromEntries(rows))
  } finally {
    rmSync(folder, { recursive: true })
  }
  return 0
})

function measure(folder: string, size: number): readonly [string, Record<string, string | number>] {
  const path = join(folder, `${size}.txt`)
  writeFileSync(path, textOf(size))
  const rounds = run<readonly Round[]>(path, ROUNDS[size] ?? 3)
  const middle = (of: (round: Round) => number): number => {
    const sorted = rounds.map(of).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
  const times = (of: (round: Round) => number): string => middle((round) => of(round) / round.base).toFixed(2)
  return [
    `${size} MB`,
    {
      'decode + split, ms': Math.round(middle(({ base }) => base)),
      'import ×': times(({ imported }) => imported),
      'read ×': times(({ read }) => read),
      'import + read ×': times(({ imported, read }) => imported + read),
      'with report ×': times(({ imported, read, reported }) => imported + read + reported),
      'memory ×': (run<number>(path, 0) / (size * MEGABYTE)).toFixed(1),
    },
  ]
}

function run<T>(path: string, rounds: number): T {
  const script = join(ROOT, 'scripts/bench/inspect-once.ts')
  const output = execFileSync(process.execPath, ['--import', 'tsx', script, path, String(rounds)], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return JSON.parse(output) as T
}

/** The sample's press conference again and again, each time with other numbers, wrapped as in a newspaper's column. */
function textOf(megabytes: number): Uint8Array {
  const sample = readFileSync(join(ROOT, 'samples/press-conference-zh.txt'), 'utf8')
  const wrapped = sample
    .split('\n')
    .flatMap((line) => line.match(/.{1,16}/gu) ?? [''])
    .join('\n')
  const one = encodeGb18030(`${wrapped}\n`)
  const whole = new Uint8Array(Math.ceil((megabytes * MEGABYTE) / one.length) * one.length)
  for (let at = 0; at < whole.length; at += one.length) whole.set(one, at)
  return whole
}
