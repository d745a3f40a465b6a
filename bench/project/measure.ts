import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '../../scripts/root.ts'
import type { Subject } from '../figures.ts'
import { Findings } from '../findings.ts'
import { makeProfile, measureOnCopy } from '../profile.ts'
import { type Results, resultsOf } from '../results.ts'
import { inWords, type ProjectSize } from '../sizes.ts'
import type { Task } from '../task.ts'
import { startPeer } from '../text/peer-run.ts'
import { exportPath, measureExport, measureStringify } from './exporting.ts'
import { projectProfile } from './profile.ts'
import { measureProject } from './project-run.ts'
import { measureEmptyStart, measureStart } from './starting.ts'

/** Beyond this csv-stringify is not asked: the bar is said of fewer rows, and reading so many back takes long. */
const MOST_ROWS = 100_000

/**
 * Measures the program with a project of one size: all of it, or its export alone. Beside it the bare page's start, and
 * csv-stringify on the rows that were exported.
 */
export async function measureProjectSize(task: Task, size: ProjectSize): Promise<Results> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-export-'))
  const profile = await makeProfile(task.executable, task.env, projectProfile(size, task.recogniser))
  const runs = new Map<Subject, Findings[]>()
  const note = (subject: Subject, findings: Findings): void => {
    runs.set(subject, [...(runs.get(subject) ?? []), findings])
  }
  const what = size.isForExport === true ? 'export' : 'all'
  try {
    for (let round = 0; round < task.rounds; round++) {
      const begun = Date.now()
      const found = await runProject(task, profile, folder, what)
      note('lectern', found)
      if (what === 'all' && task.isWanted('floor')) note('floor', await runEmpty(task))
      if (task.isWanted('csv-stringify') && found.measured.export !== undefined && size.codings <= MOST_ROWS) {
        const alone = new Findings(task.limit)
        await alone.take(['export'], () => measureStringify(task.executable, task.env, exportPath(folder), task.limit))
        note('csv-stringify', alone)
      }
      say(`${inWords(size)}: round ${round + 1}, ${Math.round((Date.now() - begun) / 1000)} s`)
      if (found.isOver) break
    }
  } finally {
    for (const path of [profile, folder]) await rm(path, { recursive: true, force: true, maxRetries: 5 })
  }
  return resultsOf(size, runs)
}

function runProject(task: Task, profile: string, folder: string, what: 'all' | 'export'): Promise<Findings> {
  const { executable, env, limit } = task
  return measureOnCopy({ executable, env, profile, limit }, async (run, findings) => {
    if (what === 'all') {
      await measureProject(run, findings, folder, Math.ceil(task.acts / 2))
      return
    }
    await measureStart(run)
    await findings.take(['export-dialog', 'export'], () => measureExport(run, folder))
  })
}

async function runEmpty({ executable, env, limit }: Task): Promise<Findings> {
  const findings = new Findings(limit)
  const run = await startPeer(executable, env)
  await findings.take(['start'], () => measureEmptyStart(run)).finally(run.close)
  return findings
}
