import { readFile, writeFile } from 'node:fs/promises'
import { prepareProgram } from '../scripts/program.ts'
import { recogniserMark } from '../scripts/recogniser-mark.ts'
import { runScript, say } from '../scripts/root.ts'
import { barsOf } from './bars.ts'
import { markdownOf, withReport } from './markdown.ts'
import { HELP, type Options, optionsOf } from './options.ts'
import { measureProjectSize } from './project/measure.ts'
import { machineClass, type Report, versionsUsed } from './report.ts'
import { joined, type Results } from './results.ts'
import { inWords, type Size } from './sizes.ts'
import { barTable, growthTable, sizeTable, type Table } from './tables.ts'
import type { Task } from './task.ts'
import { measureTextSize } from './text/measure.ts'
import { buildPeerPage } from './text/peer-run.ts'

/**
 * Measures the program beside the annotation library and a bare page, in the real Electron: the subjects take turns,
 * each run is a process of its own. Prints tables and writes `bench.json`. It fails where something cannot be
 * measured, never for being slow: machines are.
 */
await runScript(async () => {
  const options = optionsOf(process.argv.slice(2))
  if (options.isHelp) {
    console.log(HELP)
    return 0
  }
  const report: Report =
    options.from === null ? await measure(options) : JSON.parse(await readFile(options.from, 'utf8'))
  if (options.from === null) {
    await writeFile(options.out, `${JSON.stringify(report, null, 2)}\n`)
    say(`Written to ${options.out}`)
  }
  show('How the cost of one text grows', growthTable(report.rows, 'lectern', 'texts'))
  show('How the cost of a project grows', growthTable(report.rows, 'lectern', 'projects'))
  show('The bars', barTable(barsOf(report.rows)))
  if (options.markdown !== null) {
    const page = await readFile(options.markdown, 'utf8').catch(() => '')
    await writeFile(options.markdown, withReport(page, markdownOf(report)))
    say(`Written to ${options.markdown}`)
  }
  // At the smallest sizes nothing takes so long that is not broken.
  const broken = report.missing.filter(({ isTooSlow }) => options.isSmall || !isTooSlow)
  for (const { figure, subject, why, ...size } of broken) {
    console.error(`✗ ${figure} of ${subject} could not be measured at ${inWords(size)}: ${why}`)
  }
  return broken.length === 0 ? 0 : 1
})

async function measure(options: Options): Promise<Report> {
  await buildPeerPage()
  const { executable, env, stop } = await prepareProgram({ for: 'test' })
  try {
    const versions = await versionsUsed(executable, env)
    const task: Task = { ...options, executable, env, recogniser: recogniserMark() }
    const all: Results[] = []
    const keep = (size: Size, found: Results): void => {
      all.push(found)
      show(inWords(size), sizeTable(size, found.rows, found.missing))
    }
    for (const size of options.texts) keep(size, await measureTextSize(task, size))
    if (task.isWanted('lectern')) {
      for (const size of options.projects) keep(size, await measureProjectSize(task, size))
    }
    return { machine: machineClass(), versions, measuredAt: new Date().toISOString(), ...joined(all) }
  } finally {
    await stop()
  }
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
