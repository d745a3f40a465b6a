import { findCodes, matchesQuery } from '#shared/codebook/find-code.ts'
import type { Sounds } from '#shared/codebook/sounds.ts'
import { presentSources } from '#shared/journal/present.ts'
import { codeList, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import type { TextLink } from '#shared/model/rich-text.ts'
import { codingOf, linkName, wordsOf } from './text-links.ts'

/** As many of one kind are offered; beyond them one types on. */
const MOST = 12

/** Something to link to. */
export interface LinkOffer {
  readonly link: TextLink
  /** What it is called in the list. */
  readonly name: string
  /** The words that are to lead to it. */
  readonly words: string
}

/** What one may want to link to, likeliest first: the coding in hand and its segment, then codes, sources and codings. */
export function linksOffered(
  state: ProjectState,
  sourceId: SourceId | null,
  codingId: CodingId | null,
  query: string,
  sounds: Sounds | null,
): readonly LinkOffer[] {
  const wanted = query.trim().toLowerCase()
  const links: TextLink[] = [
    ...(sourceId === null || codingId === null ? [] : inHand(state, sourceId, codingId, wanted)),
    ...findCodes(codeList(state), wanted, sounds)
      .slice(0, MOST)
      .map(({ id }): TextLink => ({ kind: 'code', id })),
    ...presentSources(state)
      .filter(({ name }) => matchesQuery(name, wanted, sounds))
      .slice(0, MOST)
      .map(({ id }): TextLink => ({ kind: 'source', id })),
    ...(sourceId === null || wanted === '' ? [] : codingsFound(state, sourceId, codingId, wanted)),
  ]
  return links.flatMap((link) => {
    const name = linkName(state, link)
    if (name === null) return []
    const segment = link.kind === 'coding' ? codingOf(state, link.id)?.segment : undefined
    return [{ link, name, words: segment === undefined ? name : wordsOf(segment) }]
  })
}

function inHand(state: ProjectState, sourceId: SourceId, id: CodingId, wanted: string): readonly TextLink[] {
  const coding = marksOf(state, sourceId).codings.get(id)
  if (coding === undefined || !linkName(state, { kind: 'coding', id })?.toLowerCase().includes(wanted)) return []
  return [
    { kind: 'coding', id },
    { kind: 'segment', id: coding.segmentId },
  ]
}

function codingsFound(
  state: ProjectState,
  sourceId: SourceId,
  besides: CodingId | null,
  wanted: string,
): readonly TextLink[] {
  const { codings, segments } = marksOf(state, sourceId)
  const found: TextLink[] = []
  for (const { id, segmentId } of codings.values()) {
    if (found.length >= MOST) break
    const isFound = segments.get(segmentId)?.anchors.some(({ quote }) => quote.toLowerCase().includes(wanted))
    if (isFound === true && id !== besides) found.push({ kind: 'coding', id })
  }
  return found
}
