import type { Act } from '#shared/journal/entry.ts'
import { presentSources } from '#shared/journal/present.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { ReadingChange, ReadingEdit } from '#shared/model/reading-edit.ts'
import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { overlaps, spanOf, type TextSpan, utf16 } from '#shared/model/text-span.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import { likenessOf, placesAlike, type WideChange } from '#shared/transcript/alike.ts'
import { applyEdits } from '#shared/transcript/apply-edits.ts'
import { isInOneBlock, isShortAsName, nameIn } from '#shared/transcript/label-at.ts'
import type { Block, Reading, Turn } from '#shared/transcript/reading.ts'
import { saysTheSame } from '#shared/transcript/same-reading.ts'
import { blockAt, turnAt } from '#shared/transcript/units.ts'
import { isOutOfSight } from '#shared/transcript/without-set-aside.ts'
import { editReading, resetReading, type SourceCorrection } from './acts/edit-reading.ts'
import { isRefusal, refuse } from './acts/refusal.ts'
import { act, type Desk, say } from './desk.ts'
import { lookThrough, type Scope } from './look-through.ts'
import type { OpenSource } from './workbench.ts'

/**
 * Makes a speaker's name of what is selected, or of what stands before the colon in the paragraph at
 * the cursor, or of all of that paragraph if it is short.
 */
export async function markLabel(desk: Desk): Promise<void> {
  const open = openForCorrection(desk)
  if (open === null) return
  const { selection, cursor } = desk.workbench.getState()
  const block = blockHere(desk, cursor)
  const span = selection ?? (block === null ? null : nameIn(block))
  const isName = span !== null && isShortAsName(open.text, span) && isInOneBlock(open.reading.blocks, span)
  if (!isName) say(desk, 'refused', 'notice.markTheName')
  else await correctWidely(desk, { kind: 'label', spans: [span] })
}

/** Makes speech of the speaker's name at the cursor, or of that of the turn in which the cursor stands. */
export async function unmarkLabel(desk: Desk): Promise<void> {
  const open = openForCorrection(desk)
  if (open === null) return
  const { selection, cursor } = desk.workbench.getState()
  const turn = turnAt(open.reading, selection?.start ?? cursor)
  const label = turn === null ? undefined : open.reading.blocks[turn.firstBlock]
  if (label === undefined) say(desk, 'refused', 'notice.noLabelHere')
  else await correctWidely(desk, { kind: 'no-label', spans: [label.span] })
}

/** Lets a paragraph begin at the cursor. */
export async function splitParagraph(desk: Desk): Promise<void> {
  if (openForCorrection(desk) === null) return
  const { selection, cursor } = desk.workbench.getState()
  const at = selection?.start ?? cursor
  if (blockHere(desk, at)?.kind === 'label') say(desk, 'refused', 'notice.splitInName')
  else await correct(desk, { kind: 'split', at: utf16(at) })
}

/** Joins the paragraph at the cursor with the one before it; of several selected ones, all. */
export async function joinParagraph(desk: Desk): Promise<void> {
  const open = openForCorrection(desk)
  if (open === null) return
  const { selection, cursor } = desk.workbench.getState()
  const at = selection === null ? [cursor] : startsWithin(open.reading, selection)
  await correctAll(
    desk,
    at.map((place) => ({ sourceId: open.sourceId, change: { kind: 'join', at: utf16(place) } })),
  )
}

/** Where the paragraphs begin that a selection reaches into, but for its first. */
function startsWithin(reading: Reading, span: TextSpan): readonly number[] {
  return reading.blocks
    .filter((block) => block.kind === 'paragraph' && overlaps(block.span, span))
    .slice(1)
    .map((block) => block.span.start)
}

/** Sets aside what is selected, or the paragraph at the cursor. */
export async function setAside(desk: Desk, as: SetAsideKind): Promise<void> {
  const open = openForCorrection(desk)
  if (open === null) return
  const { selection, cursor } = desk.workbench.getState()
  const span = selection ?? blockHere(desk, cursor)?.span ?? null
  if (span === null) say(desk, 'refused', 'refusal.nothingToCorrect')
  else await correctWidely(desk, { kind: 'set-aside', spans: [span], as })
}

