import { rm, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepareProgram } from '../scripts/program.ts'
import { ROOT, runScript, say } from '../scripts/root.ts'
import { corpusOf } from './corpus.ts'
import { type Measured, type Row, rowsOf, SIZES, type Size, SUBJECTS, type Subject } from './figures.ts'
import { makeProfile } from './lectern-profile.ts'
import { runLectern } from './lectern-run.ts'
import { buildPeerPage, runPeer } from './peer-run.ts'
import { ratiosOf, tableOf } from './table.ts'

/** What the library's default does grows with characters times codings: beyond this it takes many minutes. */
const MOST_FOR_DEFAULT = 1_000_000 * 10_000

/**
 * Measures the program beside the annotation library and a bare page, in the real Electron: the subjects take turns,
 * each run is a process of its own. Prints tables and writes `bench.json`. It fails where something cannot be
 * measured, never for being slow: machines are.
 */
await runScript(async () => {
  const { values } = parseArgs({
    options: { small: { type: 'boolean' }, rounds: { type: 'string' }, sizes: { type: 'string' }, subjects: { type: 'string' } },
  })
  const count = Number(values.sizes ?? SIZES.length)
  const sizes = values.small ? SIZES.slice(0, 1) : SIZES.slice(0, count)
  const subjects = SUBJECTS.filter((one) => values.subjects === undefined || values.subjects.split(',').includes(one))
  const rounds = values.small ? 1 : Number(values.rounds ?? 3)
  await buildPeerPage()
  const { executable, env, stop } = await prepareProgram({ for: 'test' })
  try {
    const rows: Row[] = []
    for (const size of sizes) {
      const measured = await measureSize(executable, env, size, rounds, subjects)
      rows.push(...measured)
      say(`${size.characters.toLocaleString('en')} characters, ${size.codings.toLocaleString('en')} codings`)
      console.table(tableOf(measured))
    }
    console.table(ratiosOf(rows))
    const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`
    const report = { machine, versions: { node: process.version }, measuredAt: new Date().toISOString(), rows }
    const path = join(ROOT, 'bench.json')
    await writeFile(path, `${JSON.stringify(report, null, 2)}\n`)
    say(`Written to ${path}`)
    return 0
  } finally {
    await stop()
  }
})

async function measureSize(
  executable: string,
  env: NodeJS.ProcessEnv,
  size: Size,
  rounds: number,
  subjects: readonly Subject[],
): Promise<readonly Row[]> {
  const corpus = corpusOf(size)
  const profile = await makeProfile(executable, env, corpus)
  const runs = new Map<Subject, Measured[]>()
  try {
    for (let round = 0; round < rounds; round++) {
      // Every other round backwards, so that no subject always comes after the same one.
      for (const subject of round % 2 === 0 ? subjects : [...subjects].reverse()) {
        if (subject === 'recogito-default' && size.characters * size.codings > MOST_FOR_DEFAULT) continue
        const measured =
          subject === 'lectern'
            ? await runLectern(executable, env, profile, corpus)
            : await runPeer(executable, env, subject, corpus)
        runs.set(subject, [...(runs.get(subject) ?? []), measured])
      }
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return subjects.flatMap((subject) => rowsOf(subject, size, runs.get(subject) ?? []))
}
