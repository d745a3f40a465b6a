import type { SourceContents } from '#renderer/db/project-store.ts'
import type { ImportedFile } from '#shared/bridge.ts'
import { presentSources } from '#shared/journal/present.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { importSource } from './acts/source-acts.ts'
import { act, type Desk, say } from './desk.ts'
import { newProject } from './open-project.ts'

/** The record of a source that an imported file becomes, and what is stored beside it. */
export interface NewSource {
  readonly source: Source
  readonly contents: SourceContents
}

/** Makes the record of a new source. */
export function newSource(desk: Pick<Desk, 'newId' | 'now'>, file: ImportedFile): NewSource {
  const id = desk.newId() as SourceId
  return {
    source: {
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
    },
    contents: {
      sourceId: id,
      text: file.text,
      structure: file.structure,
      sha256: file.sha256,
      original: file.original,
    },
  }
}

/**
 * Takes one imported file into the open project (a first one is made if there is none), and says so.
 * Answers the new source's id, or null if it could not be written.
 */
export async function takeFile(desk: Desk, file: ImportedFile): Promise<SourceId | null> {
  if (desk.workbench.getState().session === null) await newProject(desk, nameOf(file.fileName))
  const { source, contents } = newSource(desk, file)
  const outcome = await act(desk, (state) => importSource(state, source), { contents })
  if (outcome.kind !== 'done') return null
  sayUndecodable(desk, file)
  return source.id
}

/** Says how much of a file could not be decoded, if anything. */
export function sayUndecodable(desk: Desk, { undecodable, encoding }: ImportedFile): void {
  if (undecodable > 0) {
    say(desk, 'failed', 'notice.undecodable', { count: undecodable, encoding: encoding.toUpperCase() })
  }
}

/** The source that was made of the same bytes (and is not in the bin), read in `encoding` unless that is null. */
export function sourceOfFile(
  state: ProjectState,
  { sha256, encoding }: { readonly sha256: string; readonly encoding: string | null },
): Source | null {
  for (const source of presentSources(state)) {
    if (source.sha256 === sha256 && (encoding === null || source.encoding === encoding)) return source
  }
  return null
}

/** What a source made of a file of this name is called at first. */
export function nameOf(fileName: string): string {
  return fileName.replace(/\.[^.]{1,8}$/, '') || fileName
}
