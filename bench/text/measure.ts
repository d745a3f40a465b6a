import { rm } from 'node:fs/promises'
import { say } from '../../scripts/root.ts'
import { TEXT_SUBJECTS, type TextSubject } from '../figures.ts'
import type { Findings } from '../findings.ts'
import { makeProfile, measureOnCopy } from '../profile.ts'
import { type Results, resultsOf } from '../results.ts'
import { inWords, type Size } from '../sizes.ts'
import type { Task } from '../task.ts'
import { type Corpus, corpusOf } from './corpus.ts'
import { measureText } from './lectern-run.ts'
import { runPeer } from './peer-run.ts'
import { textProfile } from './profile.ts'

/** What the library's default does grows with characters times codings: from here on one round of it is enough. */
const LONG_FOR_DEFAULT = 1_000_000

/** Measures all subjects with a text of one size. They take turns; each run is a process of its own. */
export async function measureTextSize(task: Task, size: Size): Promise<Results> {
  const corpus = corpusOf(size)
  const profile = await makeProfile(task.executable, task.env, [textProfile(corpus, task.version)])
  const subjects = TEXT_SUBJECTS.filter((subject) => task.isWanted(subject))
  const runs = new Map<TextSubject, Findings[]>()
  try {
    for (let round = 0; round < task.rounds; round++) {
      // Every other round backwards, so that no subject always comes after the same one.
      for (const subject of round % 2 === 0 ? subjects : [...subjects].reverse()) {
        const before = runs.get(subject) ?? []
        if (isEnough(subject, size, before)) continue
        const begun = Date.now()
        const findings = await runSubject(task, subject, profile, corpus)
        say(`${inWords(size)}: ${subject}, round ${round + 1}, ${Math.round((Date.now() - begun) / 1000)} s`)
        runs.set(subject, [...before, findings])
      }
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return resultsOf(size, runs)
}

/** What was too slow once would be so again. */
function isEnough(subject: TextSubject, { characters }: Size, before: readonly Findings[]): boolean {
  if (before.some(({ isOver }) => isOver)) return true
  return subject === 'recogito-default' && characters >= LONG_FOR_DEFAULT && before.length > 0
}

async function runSubject(task: Task, subject: TextSubject, profile: string, corpus: Corpus): Promise<Findings> {
  const { executable, env, limit, acts } = task
  if (subject !== 'lectern') return runPeer({ executable, env, limit, acts }, subject, corpus)
  return measureOnCopy({ executable, env, profile, limit }, (run, findings) =>
    measureText(run, findings, corpus, task.acts),
  )
}
