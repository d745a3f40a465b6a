import { readOriginal, readText } from '#renderer/db/contents.ts'
import type { EncodingChoice, EncodingChoices, ImportedFile, ImportFailure } from '#shared/bridge.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { isWorkedOn, readAnew } from './acts/source-acts.ts'
import { act, type Desk, say } from './desk.ts'
import { newSource, sayUndecodable, sourceOfFile, takeFile } from './import-files.ts'
import { withSourceReadAnew } from './import-report.ts'
import { openSource } from './open-source.ts'
import type { WorkbenchState } from './workbench.ts'

/** Whose encoding is asked for: a file's that is about to be imported, or a source's of the open project. */
export type EncodingQuestion =
  | { readonly kind: 'new'; readonly file: ImportedFile }
  | { readonly kind: 'source'; readonly sourceId: SourceId }

/** Importers of formats that do not always state their encoding. */
const ENCODED_TEXT = /^(?:plain-text|html|captions)\//

/** Whether another encoding can be asked for: the open source was made of encoded text. */
export function canReadAnew({ session, open }: WorkbenchState): boolean {
  const source = open === null ? undefined : session?.store.getState().state.sources.get(open.sourceId)
  return source !== undefined && ENCODED_TEXT.test(source.importer)
}

/** What is known of the file that a question is about; null once its source is gone. */
export function askedAbout(
  { session }: Pick<WorkbenchState, 'session'>,
  question: EncodingQuestion,
): { readonly fileName: string; readonly encoding: string; readonly sha256: string } | null {
  if (question.kind === 'new') return question.file
  return session?.store.getState().state.sources.get(question.sourceId) ?? null
}

/**
 * Finds out which encodings the file may be in; stops when the signal is aborted. The one that it was
 * read in is among them: a page may declare what nobody would guess.
 */
export async function choicesFor(
  desk: Desk,
  question: EncodingQuestion,
  signal: AbortSignal,
): Promise<EncodingChoices> {
  const bytes = await bytesOf(desk, question)
  if (bytes === null) return { kind: 'failed', reason: 'not-found' }
  if (signal.aborted) return { kind: 'failed', reason: 'cancelled' }
  const job = desk.newId()
  signal.addEventListener('abort', () => void desk.bridge.cancelImport(job))
  const found = await desk.bridge.encodingChoices(job, bytes)
  const asked = askedAbout(desk.workbench.getState(), question)
  if (found.kind === 'failed' || asked === null) return found
  const { encoding } = asked
  if (found.choices.some((choice) => choice.encoding === encoding)) return found
  const text = await textOf(desk, question)
  return { kind: 'choices', choices: [...found.choices, presentChoice(encoding, text)] }
}

/** Lines and characters of a text that are shown. */
const MOST_LINES = 6
const MOST_CHARACTERS = 400

/** How a text is shown that has been read already: by its first lines with characters beyond ASCII. */
function presentChoice(encoding: string, text: string): EncodingChoice {
  const lines = text
    .slice(0, 64 * 1024)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const telling = lines.filter((line) => /[^\0-\x7f]/u.test(line))
  const shown = (telling.length > 0 ? telling : lines).slice(0, MOST_LINES).join('\n')
  const firstLines = shown.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/, '')
  return { encoding, firstLines, undecodable: shown.split('\ufffd').length - 1, score: 0 }
}

async function textOf(desk: Desk, question: EncodingQuestion): Promise<string> {
  return question.kind === 'new' ? question.file.text : (await readText(desk.db, question.sourceId)).text
}

/**
 * Reads the file in the encoding that was chosen. A source text never changes, so a source that is
 * there already makes way for a new one of the same file, or stays beside it where somebody has
 * worked on it. Answers why it could not be read, or null.
 */
export async function readWith(
  desk: Desk,
  question: EncodingQuestion,
  encoding: string,
): Promise<ImportFailure['reason'] | null> {
  const asked = askedAbout(desk.workbench.getState(), question)
  if (asked === null) return 'not-found'
  if (asked.encoding === encoding && question.kind === 'source') {
    leave(desk)
    return null
  }
  let file = question.kind === 'new' ? question.file : null
  if (asked.encoding !== encoding) {
    const original = await bytesOf(desk, question)
    if (original === null) return 'not-found'
    const outcome = await desk.bridge.importBytes(desk.newId(), asked.fileName, original, encoding)
    if (outcome.kind === 'failed') return outcome.failure.reason
    file = { ...outcome.file, original }
  }
  if (file === null) return null
  if (question.kind === 'new') await takeNew(desk, file)
  else await replaceOrAdd(desk, question.sourceId, file)
  return null
}

async function takeNew(desk: Desk, file: ImportedFile): Promise<void> {
  const sourceId = await takeFile(desk, file)
  leave(desk)
  if (sourceId !== null) await openSource(desk, sourceId)
}

async function replaceOrAdd(desk: Desk, sourceId: SourceId, file: ImportedFile): Promise<void> {
  const { session, open } = desk.workbench.getState()
  const state = session?.store.getState().state
  const old = state?.sources.get(sourceId)
  if (state === undefined || old === undefined) return
  const wasOpen = open?.sourceId === sourceId
  if (file.encoding === old.encoding) {
    // Some files say in which encoding they are, and are believed.
    leave(desk)
    say(desk, 'refused', 'notice.encodingStated', { encoding: file.encoding.toUpperCase() })
    return
  }
  const known = sourceOfFile(state, file)
  if (known !== null) {
    await showOrLeave(desk, known.id, wasOpen)
    say(desk, 'refused', 'notice.alreadyThere', { file: known.name })
    return
  }
  const isBeside = isWorkedOn(state, sourceId)
  const { source, contents } = newSource(desk, file)
  const name = isBeside ? `${old.name} (${file.encoding.toUpperCase()})` : old.name
  const anew: Source = { ...source, name, variables: old.variables }
  const outcome = await act(desk, (now) => readAnew(now, { sourceId, anew }), { contents })
  if (outcome.kind !== 'done') {
    leave(desk)
    return
  }
  const { report } = desk.workbench.getState()
  const { encoding, undecodable } = file
  if (report !== null) {
    const result = { kind: 'imported', sourceId: anew.id, encoding, certainty: 'certain', undecodable } as const
    desk.workbench.setState({ report: withSourceReadAnew(report, sourceId, result) })
  }
  await showOrLeave(desk, anew.id, wasOpen)
  sayUndecodable(desk, file)
}

/** Back to the report that the question came from, if it did. */
async function showOrLeave(desk: Desk, sourceId: SourceId, isShown: boolean): Promise<void> {
  if (isShown) await openSource(desk, sourceId)
  leave(desk)
}

/** Closes the question unanswered, and says so where that means that the file is not imported. */
export function giveUp(desk: Desk, question: EncodingQuestion): void {
  leave(desk)
  if (question.kind === 'new') say(desk, 'refused', 'notice.nothingImported')
}

/** Closes the question; the report it came from stands there again. */
function leave(desk: Desk): void {
  const { report } = desk.workbench.getState()
  desk.workbench.setState({ dialog: report === null ? null : { kind: 'import-report' } })
}

async function bytesOf(desk: Desk, question: EncodingQuestion): Promise<Uint8Array | null> {
  if (question.kind === 'new') return question.file.original
  const source = askedAbout(desk.workbench.getState(), question)
  return source === null ? null : readOriginal(desk.db, source.sha256)
}