/** Brings back what is set aside at the cursor or within the selection. */
export async function bringBack(desk: Desk): Promise<void> {
  const open = openForCorrection(desk)
  if (open === null) return
  const { selection, cursor } = desk.workbench.getState()
  const within = selection ?? spanOf(cursor, cursor + 1)
  const spans = open.reading.blocks.flatMap(({ kind, span }) =>
    kind === 'set-aside' && overlaps(span, within) ? [span] : [],
  )
  if (spans.length === 0) say(desk, 'refused', 'notice.noSetAsideHere')
  else await correctWidely(desk, { kind: 'bring-back', spans })
}

/** Moves the border of the exchange that the turn at the cursor belongs to. */
export async function moveExchange(desk: Desk, border: 'begins' | 'continues'): Promise<void> {
  const turn = turnAtCursor(desk)
  const exchanges = desk.workbench.getState().open?.reading.exchanges ?? []
  if (turn === null) return
  if (exchanges.some(({ questions, answers }) => [...questions, ...answers].includes(turn.index))) {
    await correct(desk, { kind: 'exchange', at: turn.span.start, border })
  } else say(desk, 'refused', 'notice.noExchangeHere')
}

/** The turn at the cursor; says so where there is none. */
export function turnAtCursor(desk: Desk): Turn | null {
  const open = openForCorrection(desk)
  if (open === null) return null
  const { selection, cursor } = desk.workbench.getState()
  const turn = turnAt(open.reading, selection?.start ?? cursor)
  if (turn === null) say(desk, 'refused', 'notice.noTurnHere')
  return turn
}

/** What is to be said of a turn or its speaker; `null` leaves it as it is. */
export interface TurnCorrection {
  readonly turn: Turn
  readonly speaker: string | null
  readonly role: TurnRole | null
  readonly scope: 'turn' | Scope
}

/** Names the speaker of a turn, or of all the turns of that speaker, and says what the turn does, or the speaker. */
export async function correctTurn(desk: Desk, { turn, speaker, role, scope }: TurnCorrection): Promise<void> {
  const open = openForCorrection(desk)
  if (open === null) return
  const at = turn.span.start
  const changes: ReadingChange[] = []
  if (scope === 'turn' || turn.speaker === null) {
    if (speaker !== null) changes.push({ kind: 'turn-speaker', at, speaker: speaker.trim() })
    if (role !== null) changes.push({ kind: 'turn-role', at, role })
  } else {
    // The role goes first: behind the renaming nobody is called so any more.
    if (role !== null) changes.push({ kind: 'speaker-role', speaker: turn.speaker, role })
    if (speaker !== null) changes.push({ kind: 'speakers', names: [turn.speaker, speaker.trim()], to: speaker.trim() })
  }
  const concerned: SourceId[] = []
  const look = (sourceId: SourceId, reading: Reading): void => {
    if (sourceId === open.sourceId || reading.speakers.includes(turn.speaker ?? '')) concerned.push(sourceId)
  }
  if (!(await lookThrough(desk, open, scope === 'project' ? 'project' : 'document', look))) return
  await correctAll(
    desk,
    concerned.flatMap((sourceId) => changes.map((change) => ({ sourceId, change }))),
  )
}

/** Takes all corrections of the open source away: it reads as the recogniser proposes. */
export async function takeCorrectionsAway(desk: Desk): Promise<void> {
  const open = openForCorrection(desk)
  if (open !== null) await act(desk, (state) => resetReading(state, { sourceId: open.sourceId }))
}

/** Carries out one correction of the open source. */
export async function correct(desk: Desk, change: ReadingChange): Promise<void> {
  const open = openForCorrection(desk)
  if (open !== null) await correctAll(desk, [{ sourceId: open.sourceId, change }])
}

/** As `correct`, and then offers to do the same wherever it looks alike. */
async function correctWidely(desk: Desk, change: WideChange): Promise<void> {
  const open = openForCorrection(desk)
  if (open === null) return
  const likeness = likenessOf(open.reading, change)
  if (!(await correctAll(desk, [{ sourceId: open.sourceId, change }])) || likeness === null) return
  const now = desk.workbench.getState().open
  const here = now?.sourceId === open.sourceId ? placesAlike(now.reading, likeness).length : 0
  const sources = sourceCount(desk)
  // What was set aside by mistake here says nothing of other documents.
  const isWide = sources > 1 && change.kind !== 'bring-back'
  const offer = { sourceId: open.sourceId, change, likeness, here, isWide, elsewhere: null }
  desk.workbench.setState({ alike: here > 0 || isWide ? offer : null })
}

