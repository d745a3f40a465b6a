import type { ImportedFile, ImportOutcome } from '#shared/bridge.ts'
import type { JournalHead, Seq } from '#shared/journal/entry.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { importSource } from './acts/source-acts.ts'
import { type Desk, say } from './desk.ts'
import { nameOf, newSource, sourceOfFile, takeFile } from './import-files.ts'
import { type ImportReport, type ImportResult, joinReports } from './import-report.ts'
import { newProject } from './open-project.ts'
import { openSource } from './open-source.ts'
import type { ProjectSession } from './project-session.ts'

/** A file that waits to be imported, wherever it comes from. */
export interface WaitingImport {
  /** Names the import to the bridge while it runs. */
  readonly job: string
  readonly fileName: string
  /** The folders between the chosen one and the file, parted by `/`. */
  readonly folder: string
  readonly bytes: number
  /** Reads and imports it. Asked once; nothing needs to be begun when the signal is aborted. */
  readonly read: (signal: AbortSignal) => Promise<ImportOutcome>
}

/** What somebody chose to import. */
export interface ImportBatch {
  /** What a project that is made for it is called; null: like its first file. */
  readonly projectName: string | null
  readonly files: readonly WaitingImport[]
  /** What is known of the batch before any file is read. */
  readonly report: ImportReport
}

/** An import under way, as the progress bar shows it. */
export interface ImportRun {
  /** Names of the files that are being read. */
  readonly running: readonly string[]
  /** How many files are done, and how many there are. */
  readonly done: number
  readonly count: number
  readonly isStopping: boolean
  /** It takes no more files: it is stopping, or its one file is being shown. What is chosen now is an import of its own. */
  readonly isClosed: boolean
  /** Takes more files, behind the others. */
  readonly add: (batch: ImportBatch) => void
  /** Reads no more files and keeps nothing of those that are being read. What is imported stays. */
  readonly stop: () => void
  /** Resolves when nothing of it is under way any more. */
  readonly ended: Promise<void>
}

/** How many files are read at the same time: the next file is read while one is imported. */
const FILES_AT_ONCE = 2

/** Files that are together larger than this many bytes are read one after the other. */
const BYTES_AT_ONCE = 64 * 1024 * 1024

/** From so many files on it is said how far it has come, four times. */
const MANY = 8

/** Whether there is nothing in a batch to import or to tell. */
export function isEmpty({ files, report }: ImportBatch): boolean {
  return files.length === 0 && report.rows.length === 0 && report.passedOver === 0 && !report.isCut
}

/**
 * Imports what was chosen, while everything else goes on. Each file is an act of its own, in the order
 * of the list: it is on the disk or there is nothing of it. One file alone is shown at once; of
 * several, or where something went wrong, there is a report at the end.
 */
export async function importBatch(desk: Desk, batch: ImportBatch): Promise<void> {
  for (;;) {
    const { importing } = desk.workbench.getState()
    if (importing === null) break
    if (!importing.isClosed) {
      importing.add(batch)
      return
    }
    await importing.ended
  }
  if (isEmpty(batch)) return
  await runImport(desk, batch)
}

