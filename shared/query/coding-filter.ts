import { descendantsOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CoderId, CodeSetId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import { partition } from '#shared/text/partition.ts'
import type { Turn } from '#shared/transcript/reading.ts'

/**
 * Which codings one wants to see. A coding has to meet every question that is asked; an empty list asks
 * nothing. Families, codes and code sets are one question: any code among them, or below them, will do.
 */
export interface CodingFilter {
  /** Codes with all that stands below them; a family is its root. */
  readonly codes: readonly CodeId[]
  readonly codeSets: readonly CodeSetId[]
  readonly coders: readonly CoderId[]
  /** Names as a reader says them. A coding meets this when it touches a turn of one of them. */
  readonly speakers: readonly string[]
}

/** Shows everything. */
export const NO_FILTER: CodingFilter = { codes: [], codeSets: [], coders: [], speakers: [] }

/** Tells whether a filter asks anything. */
export function asksAnything(filter: CodingFilter): boolean {
  return Object.values(filter).some((list: readonly string[]) => list.length > 0)
}

/** The filter without codes, sets and coders that are no longer there: what is gone would only hide everything. */
export function filterInForce(state: ProjectState, filter: CodingFilter): CodingFilter {
  return {
    codes: filter.codes.filter((id) => state.codes.has(id)),
    codeSets: filter.codeSets.filter((id) => state.codeSets.has(id)),
    coders: filter.coders.filter((id) => state.coders.has(id)),
    speakers: filter.speakers,
  }
}

/** Makes the question that a filter puts to the codings of one source, whose turns, in order, are given. */
export function codingTest(
  state: ProjectState,
  filter: CodingFilter,
  turns: readonly Turn[],
): (coding: Coding, segment: Segment) => boolean {
  const { codes, codeSets, coders, speakers } = filterInForce(state, filter)
  const wanted = new Set<CodeId>()
  const take = (id: CodeId): void => {
    wanted.add(id)
    for (const below of descendantsOf(codeList(state), id)) wanted.add(below.id)
  }
  codes.forEach(take)
  for (const id of codeSets) state.codeSets.get(id)?.codeIds.forEach(take)
  const isAnyCode = codes.length === 0 && codeSets.length === 0
  return (coding, segment) =>
    (isAnyCode || wanted.has(coding.codeId)) &&
    (coders.length === 0 || coders.includes(coding.coderId)) &&
    (speakers.length === 0 || segment.anchors.some(({ span }) => isSpokenBy(turns, span, speakers)))
}

function isSpokenBy(
  turns: readonly Turn[],
  { start, end }: { readonly start: number; readonly end: number },
  speakers: readonly string[],
): boolean {
  for (let at = partition(turns.length, (k) => (turns[k]?.span.end ?? 0) <= start); at < turns.length; at++) {
    const turn = turns[at]
    if (turn === undefined || turn.span.start >= end) return false
    if (turn.speaker !== null && speakers.includes(turn.speaker)) return true
  }
  return false
}
