import { fieldsFromTurn } from '#shared/codebook/fields-asked.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf } from '#shared/journal/state.ts'
import type { Coding, FieldValues } from '#shared/model/coding.ts'
import type { CodeId, CodingId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { placedCodings } from '#shared/query/placed-codings.ts'
import { turnAt } from '#shared/transcript/units.ts'
import { applyCode } from './acts/apply-code.ts'
import { codingIn } from './acts/lookup.ts'
import { recode } from './acts/recode.ts'
import { removeCoding } from './acts/remove-coding.ts'
import type { Passage } from './acts/reshape.ts'
import { act, actsDone, type Desk, say } from './desk.ts'
import { passageToCode } from './passage.ts'
import type { Done } from './project-session.ts'
import { codingBeside } from './reading-order.ts'
import { shownCodings } from './shown-codings.ts'

/** Puts a code on what is selected and what is held with it, and takes the new coding in hand. */
export async function codeSelection(desk: Desk, codeId: CodeId): Promise<void> {
  const state = desk.workbench.getState()
  const passage = passageToCode(state)
  if (passage !== null) await codePassage(desk, codeId, passage)
  else if (state.open !== null) say(desk, 'refused', 'notice.selectFirst')
}

/** Puts a code on a span of the open source, and takes the new coding in hand. */
export async function codeSpan(desk: Desk, codeId: CodeId, span: TextSpan): Promise<void> {
  const { open } = desk.workbench.getState()
  if (open !== null) await codePassage(desk, codeId, { sourceId: open.sourceId, text: open.text, span })
}

async function codePassage(desk: Desk, codeId: CodeId, passage: Passage): Promise<void> {
  const fields = fieldsFromTurnAt(desk, codeId, passage.span)
  await act(desk, (state, world) => applyCode(state, { passage, codeId, fields }, world), {
    whenShown: (done) => takeInHand(desk, done),
  })
}

/**
 * Lets go of the coding in hand, and of one that is still being made: who codes with one key and lets go with the next
 * means that one. Who took another in hand meanwhile keeps it.
 */
export async function letGoOfCoding(desk: Desk): Promise<void> {
  const { codingMade: before } = desk.workbench.getState()
  desk.workbench.setState({ codingId: null })
  await actsDone(desk)
  const { codingId, codingMade } = desk.workbench.getState()
  if (codingMade !== before && codingId === codingMade) desk.workbench.setState({ codingId: null })
}

/** How many codes are remembered as those applied last. */
const MOST_RECENT = 9

/** Takes the coding in hand that an act has made, and remembers its code as the one applied last. What was held is coded now. */
export function takeInHand(desk: Desk, { entry }: Done): void {
  const made = entry.changes.find((change) => change.kind === 'coding')?.after as Coding | undefined
  if (made === undefined) return
  const { open, recentCodes } = desk.workbench.getState()
  const others = recentCodes.filter((id) => id !== made.codeId)
  desk.workbench.setState({
    // Another source may have been opened meanwhile, in which there is no such coding.
    ...(open?.sourceId === made.sourceId ? { codingId: made.id, codingMade: made.id, held: null } : {}),
    recentCodes: [made.codeId, ...others].slice(0, MOST_RECENT),
  })
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

/** Deletes a coding; whoever has it in hand lets go of it. */
export async function deleteCoding(desk: Desk, codingId: CodingId): Promise<void> {
  const { open } = desk.workbench.getState()
  if (open === null) return
  await act(desk, (state) => removeCoding(state, { sourceId: open.sourceId, codingId }))
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
  const { open, session, codingId, cursor } = desk.workbench.getState()
  if (open === null || session === null) return
  const { of } = placedCodings(marksOf(session.store.getState().state, open.sourceId))
  const held = codingId === null ? undefined : of(codingId)
  // No coding ends before it starts: this place stands before all that start at the cursor.
  const from = held === undefined ? { start: cursor, end: -1, id: '' } : { ...held.extent, id: held.coding.id }
  const next = codingBeside(shownCodings(desk), from, by)
  if (next === null) say(desk, 'refused', by === 1 ? 'notice.noNextCoding' : 'notice.noPreviousCoding')
  else showCoding(desk, next.coding.id)
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
export function fieldsFromTurnAt(desk: Desk, codeId: CodeId, span: TextSpan): FieldValues {
  const { open, session } = desk.workbench.getState()
  if (open === null || session === null) return {}
  const family = rootOf(codeList(session.store.getState().state), codeId)?.family ?? null
  return fieldsFromTurn(family, turnAt(open.reading, span.start))
}
