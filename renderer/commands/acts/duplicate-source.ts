import type { Change } from '#shared/journal/change.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Steps } from '#shared/journal/steps.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodingId, LinkId, MemoId, ReadingEditId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { MemoTarget } from '#shared/model/memo.ts'
import type { Segment } from '#shared/model/segment.ts'
import { memoOn } from './lookup.ts'
import type { ActResult, ActWorld } from './refusal.ts'
import { sourceIn } from './source-acts.ts'

/** What a copy of a source takes along besides text and variables. */
export interface Duplication {
  readonly sourceId: SourceId
  /** The id of the copy, under which its text is stored. */
  readonly copyId: SourceId
  readonly name: string
  /** With the corrections of its reading. */
  readonly edits: boolean
  /** With its codings, the memos on source, turns, segments and codings, and the links that go out from its codings. */
  readonly codings: boolean
}

/**
 * Makes a copy of a source. Codings keep who made them and when; links between two codings of the
 * source are links between the copies, links to other sources go out from the copies as well.
 */
export function* duplicateSource(state: ProjectState, asked: Duplication, world: ActWorld): Steps<ActResult> {
  const { sourceId, copyId, name } = asked
  const { archivedAt: _archived, binnedAt: _binned, ...source } = sourceIn(state, sourceId)
  const copy = { ...source, id: copyId, name: name.trim() === '' ? source.name : name.trim(), importedAt: world.at }
  const { edits } = marksOf(state, sourceId)
  const marks = asked.codings ? yield* copiedMarks(state, asked, world) : []
  return {
    name: 'act.duplicateSource',
    values: { source: source.name },
    changes: [
      { kind: 'source', before: null, after: copy },
      ...(asked.edits
        ? [...edits.values()].map((edit): Change => {
            const id = world.newId() as ReadingEditId
            return { kind: 'edit', before: null, after: { ...edit, id, sourceId: copyId } }
          })
        : []),
      ...marks,
    ],
  }
}

function* copiedMarks(
  state: ProjectState,
  { sourceId, copyId }: Duplication,
  world: ActWorld,
): Steps<readonly Change[]> {
  const { segments, codings, links } = marksOf(state, sourceId)
  const segmentIds = new Map<SegmentId, SegmentId>()
  for (const id of segments.keys()) {
    segmentIds.set(id, world.newId() as SegmentId)
    yield
  }
  const codingIds = new Map<CodingId, CodingId>()
  for (const id of codings.keys()) {
    codingIds.set(id, world.newId() as CodingId)
    yield
  }
  const changes: Change[] = []
  for (const segment of segments.values()) {
    yield
    const after: Segment = { ...segment, id: segmentIds.get(segment.id) ?? segment.id, sourceId: copyId }
    changes.push({ kind: 'segment', before: null, after })
  }
  for (const coding of codings.values()) {
    yield
    const segmentId = segmentIds.get(coding.segmentId) ?? coding.segmentId
    const after: Coding = { ...coding, id: codingIds.get(coding.id) ?? coding.id, segmentId, sourceId: copyId }
    changes.push({ kind: 'coding', before: null, after })
  }
  for (const link of links.values()) {
    yield
    const to = codingIds.get(link.to)
    const from = codingIds.get(link.from) ?? link.from
    const end = to === undefined ? {} : { to, toSourceId: copyId }
    changes.push({
      kind: 'link',
      before: null,
      after: { ...link, ...end, id: world.newId() as LinkId, sourceId: copyId, from },
    })
  }
  const copyMemo = (from: MemoTarget, target: MemoTarget): void => {
    const memo = memoOn(state, from)
    if (memo !== null) {
      changes.push({ kind: 'memo', before: null, after: { ...memo, id: world.newId() as MemoId, target } })
    }
  }
  copyMemo({ kind: 'source', id: sourceId }, { kind: 'source', id: copyId })
  for (const [id, copied] of segmentIds) {
    yield
    copyMemo({ kind: 'segment', id }, { kind: 'segment', id: copied })
  }
  for (const [id, copied] of codingIds) {
    yield
    copyMemo({ kind: 'coding', id }, { kind: 'coding', id: copied })
  }
  for (const { target } of state.memos.values()) {
    if (target.kind === 'turn' && target.sourceId === sourceId) copyMemo(target, { ...target, sourceId: copyId })
  }
  return changes
}
