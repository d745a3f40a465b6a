import { fieldsFromTurn } from '#shared/codebook/fields-asked.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import type { Coding, FieldValues } from '#shared/model/coding.ts'
import type { CodeId, CodingId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { readingOffsetAt, sourceOffsetAt } from '#shared/text/reading-map.ts'
import type { Block } from '#shared/transcript/reading.ts'
import { blockAt, turnAt } from '#shared/transcript/units.ts'
import { applyCode } from './acts/apply-code.ts'
import { codingIn } from './acts/lookup.ts'
import { recode } from './acts/recode.ts'
import { refuse } from './acts/refusal.ts'
import { removeCoding } from './acts/remove-coding.ts'
import { resizeCoding } from './acts/resize-coding.ts'
import { act, type Desk, say } from './desk.ts'
import { shownCodings } from './shown-codings.ts'

/** Puts a code on what is selected, and takes the new coding in hand. */
export async function codeSelection(desk: Desk, codeId: CodeId): Promise<void> {
  const { open, selection, session } = desk.workbench.getState()
  if (open === null || session === null) return
  if (selection === null) {
    say(desk, 'refused', 'notice.selectFirst')
    return
  }
  const fields = fieldsFromTurnAt(desk, codeId, selection)
  const passage = { sourceId: open.sourceId, text: open.text, span: selection }
  const outcome = await act(desk, (state, world) => applyCode(state, { passage, codeId, fields }, world))
  if (outcome.kind !== 'done') return
  const made = outcome.entry.changes.find((change) => change.kind === 'coding')?.after as Coding | undefined
  if (made !== undefined) desk.workbench.setState({ codingId: made.id })
}

/** Puts another code in the place of the one of a coding. */
export async function recodeTo(desk: Desk, codingId: CodingId, codeId: CodeId): Promise<void> {
  const { open, session } = desk.workbench.getState()
  if (open === null || session === null) return
  const { sourceId } = open
  const { segment } = codingIn(session.store.getState().state, sourceId, codingId)
  const fields = fieldsFromTurnAt(desk, codeId, extentOf(segment))
  await act(desk, (state, world) => recode(state, { sourceId, codingId, codeId, fields }, world))
}

/** Deletes a coding, and lets go of it. */
export async function deleteCoding(desk: Desk, codingId: CodingId): Promise<void> {
  const { open } = desk.workbench.getState()
  if (open === null) return
  const outcome = await act(desk, (state) => removeCoding(state, { sourceId: open.sourceId, codingId }))
  if (outcome.kind === 'done') desk.workbench.setState({ codingId: null })
}

/**
 * Moves one edge of a coding by one character of the reading, so that it never stops inside a line
 * break. Where it stands is looked up when its turn comes, so that keys in quick succession add up.
 */
export async function moveEdge(desk: Desk, codingId: CodingId, edge: 'start' | 'end', by: -1 | 1): Promise<void> {
  const { open, readingOn } = desk.workbench.getState()
  if (open === null) return
  const { sourceId, text } = open
  const { blocks } = readingOn ? open.reading : open.asIs()
  await act(desk, (state, world) => {
    const extent = extentOf(codingIn(state, sourceId, codingId).segment)
    const moved = characterBeside(blocks, edge === 'start' ? extent.start : extent.end - 1, by)
    if (moved === null) return refuse('refusal.atTheEdge')
    const span: TextSpan = edge === 'start' ? spanOf(moved.start, extent.end) : spanOf(extent.start, moved.end)
    if (span.end <= span.start) return refuse('refusal.atTheEdge')
    return resizeCoding(state, { passage: { sourceId, text, span }, codingId }, world)
  })
}

/** Gives a coding the extent that is selected. */
export async function fitToSelection(desk: Desk, codingId: CodingId): Promise<void> {
  const { open, selection } = desk.workbench.getState()
  if (open === null || selection === null) return
  const passage = { sourceId: open.sourceId, text: open.text, span: selection }
  await act(desk, (state, world) => resizeCoding(state, { passage, codingId }, world))
}

/** Takes a coding in hand and brings it into view. */
export function showCoding(desk: Desk, codingId: CodingId): void {
  const { open, session } = desk.workbench.getState()
  if (open === null || session === null) return
  const { segment } = codingIn(session.store.getState().state, open.sourceId, codingId)
  desk.workbench.setState({ codingId })
  desk.transcript.current?.goTo(extentOf(segment).start, 'center')
}

/** Takes the next (1) or previous (-1) of the codings that are shown in hand, in the order in which they stand in the source. */
export function stepCoding(desk: Desk, by: -1 | 1): void {
  const { codingId, cursor } = desk.workbench.getState()
  const places = shownCodings(desk)
    .map(({ coding, extent }) => ({ id: coding.id, ...extent }))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1))
  const held = places.findIndex((place) => place.id === codingId)
  const next =
    held !== -1
      ? places[held + by]
      : by === 1
        ? places.find((place) => place.start >= cursor)
        : places.filter((place) => place.start < cursor).at(-1)
  if (next === undefined) say(desk, 'refused', by === 1 ? 'notice.noNextCoding' : 'notice.noPreviousCoding')
  else showCoding(desk, next.id)
}

/** The code that a key applies, if any. */
export function codeOfKey(desk: Desk, key: string): CodeId | null {
  const { session } = desk.workbench.getState()
  if (session === null) return null
  const wanted = key.toLowerCase()
  for (const code of session.store.getState().state.codes.values()) if (code.key === wanted) return code.id
  return null
}

/** What the family of a code asks that the turn itself answers. */
function fieldsFromTurnAt(desk: Desk, codeId: CodeId, span: TextSpan): FieldValues {
  const { open, session } = desk.workbench.getState()
  if (open === null || session === null) return {}
  const family = rootOf(codeList(session.store.getState().state), codeId)?.family ?? null
  return fieldsFromTurn(family, turnAt(open.reading, span.start))
}

function characterBeside(blocks: readonly Block[], at: number, by: -1 | 1): TextSpan | null {
  const block = blockAt(blocks, at)
  if (block === null || block.text === '') return null
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(block.text)]
  const offset = Math.min(readingOffsetAt(block, at), block.text.length - 1)
  const index = characters.findIndex(({ index: start, segment }) => start <= offset && offset < start + segment.length)
  const beside = characters[index + by]
  if (beside !== undefined) {
    const start = sourceOffsetAt(block, beside.index, 'start')
    const end = sourceOffsetAt(block, beside.index + beside.segment.length, 'end')
    return start === null || end === null ? null : spanOf(start, end)
  }
  // Over the border of a paragraph: to the next block that is read.
  const isReadable = (other: Block): boolean => other.kind === 'paragraph' && other.text !== ''
  const place = blocks.indexOf(block)
  const next = by === 1 ? blocks.slice(place + 1).find(isReadable) : blocks.slice(0, place).findLast(isReadable)
  if (next === undefined) return null
  const start = sourceOffsetAt(next, by === 1 ? 0 : next.text.length - 1, 'start')
  return start === null ? null : spanOf(start, start + 1)
}
