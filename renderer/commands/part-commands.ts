import type { CodingId } from '#shared/model/ids.ts'
import type { Anchor } from '#shared/model/segment.ts'
import { addPart, joinParts, namePart, removePart } from './acts/change-parts.ts'
import { codingIn } from './acts/lookup.ts'
import { act, type Desk, say } from './desk.ts'
import { heldSpans, partAt, placeOf } from './passage.ts'
import type { Command } from './registry.ts'
import type { WorkbenchState } from './workbench.ts'

const withSource = ({ open }: WorkbenchState): boolean => open !== null
const withCoding = ({ open, codingId }: WorkbenchState): boolean => open !== null && codingId !== null

/** The commands that make passages of several parts. */
export const partCommands = {
  'hold-selection': { isEnabled: withSource, run: holdSelection },
  'add-part': ofCodingInHand(addSelectionAsPart),
  'name-part': onPart((desk, { codingId, index }) => askPartName(desk, codingId, index)),
  // Of the last part the one before it is the neighbour.
  'join-parts': onPart((desk, { codingId, index, anchors }) =>
    joinPart(desk, codingId, Math.max(0, Math.min(index, anchors.length - 2))),
  ),
  'remove-part': onPart((desk, { codingId, index }) => dropPart(desk, codingId, index)),
  'next-part': ofCodingInHand((desk) => stepPart(desk, 1)),
  'previous-part': ofCodingInHand((desk) => stepPart(desk, -1)),
} as const satisfies Record<string, Command>

interface Part {
  readonly codingId: CodingId
  readonly index: number
  readonly anchors: readonly Anchor[]
}

function ofCodingInHand(run: Command['run']): Command {
  return { isEnabled: withCoding, isOfCodingInHand: true, run }
}

function onPart(run: (desk: Desk, part: Part) => Promise<void> | void): Command {
  return ofCodingInHand(async (desk) => {
    const part = partOf(desk)
    if (part !== null) await run(desk, part)
  })
}

/** The part that acts go to, as things stand on the screen. */
function partOf(desk: Desk): Part | null {
  const state = desk.workbench.getState()
  const { open, session, codingId } = state
  if (open === null || session === null || codingId === null) return null
  const { anchors } = codingIn(session.store.getState().state, open.sourceId, codingId).segment
  return { codingId, anchors, index: partAt(state, { codingId, anchors }) }
}

/** Keeps what is selected to be coded together with what is selected next. */
function holdSelection(desk: Desk): void {
  const state = desk.workbench.getState()
  const { open, selection } = state
  if (open === null) return
  if (selection === null) {
    say(desk, 'refused', 'notice.selectFirst')
    return
  }
  const held = heldSpans(state)
  if (held.some((span) => span.start <= selection.start && selection.end <= span.end)) {
    say(desk, 'refused', 'notice.heldAlready')
    return
  }
  // Those that it holds within it are no longer places of their own.
  const others = held.filter((span) => span.start < selection.start || selection.end < span.end)
  const spans = [...others, selection].sort((a, b) => a.start - b.start)
  desk.workbench.setState({ held: { sourceId: open.sourceId, spans } })
  say(desk, 'done', 'notice.held', { count: spans.length })
}

/** Lets go of the passages that are held. */
export function letGoOfHeld(desk: Desk): void {
  desk.workbench.setState({ held: null })
  say(desk, 'done', 'notice.heldNoMore')
}

/** Adds what is selected to the passage of the coding in hand. */
export async function addSelectionAsPart(desk: Desk): Promise<void> {
  const { open, selection, codingId } = desk.workbench.getState()
  if (open === null || codingId === null) return
  if (selection === null) {
    say(desk, 'refused', 'notice.selectFirst')
    return
  }
  const passage = { sourceId: open.sourceId, text: open.text, span: selection }
  await act(desk, (state, world) => addPart(state, { passage, codingId }, world))
  desk.workbench.setState({ part: null })
}

/** Takes a part off the passage of a coding. */
export async function dropPart(desk: Desk, codingId: CodingId, index: number): Promise<void> {
  const { open } = desk.workbench.getState()
  if (open === null) return
  const { sourceId, text } = open
  await act(desk, (state, world) => removePart(state, { sourceId, text, codingId, index }, world))
  desk.workbench.setState({ part: null })
}

/** Makes one of a part and the next. */
export async function joinPart(desk: Desk, codingId: CodingId, index: number): Promise<void> {
  const { open } = desk.workbench.getState()
  if (open === null) return
  const { sourceId, text } = open
  await act(desk, (state, world) => joinParts(state, { sourceId, text, codingId, index }, world))
  holdPart(desk, codingId, index)
}

/** Calls a part something; nothing where the name is empty. */
export async function callPart(desk: Desk, codingId: CodingId, index: number, name: string): Promise<void> {
  const { open } = desk.workbench.getState()
  if (open === null) return
  const { sourceId, text } = open
  await act(desk, (state, world) => namePart(state, { sourceId, text, codingId, index, name }, world))
  holdPart(desk, codingId, index)
}

/** Asks what a part is to be called. */
export function askPartName(desk: Desk, codingId: CodingId, index: number): void {
  holdPart(desk, codingId, index)
  desk.workbench.setState({ dialog: { kind: 'name-part', codingId, index } })
}

/** Brings a part into view, and makes it the one that acts on a part go to. */
export function showPart(desk: Desk, codingId: CodingId, index: number): void {
  const { open, session } = desk.workbench.getState()
  if (open === null || session === null) return
  const anchor = codingIn(session.store.getState().state, open.sourceId, codingId).segment.anchors[index]
  if (anchor === undefined) return
  desk.transcript.current?.goTo(anchor.span.start, 'center')
  holdPart(desk, codingId, index)
}

/** Remembers which part was changed, for as long as the cursor stays where it is. */
export function holdPart(desk: Desk, codingId: CodingId, index: number): void {
  desk.workbench.setState((state) => ({ part: { codingId, index, place: placeOf(state) } }))
}

function stepPart(desk: Desk, by: -1 | 1): void {
  const part = partOf(desk)
  if (part === null) return
  const { codingId, index, anchors } = part
  const next = index + by
  if (anchors[next] === undefined) say(desk, 'refused', by === 1 ? 'refusal.noNextPart' : 'notice.noPreviousPart')
  else showPart(desk, codingId, next)
}
