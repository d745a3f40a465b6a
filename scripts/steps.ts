import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBuild } from './build.ts'
import { checkApiLevel } from './check-api-level.ts'
import { incompletePackages } from './check-lock.ts'
import { prepareProgram } from './program.ts'
import { ROOT, say } from './root.ts'
import { run, runTool, toolPath, whyItFailed } from './run-process.ts'
import {
  NONE,
  ONE_FAILED,
  ONE_PASSED,
  ONE_SKIPPED,
  type Tally,
  tallyPlaywright,
  tallyVitest,
  withExitCode,
} from './tally.ts'

const MINUTE = 60_000
const REPORTS = join(ROOT, 'node_modules/.cache/test-reports')

/** One part of `npm test`. */
export interface Step {
  readonly heading: string
  readonly run: () => Promise<Tally>
  /** Without this step's success there is no point in the steps that name it. */
  readonly needs?: string
}

/** A tool that has no tests in it: it fails as one, and passes without a word. */
function toolStep(heading: string, packageName: string, command: string, args: readonly string[]): Step {
  return {
    heading,
    run: async () => {
      const ended = await runTool(toolPath(packageName, command), args, { timeLimit: 5 * MINUTE })
      if (ended.code === 0) return NONE
      say(whyItFailed(heading, ended))
      return ONE_FAILED
    },
  }
}

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}

async function freshReport(name: string): Promise<string> {
  await mkdir(REPORTS, { recursive: true })
  const file = join(REPORTS, name)
  await rm(file, { force: true })
  return file
}

async function lock(): Promise<Tally> {
  const incomplete = await incompletePackages()
  for (const line of incomplete) say(line)
  return incomplete.length === 0 ? NONE : ONE_FAILED
}

async function apiLevel(): Promise<Tally> {
  const outcome = await checkApiLevel()
  if (outcome.kind === 'skipped') say(`skipped: ${outcome.why}`)
  if (outcome.kind === 'failed') say(outcome.why)
  return outcome.kind === 'passed' ? NONE : outcome.kind === 'skipped' ? ONE_SKIPPED : ONE_FAILED
}

async function unit(): Promise<Tally> {
  const report = await freshReport('unit.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ended = await runTool(toolPath('vitest'), args, { timeLimit: 20 * MINUTE })
  if (ended.reason !== 'exit') say(whyItFailed('vitest', ended))
  return withExitCode(tallyVitest(await readReport(report)), ended.code)
}

/** Measures the smallest sizes once: whether everything can be measured, not how quick it is. */
async function smallBenchmark(): Promise<Tally> {
  const report = await freshReport('bench.json')
  const args = ['--import', 'tsx', join(ROOT, 'bench/run.ts'), '--small', '--out', report]
  const ended = await run(process.execPath, args, { timeLimit: 10 * MINUTE, grace: MINUTE })
  if (ended.code === 0) return ONE_PASSED
  say(whyItFailed('The benchmark', ended))
  return ONE_FAILED
}

/** Runs the tests against the real program. `args` go to Playwright as they are. */
export async function endToEnd(project: 'e2e' | 'demo', args: readonly string[] = []): Promise<Tally> {
  const program = await prepareProgram({ for: 'test' })
  try {
    const report = await freshReport(`${project}.json`)
    const env = { ...program.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const all = ['test', `--project=${project}`, '--reporter=list,json', ...args]
    const ended = await runTool(toolPath('playwright'), all, { env, timeLimit: 45 * MINUTE, grace: MINUTE })
    if (ended.reason !== 'exit') say(whyItFailed('playwright', ended))
    return withExitCode(tallyPlaywright(await readReport(report)), ended.code)
  } finally {
    await program.stop()
  }
}

/** What can be said of the code without running or compiling it. */
export const LINT_STEPS: readonly Step[] = [
  // Biome takes `CI` for a terminal with colours.
  toolStep('format and lint', '@biomejs/biome', 'biome', ['ci', ...(process.stdout.isTTY ? [] : ['--colors=off'])]),
  { heading: 'lockfile', run: lock },
  toolStep('unused code', 'knip', 'knip', []),
]

/** Everything that `npm test` does, in order. */
export const STEPS: readonly Step[] = [
  ...LINT_STEPS,
  toolStep('types', 'typescript', 'tsc', ['-b']),
  { heading: 'API level', run: apiLevel },
  { heading: 'unit tests', run: unit },
  {
    heading: 'build',
    run: async () => {
      await ensureBuild()
      return NONE
    },
  },
  { heading: 'end-to-end tests', run: () => endToEnd('e2e'), needs: 'build' },
  { heading: 'benchmark, small', run: smallBenchmark, needs: 'build' },
]
