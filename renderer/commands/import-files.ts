import type { ImportedFile, ImportFailure, ImportOutcome } from '#shared/bridge.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { importSource } from './acts/source-acts.ts'
import { act, type Desk, say } from './desk.ts'
import { newProject, openSource } from './open-project.ts'

/**
 * Takes imported files into the open project (a first one is made if there is none), each as an act
 * of its own, and shows the last. A file that is already there is not taken twice: it is offered.
 */
export async function takeImports(desk: Desk, outcomes: readonly ImportOutcome[]): Promise<void> {
  const failures: ImportFailure[] = []
  let shown: SourceId | null = null
  let there: { sourceId: SourceId; fileName: string } | null = null
  for (const outcome of outcomes) {
    if (outcome.kind === 'failed') {
      failures.push(outcome.failure)
      continue
    }
    const known = sourceOfFile(desk, outcome.file)
    if (known !== null) there = { sourceId: known, fileName: outcome.file.fileName }
    else shown = (await takeFile(desk, outcome.file)) ?? shown
  }
  if (shown !== null) await openSource(desk, shown)
  if (failures.length > 0) desk.workbench.setState({ dialog: { kind: 'import-failed', failures } })
  else if (there !== null && shown === null) desk.workbench.setState({ dialog: { kind: 'already-there', ...there } })
  else if (there !== null) say(desk, 'refused', 'notice.alreadyThere', { file: there.fileName })
}

/** Takes one imported file in. Answers the new source's id, or null if it could not be written. */
export async function takeFile(desk: Desk, file: ImportedFile): Promise<SourceId | null> {
  if (desk.workbench.getState().session === null) await newProject(desk, nameOf(file.fileName))
  const id = desk.newId() as SourceId
  const source: Source = {
    id,
    name: nameOf(file.fileName),
    fileName: file.fileName,
    mediaType: file.mediaType,
    sha256: file.sha256,
    bytes: file.original.byteLength,
    encoding: file.encoding,
    lineEnds: file.lineEnds,
    importer: file.importer,
    length: file.text.length,
    importedAt: desk.now(),
    variables: {},
  }
  const contents = {
    sourceId: id,
    text: file.text,
    structure: file.structure,
    sha256: file.sha256,
    original: file.original,
  }
  const outcome = await act(desk, (state) => importSource(state, source), contents)
  if (outcome.kind !== 'done') return null
  if (file.undecodable > 0) {
    say(desk, 'failed', 'notice.undecodable', { count: file.undecodable, encoding: file.encoding })
  }
  return id
}

function sourceOfFile(desk: Desk, file: ImportedFile): SourceId | null {
  const { session } = desk.workbench.getState()
  if (session === null) return null
  for (const source of session.store.getState().state.sources.values()) {
    if (source.sha256 === file.sha256) return source.id
  }
  return null
}

function nameOf(fileName: string): string {
  return fileName.replace(/\.[^.]{1,8}$/, '') || fileName
}
