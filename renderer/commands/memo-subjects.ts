import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import { laterNames } from '#shared/memos/renamed-speakers.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { MemoTarget } from '#shared/model/memo.ts'
import type { Reading, Turn } from '#shared/transcript/reading.ts'
import { turnAt } from '#shared/transcript/units.ts'
import { linkName } from './text-links.ts'
import type { WorkbenchState } from './workbench.ts'

/** Something that a memo can be about, and what one would call it. */
export interface MemoSubject {
  readonly target: MemoTarget
  readonly name: string
}

const WORDS = 40

/**
 * What memos can be about where the cursor stands, the nearest first: the coding in hand and its
 * segment, the turn, who speaks it, the source, the project. A coding in hand that the cursor has
 * left for another place comes after what stands there: nobody means what they do not see.
 */
export function subjectsHere(
  state: ProjectState,
  { open, codingId, selection, cursor }: Pick<WorkbenchState, 'open' | 'codingId' | 'selection' | 'cursor'>,
): readonly MemoSubject[] {
  const project: MemoSubject = { target: { kind: 'project', id: state.project.id }, name: state.project.name }
  if (open === null) return [project]
  const marks = marksOf(state, open.sourceId)
  const coding = codingId === null ? undefined : marks.codings.get(codingId)
  const place = selection ?? { start: cursor, end: cursor }
  const isHere =
    coding !== undefined &&
    marks.segments.get(coding.segmentId)?.anchors.some(({ span }) => span.start <= place.end && place.start <= span.end)
  const turn = turnAt(open.reading, place.start)
  const recorded = [
    ...(coding === undefined ? [] : [{ kind: 'coding', id: coding.id } as const]),
    ...(coding === undefined ? [] : [{ kind: 'segment', id: coding.segmentId } as const]),
  ].map((target): MemoSubject => ({ target, name: linkName(state, target) ?? '' }))
  const spoken = [
    ...(turn === null ? [] : turnSubjects(state, open.sourceId, open.reading, turn)),
    ...(turn?.speaker == null ? [] : speakerSubjects(state, turn.speaker)),
  ]
  return [
    ...(isHere ? [...recorded, ...spoken] : [...spoken, ...recorded]),
    { target: { kind: 'source', id: open.sourceId }, name: state.sources.get(open.sourceId)?.name ?? '' },
    project,
  ]
}

/**
 * The memos on a turn: those written on a place within it (two, where two turns were joined), or the
 * one that is yet to be written, at its beginning.
 */
function turnSubjects(state: ProjectState, sourceId: SourceId, reading: Reading, turn: Turn): readonly MemoSubject[] {
  const starts = turnMemoStarts(state, sourceId).filter((start) => turn.span.start <= start && start < turn.span.end)
  const name = turnName(reading, turn)
  return (starts.length === 0 ? [turn.span.start] : starts).map((start) => ({
    target: { kind: 'turn', sourceId, start },
    name,
  }))
}

/** Where in a source turns have memos, UTF-16, in order. */
export function turnMemoStarts(state: Pick<ProjectState, 'memos'>, sourceId: SourceId): readonly number[] {
  return [...state.memos.values()]
    .flatMap(({ target }) => (target.kind === 'turn' && target.sourceId === sourceId ? [target.start] : []))
    .sort((a, b) => a - b)
}

/** Who speaks a turn, and how it begins. */
export function turnName(reading: Reading, turn: Turn): string {
  const said = reading.blocks.slice(turn.firstBlock, turn.endBlock).find(({ kind }) => kind === 'paragraph')
  const words = [...(said?.text.slice(0, 2 * WORDS) ?? '')].slice(0, WORDS).join('')
  return [turn.speaker, words].filter((part) => part !== null && part !== '').join(' · ')
}

/** The memos on a speaker: by this name, and those written when it had another one. */
function speakerSubjects(state: ProjectState, name: string): readonly MemoSubject[] {
  const earlier = [...state.memos.values()].flatMap(({ target }) =>
    target.kind === 'speaker' && target.name !== name && laterNames(state, target.name).has(name) ? [target.name] : [],
  )
  const hasOwn = [...state.memos.values()].some(({ target }) => target.kind === 'speaker' && target.name === name)
  const names = earlier.length > 0 && !hasOwn ? earlier : [name, ...earlier]
  return names.map((one) => ({
    target: { kind: 'speaker', name: one },
    name: one === name ? name : `${name} (${one})`,
  }))
}
