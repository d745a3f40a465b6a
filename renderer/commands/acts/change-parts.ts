import type { ProjectState } from '#shared/journal/state.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import { overlaps } from '#shared/model/text-span.ts'
import { anchorOf } from '#shared/text/anchor.ts'
import { anchorsOf, around, type Part, partsOf } from '#shared/text/parts.ts'
import { codingIn } from './lookup.ts'
import { type ActResult, type ActWorld, type Refusal, refuse } from './refusal.ts'
import { codeNameOf, type Passage, reshape } from './reshape.ts'

/** A part of the passage that a coding stands on, by its place in the order of the source, from 0. */
export interface PartAt {
  readonly sourceId: SourceId
  /** The source text. */
  readonly text: string
  readonly codingId: CodingId
  readonly index: number
}

/**
 * Adds a span to the passage of a coding: as a part of its own, or, where it overlaps parts, joined
 * with these into one. Refused where it is marked already, and where it would join parts that are
 * called differently.
 */
export function addPart(
  state: ProjectState,
  { passage, codingId }: { readonly passage: Omit<Passage, 'also'>; readonly codingId: CodingId },
  world: ActWorld,
): ActResult {
  const { sourceId, text } = passage
  const parts = partsIn(state, sourceId, codingId)
  const { span } = anchorOf(text, passage.span)
  if (parts.some((part) => part.span.start <= span.start && span.end <= part.span.end)) {
    return refuse('refusal.partThere')
  }
  const met = parts.filter((part) => overlaps(part.span, span))
  const differing = differingNames(met)
  if (differing !== null) return differing
  return done(state, { sourceId, text, codingId, parts: [...parts, { span, name: null }] }, 'act.addPart', world)
}

/** Takes a part away. The last one is not: a coding that stands on nothing is no coding. */
export function removePart(
  state: ProjectState,
  { sourceId, text, codingId, index }: PartAt,
  world: ActWorld,
): ActResult {
  const parts = partsIn(state, sourceId, codingId)
  if (parts.length === 1) return refuse('refusal.onlyPart')
  const left = parts.filter((_, place) => place !== index)
  return done(state, { sourceId, text, codingId, parts: left }, 'act.removePart', world)
}

/** Calls a part something, or nothing where the name is empty. */
export function namePart(
  state: ProjectState,
  { sourceId, text, codingId, index, name }: PartAt & { readonly name: string },
  world: ActWorld,
): ActResult {
  const wanted = name.trim() === '' ? null : name.trim()
  const parts = partsIn(state, sourceId, codingId)
  if (parts[index]?.name === wanted) return refuse('refusal.sameValue')
  const named = parts.map((part, place) => (place === index ? { ...part, name: wanted } : part))
  return wanted === null
    ? done(state, { sourceId, text, codingId, parts: named }, 'act.unnamePart', world)
    : done(state, { sourceId, text, codingId, parts: named }, 'act.namePart', world, { part: wanted })
}

/** Makes one part of a part and the next one, where nothing but blanks stands between them. */
export function joinParts(
  state: ProjectState,
  { sourceId, text, codingId, index }: PartAt,
  world: ActWorld,
): ActResult {
  const parts = partsIn(state, sourceId, codingId)
  const [first, second] = [parts[index], parts[index + 1]]
  if (first === undefined || second === undefined) return refuse('refusal.noNextPart')
  if (text.slice(first.span.end, second.span.start).trim() !== '') return refuse('refusal.wordsBetween')
  const differing = differingNames([first, second])
  if (differing !== null) return differing
  const one: Part = { span: around(first.span, second.span), name: first.name ?? second.name }
  const joined = parts.flatMap((part, place) => (place === index ? [one] : place === index + 1 ? [] : [part]))
  return done(state, { sourceId, text, codingId, parts: joined }, 'act.joinParts', world)
}

/** Gives a part another span. It stops at its neighbours: where it would overlap one it is refused. */
export function movePart(
  state: ProjectState,
  {
    passage,
    codingId,
    index,
  }: { readonly passage: Omit<Passage, 'also'>; readonly codingId: CodingId; readonly index: number },
  world: ActWorld,
): ActResult {
  const { sourceId, text } = passage
  const parts = partsIn(state, sourceId, codingId)
  const { span } = anchorOf(text, passage.span)
  if (parts.some((part, place) => place !== index && overlaps(part.span, span))) return refuse('refusal.partInTheWay')
  const moved = parts.map((part, place) => (place === index ? { ...part, span } : part))
  return done(state, { sourceId, text, codingId, parts: moved }, 'act.resizeCoding', world)
}

/**
 * Makes a coding fit a span. Of one part it becomes just that; of several, those that the span
 * touches become one part that is just that. Refused where it touches none of several.
 */
export function fitParts(
  state: ProjectState,
  { passage, codingId }: { readonly passage: Omit<Passage, 'also'>; readonly codingId: CodingId },
  world: ActWorld,
): ActResult {
  const { sourceId, text } = passage
  const parts = partsIn(state, sourceId, codingId)
  const { span } = anchorOf(text, passage.span)
  const met = parts.length === 1 ? parts : parts.filter((part) => overlaps(part.span, span))
  if (met.length === 0) return refuse('refusal.noPartSelected')
  const differing = differingNames(met)
  if (differing !== null) return differing
  const name = met.find((part) => part.name !== null)?.name ?? null
  const fitted = [...parts.filter((part) => !met.includes(part)), { span, name }]
  return done(state, { sourceId, text, codingId, parts: fitted }, 'act.resizeCoding', world)
}

function partsIn(state: ProjectState, sourceId: SourceId, codingId: CodingId): readonly Part[] {
  return partsOf(codingIn(state, sourceId, codingId).segment.anchors)
}

/** Parts that are called differently are not to become one: one name would be lost. */
function differingNames(parts: readonly Part[]): Refusal | null {
  const [first, second] = [...new Set(parts.flatMap(({ name }) => name ?? []))]
  return first === undefined || second === undefined ? null : refuse('refusal.partsDiffer', { first, second })
}

function done(
  state: ProjectState,
  to: {
    readonly sourceId: SourceId
    readonly text: string
    readonly codingId: CodingId
    readonly parts: readonly Part[]
  },
  name: 'act.addPart' | 'act.removePart' | 'act.namePart' | 'act.unnamePart' | 'act.joinParts' | 'act.resizeCoding',
  world: ActWorld,
  values: Readonly<Record<string, string>> = {},
): ActResult {
  const { sourceId, text, codingId, parts } = to
  const changes = reshape(state, { sourceId, codingId, anchors: anchorsOf(text, parts) }, world)
  if ('refused' in changes) return changes
  const { coding } = codingIn(state, sourceId, codingId)
  return { name, values: { code: codeNameOf(state, coding), ...values }, changes }
}