function sourceCount(desk: Desk): number {
  const { session } = desk.workbench.getState()
  return session === null ? 1 : presentSources(session.store.getState().state).length
}

/** Counts the places in other documents that look alike, and offers to correct them too, or says that there are none. */
export async function lookElsewhere(desk: Desk): Promise<void> {
  const { alike, open } = desk.workbench.getState()
  if (alike === null || open === null || open.sourceId !== alike.sourceId) return
  let elsewhere = 0
  const look = (sourceId: SourceId, reading: Reading): void => {
    if (sourceId !== open.sourceId) elsewhere += placesAlike(reading, alike.likeness).length
  }
  if (!(await lookThrough(desk, open, 'project', look))) return
  // Meanwhile something else may have been corrected or opened.
  if (desk.workbench.getState().alike !== alike) return
  desk.workbench.setState({ alike: elsewhere === 0 ? null : { ...alike, elsewhere } })
  if (elsewhere === 0) say(desk, 'refused', 'notice.noneAlike')
}

/** Makes the correction that was offered at all places that look alike: in its document, or in all of the project. Stopped while it looks, it makes none. */
export async function correctAlike(desk: Desk, scope: Scope): Promise<void> {
  const { alike, open } = desk.workbench.getState()
  if (alike === null || open === null || open.sourceId !== alike.sourceId) return
  desk.workbench.setState({ alike: null })
  const corrections: SourceCorrection[] = []
  const look = (sourceId: SourceId, reading: Reading): void => {
    const spans = placesAlike(reading, alike.likeness)
    if (spans.length > 0) corrections.push({ sourceId, change: { ...alike.change, spans } })
  }
  if (!(await lookThrough(desk, open, scope, look))) return
  if (corrections.length === 0) say(desk, 'refused', 'notice.noneAlike')
  else await correctAll(desk, corrections)
}

/** Whether no other source is known to have the speakers that corrections rename. */
function isLastOfNames(desk: Desk, state: ProjectState, corrections: readonly SourceCorrection[]): boolean {
  const { summaries } = desk.workbench.getState()
  const corrected = new Set(corrections.map(({ sourceId }) => sourceId))
  const gone = new Set(
    corrections.flatMap(({ change }) =>
      change.kind === 'speakers' ? change.names.filter((n) => n !== change.to) : [],
    ),
  )
  return presentSources(state).every(
    ({ id }) => corrected.has(id) || summaries.get(id)?.speakers.some((name) => gone.has(name)) !== true,
  )
}

async function correctAll(desk: Desk, corrections: readonly SourceCorrection[]): Promise<boolean> {
  const outcome = await act(desk, (state, world) => {
    const made = editReading(state, { corrections, isLast: isLastOfNames(desk, state, corrections) }, world)
    return isRefusal(made) || changesSomething(desk, state, made) ? made : refuse('refusal.nothingToCorrect')
  })
  return outcome.kind === 'done'
}

/** Whether an act reads anything otherwise; of a source that is not open it is not known, and taken for granted. */
function changesSomething(desk: Desk, state: ProjectState, { changes }: Act): boolean {
  const { open } = desk.workbench.getState()
  const added: ReadingEdit[] = []
  for (const change of changes) {
    if (change.kind !== 'edit' || change.after === null || change.after.sourceId !== open?.sourceId) return true
    added.push(change.after)
  }
  if (open === null) return true
  const edits = [...marksOf(state, open.sourceId).edits.values(), ...added]
  return !saysTheSame(open.reading, applyEdits(open.text, open.proposed, edits))
}

/** The block at the cursor, of those on the screen. */
function blockHere(desk: Desk, cursor: number): Block | null {
  const { open, setAsideShown } = desk.workbench.getState()
  const blocks = open?.reading.blocks ?? []
  return blockAt(setAsideShown ? blocks : blocks.filter((block) => !isOutOfSight(block)), cursor)
}

/** The open source, if its reading is on the screen: as lines there is nothing to correct. */
function openForCorrection(desk: Desk): OpenSource | null {
  const { open, readingOn } = desk.workbench.getState()
  if (open !== null && !readingOn) say(desk, 'refused', 'notice.readingOff')
  return readingOn ? open : null
}