async function runImport(desk: Desk, batch: ImportBatch): Promise<void> {
  const waiting = [...batch.files]
  const running = new Set<WaitingImport>()
  const stopping = new AbortController()
  let report = batch.report
  let count = waiting.length
  let done = 0
  let isShowing = false
  /** A long text is read beside everything else, when the import is over. */
  let comingUp: Promise<void> = Promise.resolve()
  let into: ProjectSession | null = desk.workbench.getState().session
  /** Where the journal stood before the first file of several came, and the entries by which these came. */
  let before: JournalHead | null = null
  const entries: Seq[] = []
  let turn: Promise<void> = Promise.resolve()
  let end = (): void => {}

  const isAlone = (): boolean => count === 1 && report.passedOver === 0 && report.rows.length === 0 && !report.isCut
  const add = (more: ImportBatch): void => {
    waiting.push(...more.files)
    count += more.files.length
    report = joinReports(report, more.report)
    show()
  }
  const stop = (): void => {
    if (stopping.signal.aborted) return
    stopping.abort()
    void desk.bridge.forgetChosen(waiting.map((file) => file.job))
    for (const file of running) void desk.bridge.cancelImport(file.job)
    report = { ...report, stopped: report.stopped + waiting.length }
    waiting.length = 0
    show()
  }
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const show = (): void => {
    const names = [...running].map((file) => file.fileName)
    const isStopping = stopping.signal.aborted
    const isClosed = isStopping || isShowing
    desk.workbench.setState({ importing: { running: names, done, count, isStopping, isClosed, add, stop, ended } })
  }
  const sessionFor = async (file: ImportedFile): Promise<ProjectSession | null> => {
    if (into === null && desk.workbench.getState().session === null) {
      await newProject(desk, batch.projectName ?? nameOf(file.fileName))
    }
    const { session } = desk.workbench.getState()
    into ??= session
    // The project may have been closed and opened again meanwhile.
    return session?.id === into?.id ? session : into
  }
  const commit = async (file: ImportedFile): Promise<ImportResult> => {
    const session = await sessionFor(file)
    if (session === null) return { kind: 'not-saved', detail: '' }
    const known = sourceOfFile(session.store.getState().state, { sha256: file.sha256, encoding: null })
    if (known !== null) return { kind: 'there', sourceId: known.id }
    const { source, contents } = newSource(desk, file)
    before ??= session.store.getState().head
    // Whoever works meanwhile and takes back what they did last means that, and not a file that has just come in.
    const outcome = await session.perform((state) => importSource(state, source), { contents, isBeside: true })
    if (outcome.kind === 'done') entries.push(outcome.entry.seq)
    else return { kind: 'not-saved', detail: outcome.kind === 'failed' ? outcome.detail : '' }
    const { open, opening, dialog, session: current } = desk.workbench.getState()
    // Something to read, if nothing is being read. It comes up beside the import: a long one takes a while.
    if (current === session && open === null && opening === null && dialog === null) {
      comingUp = openSource(desk, source.id)
    }
    const { encoding, certainty, undecodable } = file
    return { kind: 'imported', sourceId: source.id, encoding, certainty, undecodable }
  }
  const settle = async (file: WaitingImport, outcome: ImportOutcome): Promise<void> => {
    if (stopping.signal.aborted) {
      report = { ...report, stopped: report.stopped + 1 }
    } else if (outcome.kind === 'imported' && isAlone()) {
      isShowing = true
      show()
      const sourceId = await takeAlone(desk, outcome.file)
      if (sourceId !== null) comingUp = openSource(desk, sourceId)
    } else {
      const result = outcome.kind === 'failed' ? outcome : await commit(outcome.file)
      report = { ...report, rows: [...report.rows, { fileName: file.fileName, folder: file.folder, result }] }
    }
  }
  const importOne = async (file: WaitingImport, before: Promise<void>): Promise<void> => {
    const outcome = await outcomeOf(file, stopping.signal)
    await before
    try {
      await settle(file, outcome)
    } finally {
      running.delete(file)
      done += 1
      show()
      if (count >= MANY && done < count && Math.floor((4 * done) / count) > Math.floor((4 * (done - 1)) / count)) {
        say(desk, 'done', 'notice.importing', { done, count })
      }
    }
  }

  show()
  // What was said of the import before would be taken for a word about this one.
  desk.workbench.setState({ notice: null })
  try {
    const atWork = new Set<Promise<void>>()
    for (;;) {
      const [next] = waiting
      if (next !== undefined && fits(next, running)) {
        waiting.shift()
        running.add(next)
        show()
        turn = importOne(next, turn)
        const work = turn.finally(() => atWork.delete(work))
        atWork.add(work)
      } else if (atWork.size > 0) {
        await Promise.race(atWork)
      } else {
        break
      }
    }
    if (before !== null && entries.length > 0) {
      await into?.gather(entries, before, { name: 'act.importSources', values: { count: entries.length } })
    }
  } finally {
    desk.workbench.setState({ importing: null })
    end()
  }
  finish(desk, report)
  await comingUp
}

function fits(next: WaitingImport, running: ReadonlySet<WaitingImport>): boolean {
  if (running.size === 0) return true
  let bytes = next.bytes
  for (const file of running) bytes += file.bytes
  return running.size < FILES_AT_ONCE && bytes <= BYTES_AT_ONCE
}

/** What could not even be asked for is the file's failure, not the end of all others. */
async function outcomeOf({ fileName, read }: WaitingImport, signal: AbortSignal): Promise<ImportOutcome> {
  try {
    return await read(signal)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', failure: { fileName, reason: 'importer-failed', detail } }
  }
}

/** One file alone is to be shown: answers its source. Where its encoding is doubtful, that is asked before anything is kept. */
async function takeAlone(desk: Desk, file: ImportedFile): Promise<SourceId | null> {
  const { session } = desk.workbench.getState()
  const known = session === null ? null : sourceOfFile(session.store.getState().state, { ...file, encoding: null })
  if (known !== null) {
    desk.workbench.setState({ dialog: { kind: 'already-there', sourceId: known.id, fileName: file.fileName } })
    return null
  }
  if (file.certainty === 'unsure') {
    desk.workbench.setState({ dialog: { kind: 'encoding', question: { kind: 'new', file } } })
    return null
  }
  return takeFile(desk, file)
}

function finish(desk: Desk, report: ImportReport): void {
  const { rows, passedOver, isCut, stopped } = report
  if (rows.length + passedOver + stopped === 0 && !isCut) return
  // One file that was stopped needs no list.
  if (rows.length + passedOver > 0 || stopped > 1 || isCut) desk.workbench.setState({ report })
  const imported = rows.filter((row) => row.result.kind === 'imported').length
  say(desk, stopped > 0 ? 'refused' : 'done', stopped > 0 ? 'notice.importStopped' : 'notice.imported', {
    count: imported,
  })
}
