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

/** Where one run of the library takes longer it is not run again: its cost grows with characters times codings. Milliseconds. */
const LONG = 60_000

/** Measures all subjects with a text of one size. They take turns; each run is a process of its own. */
export async function measureTextSize(task: Task, size: Size): Promise<Results> {
  const corpus = corpusOf(size)
  const profile = await makeProfile(task.executable, task.env, [textProfile(corpus, task.recogniser)])
  const subjects = TEXT_SUBJECTS.filter((subject) => task.isWanted(subject))
  const runs = new Map<TextSubject, Findings[]>()
  const done = new Set<TextSubject>()
  try {
    for (let round = 0; round < task.rounds; round++) {
      // Every other round backwards, so that no subject always comes after the same one.
      for (const subject of round % 2 === 0 ? subjects : [...subjects].reverse()) {
        if (done.has(subject)) continue
        const begun = Date.now()
        const findings = await runSubject(task, subject, profile, corpus)
        const took = Date.now() - begun
        say(`${inWords(size)}: ${subject}, round ${round + 1}, ${Math.round(took / 1000)} s`)
        runs.set(subject, [...(runs.get(subject) ?? []), findings])
        // What was too slow once would be so again.
        if (findings.isOver || (isLibrary(subject) && took > LONG)) done.add(subject)
      }
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return resultsOf(size, runs)
}

function isLibrary(subject: TextSubject): boolean {
  return subject === 'recogito-default' || subject === 'recogito-fastest'
}

async function runSubject(task: Task, subject: TextSubject, profile: string, corpus: Corpus): Promise<Findings> {
  const { executable, env, limit, acts } = task
  if (subject !== 'lectern') return runPeer({ executable, env, limit, acts }, subject, corpus)
  return measureOnCopy({ executable, env, profile, limit }, (run, findings) => measureText(run, findings, corpus, acts))
}
