import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareProgram } from '../scripts/program.ts'
import { PlainError, ROOT, runScript, say } from '../scripts/root.ts'
import { barsOf } from './bars.ts'
import { SUBJECTS } from './figures.ts'
import { markdownOf, withReport } from './markdown.ts'
import { measureProjectSize } from './project/measure.ts'
import { machineClass, type Report, versionsUsed } from './report.ts'
import { joined, type Results } from './results.ts'
import { EXPORT_SIZE, inWords, PROJECT_SIZES, type Size, TEXT_SIZES } from './sizes.ts'
import { barTable, growthTable, sizeTable, type Table } from './tables.ts'
import type { Task } from './task.ts'
import { measureTextSize } from './text/measure.ts'
import { buildPeerPage } from './text/peer-run.ts'

const HELP = `npm run bench -- [options]
  --small            the smallest text and project, once: a minute or so
  --rounds N         how often each subject is measured (3)
  --sizes N          only the N smallest texts (4)
  --projects N       only the N smallest projects (3), 0 for none; the CSV of 100,000 rows comes with the last
  --subjects A,B     only these: ${SUBJECTS.join(', ')}
  --limit SECONDS    what one run of one subject may take (180)
  --out FILE         where to write the report (bench.json)
  --markdown FILE    also writes the tables into this page, between its two marks
  --from FILE        measures nothing and shows a report that was written before`

/**
 * Measures the program beside the annotation library and a bare page, in the real Electron: the subjects take turns,
 * each run is a process of its own. Prints tables and writes `bench.json`. It fails where something cannot be
 * measured, never for being slow: machines are.
 */
await runScript(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean' },
      small: { type: 'boolean' },
      rounds: { type: 'string' },
      sizes: { type: 'string' },
      projects: { type: 'string' },
      subjects: { type: 'string' },
      limit: { type: 'string' },
      out: { type: 'string' },
      markdown: { type: 'string' },
      from: { type: 'string' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const isSmall = values.small ?? false
  const texts = TEXT_SIZES.slice(0, count(values.sizes, isSmall ? 1 : TEXT_SIZES.length))
  const projects = PROJECT_SIZES.slice(0, count(values.projects, isSmall ? 1 : PROJECT_SIZES.length))
  const wanted = values.subjects?.split(',')
  const asked = {
    rounds: isSmall ? 1 : count(values.rounds, 3),
    acts: isSmall ? 3 : 12,
    limit: count(values.limit, 180) * 1000,
    isWanted: (subject: string) => wanted === undefined || wanted.includes(subject),
  }
  const report: Report =
    values.from === undefined ? await measure(asked, texts, projects) : JSON.parse(await readFile(values.from, 'utf8'))
  if (values.from === undefined) {
    const path = values.out ?? join(ROOT, 'bench.json')
    await writeFile(path, `${JSON.stringify(report, null, 2)}\n`)
    say(`Written to ${path}`)
  }
  show('How the cost of one text grows', growthTable(report.rows, 'lectern', 'texts'))
  show('How the cost of a project grows', growthTable(report.rows, 'lectern', 'projects'))
  show('The bars', barTable(barsOf(report.rows)))
  if (values.markdown !== undefined) {
    const page = await readFile(values.markdown, 'utf8').catch(() => '')
    await writeFile(values.markdown, withReport(page, markdownOf(report)))
    say(`Written to ${values.markdown}`)
  }
  const broken = report.missing.filter(({ isTooSlow }) => !isTooSlow)
  for (const { figure, subject, why, ...size } of broken) {
    console.error(`✗ ${figure} of ${subject} could not be measured at ${inWords(size)}: ${why}`)
  }
  return broken.length === 0 ? 0 : 1
})

async function measure(
  asked: Pick<Task, 'rounds' | 'acts' | 'limit' | 'isWanted'>,
  texts: readonly Size[],
  projects: typeof PROJECT_SIZES,
): Promise<Report> {
  await buildPeerPage()
  const { executable, env, stop } = await prepareProgram({ for: 'test' })
  try {
    const versions = await versionsUsed(executable, env)
    const task: Task = { ...asked, executable, env, version: versions['lectern'] ?? '' }
    const all: Results[] = []
    const keep = (size: Size, found: Results): void => {
      all.push(found)
      show(inWords(size), sizeTable(size, found.rows, found.missing))
    }
    for (const size of texts) keep(size, await measureTextSize(task, size))
    if (task.isWanted('lectern')) {
      for (const size of projects) keep(size, await measureProjectSize(task, size, 'all'))
      if (projects.length === PROJECT_SIZES.length) {
        keep(EXPORT_SIZE, await measureProjectSize(task, EXPORT_SIZE, 'export'))
      }
    }
    return { machine: machineClass(), versions, measuredAt: new Date().toISOString(), ...joined(all) }
  } finally {
    await stop()
  }
}

function count(given: string | undefined, usual: number): number {
  const found = given === undefined ? usual : Number(given)
  if (!Number.isInteger(found) || found < 0) throw new PlainError(`${given} is not a number of anything.\n${HELP}`)
  return found
}

function show(title: string, { head, lines }: Table): void {
  if (lines.length === 0) return
  say(title)
  console.table(
    Object.fromEntries(
      lines.map(([name, ...cells]) => [name, Object.fromEntries(cells.map((cell, at) => [head[at + 1] || ' ', cell]))]),
    ),
  )
}
