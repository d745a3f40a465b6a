import { isSourcePresent, presentMarks } from '#shared/journal/present.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CodingId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { TextLink } from '#shared/model/rich-text.ts'
import { extentOf, type Segment } from '#shared/model/segment.ts'
import { plainQuote } from '#shared/text/plain-quote.ts'
import { type Desk, say } from './desk.ts'
import { openSource } from './open-source.ts'

/** How long a source that was just opened may take to be on the screen, in milliseconds. */
const LONGEST = 5000
const LOOK_AGAIN = 16
const WORDS = 40

/** What a link leads to, as one would call it; `null` where it is no longer in the project. */
export function linkName(state: ProjectState, link: TextLink): string | null {
  switch (link.kind) {
    case 'code':
      return state.codes.get(link.id)?.name ?? null
    case 'source':
      return isSourcePresent(state, link.id) ? (state.sources.get(link.id)?.name ?? null) : null
    case 'segment': {
      const segment = segmentOf(state, link.id)
      return segment === null ? null : wordsOf(segment)
    }
    case 'coding': {
      const found = codingOf(state, link.id)
      return found === null ? null : `${found.code}: ${wordsOf(found.segment)}`
    }
  }
}

/** The first words of a segment, on one line. */
export function wordsOf(segment: Segment): string {
  const characters = [...segment.anchors.map(({ quote }) => plainQuote(quote)).join(' … ')]
  return characters.length > WORDS ? `${characters.slice(0, WORDS).join('')}…` : characters.join('')
}

/** A segment, whichever source it is of; `null` where there is none, or where it lies in the bin. */
export function segmentOf(state: ProjectState, id: SegmentId): Segment | null {
  for (const { segments } of presentMarks(state)) {
    const segment = segments.get(id)
    if (segment !== undefined) return segment
  }
  return null
}

/** A coding's segment and the name of its code, whichever source it is of; `null` where there is none, or where it lies in the bin. */
export function codingOf(
  state: ProjectState,
  id: CodingId,
): { readonly segment: Segment; readonly code: string } | null {
  for (const { codings, segments } of presentMarks(state)) {
    const coding = codings.get(id)
    const segment = coding === undefined ? undefined : segments.get(coding.segmentId)
    if (coding === undefined || segment === undefined) continue
    return { segment, code: state.codes.get(coding.codeId)?.name ?? '' }
  }
  return null
}

/** Goes where a link leads; says so where that is gone. */
export async function followLink(desk: Desk, link: TextLink): Promise<void> {
  const { session } = desk.workbench.getState()
  if (session === null) return
  const { state } = session.store.getState()
  if (linkName(state, link) === null) {
    say(desk, 'refused', 'notice.linkGone')
  } else if (link.kind === 'code') {
    desk.workbench.setState({ dialog: { kind: 'code', codeId: link.id } })
  } else if (link.kind === 'source') {
    if (await showSource(desk, link.id)) desk.transcript.current?.focus()
  } else {
    const segment = link.kind === 'segment' ? segmentOf(state, link.id) : (codingOf(state, link.id)?.segment ?? null)
    if (segment === null) return
    const codings = [...marksOf(state, segment.sourceId).codings.values()]
    const inHand = link.kind === 'coding' ? link.id : codings.find(({ segmentId }) => segmentId === link.id)?.id
    const isShown = await showPlace(desk, segment.sourceId, extentOf(segment).start)
    if (isShown) desk.workbench.setState({ codingId: inHand ?? null })
  }
}

/**
 * Brings a position of any source into view, and opens the source if another one is open. Answers
 * whether it could: what is in the bin is not shown, and it says so.
 */
export async function showPlace(desk: Desk, sourceId: SourceId, offset: number): Promise<boolean> {
  if (!(await showSource(desk, sourceId))) return false
  desk.transcript.current?.goTo(offset, 'center')
  desk.transcript.current?.focus()
  return true
}

async function showSource(desk: Desk, sourceId: SourceId): Promise<boolean> {
  const { open, opening, session } = desk.workbench.getState()
  if (session === null || !isSourcePresent(session.store.getState().state, sourceId)) {
    say(desk, 'refused', 'notice.linkInBin')
    return false
  }
  desk.workbench.setState({ dialog: null })
  if (open?.sourceId === sourceId) {
    // Whatever else was on its way.
    opening?.giveUp()
    desk.workbench.setState({ opening: null })
    return true
  }
  const before = desk.transcript.current
  await openSource(desk, sourceId)
  if (desk.workbench.getState().open?.sourceId !== sourceId) return false
  // The screen follows what is open a moment later.
  for (let waited = 0; waited < LONGEST; waited += LOOK_AGAIN) {
    if (desk.transcript.current !== null && desk.transcript.current !== before) return true
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))
  }
  return false
}
