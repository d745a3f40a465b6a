import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import type { Memory, Round } from './bench/inspect-once.ts'
import { bytesOf, SAMPLE_TEXTS, type SampleText } from './bench/sample-texts.ts'
import { ROOT, runScript, say } from './root.ts'

const SIZES = [1, 10, 100] as const
/**
 * Rounds by size. The first ones warm up and count only as `first`: in a text of 10 MB it takes about fourteen until
 * all code is compiled as well as it will be.
 */
const ROUNDS: Readonly<Record<(typeof SIZES)[number], { readonly warmUp: number; readonly measured: number }>> = {
  1: { warmUp: 25, measured: 25 },
  10: { warmUp: 14, measured: 41 },
  100: { warmUp: 2, measured: 3 },
}

/**
 * Prints how long it takes to inspect texts of several sizes, as a multiple of decoding them and splitting
 * them into lines, side by side in the same rounds; and how much memory it takes, as a multiple of the
 * file. The first round stands apart: it is what one file takes in a fresh process. So does what the best quarter of the
 * rounds stays below: on a shared machine neighbours take up to half of the memory's speed for seconds. What is
 * measured is built as the program is, since what runs the sources as they are makes them slower. Nothing fails for
 * being slow: machines are.
 */
await runScript(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  try {
    const script = await built('inspect-once')
    say(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; medians of the rounds`)
    for (const text of SAMPLE_TEXTS) {
      say(`\n${text.name}, ${text.encoding}`)
      console.table(Object.fromEntries(SIZES.map((size) => measure(script, folder, text, size))))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return 0
})

/** Builds a script of the folder beside for the oldest Node that the program runs on; answers where it stands. */
async function built(name: string): Promise<string> {
  // Below the packages, which it asks for.
  const outDir = join(ROOT, 'node_modules/.cache/bench-import')
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      ssr: join(ROOT, `scripts/bench/${name}.ts`),
      target: 'node18.15',
      outDir,
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
  return join(outDir, `${name}.mjs`)
}

function measure(
  script: string,
  folder: string,
  text: SampleText,
  size: (typeof SIZES)[number],
): readonly [string, Record<string, string | number>] {
  const path = join(folder, 'text.txt')
  const bytes = bytesOf(text, size)
  writeFileSync(path, bytes)
  const { warmUp, measured } = ROUNDS[size]
  const all = run<readonly Round[]>(script, path, text.encoding, warmUp + measured)
  const [first] = all
  const rounds = all.slice(warmUp)
  const memory = run<Memory>(script, path, text.encoding, 0)
  const times = (of: (round: Round) => number): string => middle(rounds.map((one) => of(one) / one.base)).toFixed(1)
  const inspected = ({ imported, read, printed }: Round): number => imported + read + printed
  return [
    `${size} MB`,
    {
      'decode + split, ms': Math.round(middle(rounds.map(({ base }) => base))),
      'inspect, ms': Math.round(middle(rounds.map(inspected))),
      'import ×': times(({ imported }) => imported),
      'read ×': times(({ read }) => read),
      'report ×': times(({ printed }) => printed),
      'inspect ×': times(inspected),
      'best quarter ×': quarter(rounds.map((one) => inspected(one) / one.base)).toFixed(1),
      'first ×': first === undefined ? '' : (inspected(first) / first.base).toFixed(1),
      'memory, read ×': (memory.read / bytes.length).toFixed(1),
      'memory, inspect ×': (memory.printed / bytes.length).toFixed(1),
    },
  ]
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function quarter(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 2] ?? Number.NaN
}

function run<T>(script: string, path: string, encoding: string, rounds: number): T {
  const output = execFileSync(process.execPath, [script, path, encoding, String(rounds)], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return JSON.parse(output) as T
}
