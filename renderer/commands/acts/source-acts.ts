import type { Change } from '#shared/journal/change.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Steps } from '#shared/journal/steps.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { MemoTarget } from '#shared/model/memo.ts'
import type { Source } from '#shared/model/source.ts'
import { type ActResult, MissingRecord, refuse } from './refusal.ts'
import { removalOf } from './removal.ts'

/** Takes a source into the project. Its text and file are written with this act, and never again. */
export function importSource(_state: ProjectState, source: Source): ActResult {
  return {
    name: 'act.importSource',
    values: { source: source.name },
    changes: [{ kind: 'source', before: null, after: source }],
  }
}

/** Gives a source another name; the file's own name stays with it. */
export function renameSource(state: ProjectState, { sourceId, name }: { sourceId: SourceId; name: string }): ActResult {
  const source = sourceIn(state, sourceId)
  if (name.trim() === '') return refuse('refusal.nameEmpty')
  if (source.name === name.trim()) return refuse('refusal.sameValue')
  return {
    name: 'act.renameSource',
    values: { from: source.name, to: name.trim() },
    changes: [{ kind: 'source', before: source, after: { ...source, name: name.trim() } }],
  }
}

/**
 * Takes sources out of the project, with their codings and whatever hangs on them. The texts stay in
 * the database, so that undo brings back everything.
 */
export function* removeSources(
  state: ProjectState,
  { sourceIds }: { readonly sourceIds: readonly SourceId[] },
): Steps<ActResult> {
  const sources = sourceIds.map((id) => sourceIn(state, id))
  const [first] = sources
  if (first === undefined) return refuse('refusal.noSources')
  const gone = new Set(sourceIds)
  const marks = sourceIds.map((id) => marksOf(state, id))
  const memos = [...state.memos.values()].filter(
    ({ target }) =>
      (target.kind === 'source' && gone.has(target.id)) || (target.kind === 'turn' && gone.has(target.sourceId)),
  )
  const removal = yield* removalOf(
    state,
    marks.flatMap(({ codings }) => [...codings.values()]),
  )
  return {
    name: 'act.removeSources',
    values: {
      source: first.name,
      count: sources.length,
      codings: marks.reduce((sum, one) => sum + one.codings.size, 0),
    },
    changes: [
      ...removal,
      ...memos.map((memo): Change => ({ kind: 'memo', before: memo, after: null })),
      ...marks
        .flatMap(({ edits }) => [...edits.values()])
        .map((edit): Change => ({ kind: 'edit', before: edit, after: null })),
      ...sources.map((source): Change => ({ kind: 'source', before: source, after: null })),
    ],
  }
}

/**
 * Takes back an import of many files, as one act: its sources go out again, but for those that
 * somebody has worked on since.
 */
export function removeImported(
  state: ProjectState,
  { sourceIds }: { readonly sourceIds: readonly SourceId[] },
): ActResult {
  const untouched = sourceIds.flatMap((id) => {
    const source = state.sources.get(id)
    return source === undefined || isWorkedOn(state, id) ? [] : [source]
  })
  if (untouched.length === 0) return refuse('refusal.nothingToTakeBack')
  return {
    name: 'act.removeImported',
    values: { count: untouched.length },
    changes: untouched.map((source): Change => ({ kind: 'source', before: source, after: null })),
  }
}

/** Whether somebody has coded a source, written a memo on it, or corrected its reading. */
export function isWorkedOn(state: ProjectState, sourceId: SourceId): boolean {
  const { segments, codings, edits } = marksOf(state, sourceId)
  if (segments.size + codings.size + edits.size > 0) return true
  return [...state.memos.values()].some(({ target }) => isOnSource(target, sourceId))
}

/**
 * Puts a source that was read anew from the same file in the place of the first one; beside it, where
 * somebody has worked on that: positions in one text say nothing of the other.
 */
export function readAnew(
  state: ProjectState,
  { sourceId, anew }: { readonly sourceId: SourceId; readonly anew: Source },
): ActResult {
  const old = sourceIn(state, sourceId)
  const isBeside = isWorkedOn(state, sourceId)
  const added: Change = { kind: 'source', before: null, after: anew }
  return {
    name: isBeside ? 'act.readBeside' : 'act.readAnew',
    values: { source: old.name, encoding: anew.encoding.toUpperCase() },
    changes: isBeside ? [added] : [{ kind: 'source', before: old, after: null }, added],
  }
}

/** A source of the project. Throws where there is none: callers have it from the state that they ask. */
export function sourceIn(state: ProjectState, id: SourceId): Source {
  const source = state.sources.get(id)
  if (source === undefined) throw new MissingRecord(`no source ${id}`)
  return source
}

/** Whether a memo is about a source or one of its turns. */
function isOnSource(target: MemoTarget, sourceId: SourceId): boolean {
  return (
    (target.kind === 'source' && target.id === sourceId) || (target.kind === 'turn' && target.sourceId === sourceId)
  )
}
