import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { applyChanges, codeList, emptyState, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CoderId, IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import { spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { applyCode } from './apply-code.ts'
import { foundProject } from './project-acts.ts'
import { type ActResult, type ActWorld, isRefusal } from './refusal.ts'

/** What tests of acts on parts and links begin with: two sources of one text, and a way to code them. */
export const TEXT = '缺的不是办法，\n而是决心。𠮷日动工，早问、明问、人人都问。The bridge 🌉 opens in May.'
export const HERE = '00000000-0000-4000-8000-0000000000aa' as SourceId
export const THERE = '00000000-0000-4000-8000-0000000000bb' as SourceId
export const SOURCES: readonly SourceId[] = [HERE, THERE]

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const CODER = '00000000-0000-4000-8000-000000000001' as CoderId

let count = 0
export const world: ActWorld = {
  at: AT,
  coderId: CODER,
  newId: () => `00000000-0000-4000-9000-${String(++count).padStart(12, '0')}`,
}

/** A project with the starter codebook. */
export function start(): ProjectState {
  const project = { id: world.newId() as ProjectId, name: '桥', createdAt: AT }
  const founding = foundProject(project, { id: CODER, name: 'a', createdAt: AT }, starterCodebook('zh-CN', world.newId))
  return applyChanges(emptyState(project), founding.changes)
}

/** The state that an act leads to. */
export function done(state: ProjectState, result: ActResult): ProjectState {
  if (isRefusal(result)) throw new Error(result.refused)
  return applyChanges(state, result.changes)
}

/** A passage to be coded: the place of a code among those that can be applied, and spans. */
export interface Wanted {
  readonly code: number
  readonly spans: readonly (readonly [start: number, end: number])[]
  readonly sourceId?: SourceId
}

/** Codes a passage, and answers the coding too. */
export function coded(state: ProjectState, { code, spans, sourceId = HERE }: Wanted): [ProjectState, Coding] {
  const found = codeList(state).filter(({ isCodable }) => isCodable)[code]
  const [span, ...also] = spans.map(([from, to]): TextSpan => spanOf(from, to))
  if (found === undefined || span === undefined) throw new Error('nothing to code')
  const passage = { sourceId, text: TEXT, span, also }
  const after = done(state, applyCode(state, { passage, codeId: found.id, fields: {} }, world))
  const made = [...marksOf(after, sourceId).codings.values()].at(-1)
  if (made === undefined) throw new Error('nothing was made')
  return [after, made]
}

/** Codes two passages in a new project. */
export function twoCoded(
  one: Wanted,
  other: Wanted,
): { readonly state: ProjectState; readonly first: Coding; readonly second: Coding } {
  const [before, first] = coded(start(), one)
  const [state, second] = coded(before, other)
  return { state, first, second }
}

/** Where the parts of a coding stand, and what they are called. */
export function spansOf(state: ProjectState, coding: Coding): readonly (readonly [number, number, string?])[] {
  const { codings, segments } = marksOf(state, coding.sourceId)
  const segment = segments.get(codings.get(coding.id)?.segmentId ?? coding.segmentId)
  return (segment?.anchors ?? []).map(({ span, part }) =>
    part === undefined ? [span.start, span.end] : [span.start, span.end, part],
  )
}
