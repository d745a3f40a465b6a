import type { TextSpan } from '#shared/model/text-span.ts'
import { directed, extendSelection, grownSpan, shrunkSpan } from '#shared/transcript/extend-selection.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import { type UnitKind, unitAround } from '#shared/transcript/unit-walk.ts'
import { outOfName, paragraphAt, sentenceAt, speechOf, turnAt } from '#shared/transcript/units.ts'
import { type Desk, say } from './desk.ts'
import type { Command } from './registry.ts'
import { shownReading } from './shown-reading.ts'
import type { WorkbenchState } from './workbench.ts'

const withSource = ({ open }: WorkbenchState): boolean => open !== null

type UnitAt = (reading: Reading, offset: number, desk: Desk) => TextSpan | null

const selects = (unitAt: UnitAt): Command => ({ isEnabled: withSource, run: (desk) => selectUnit(desk, unitAt) })
const extendsBy = (kind: UnitKind, way: 1 | -1): Command => ({
  isEnabled: withSource,
  run: (desk) => extendBy(desk, kind, way),
})

/** The commands that select without the mouse: units whole, more and less of them, the next larger one. */
export const selectingCommands = {
  'select-word': selects((reading, offset, desk) =>
    unitAround({ reading, kind: 'word', locale: desk.language() }, offset),
  ),
  'select-sentence': selects((reading, offset, desk) => sentenceAt(reading, offset, desk.language())),
  'select-paragraph': selects(paragraphAt),
  'select-turn': selects((reading, offset) => {
    const turn = turnAt(reading, offset)
    return turn === null ? null : speechOf(reading, turn)
  }),
  'select-exchange': selects((reading, offset, desk) =>
    unitAround({ reading, kind: 'exchange', locale: desk.language() }, offset),
  ),
  'grow-selection': { isEnabled: withSource, run: growSelection },
  'shrink-selection': { isEnabled: withSource, run: shrinkSelection },
  'extend-word-forward': extendsBy('word', 1),
  'extend-word-back': extendsBy('word', -1),
  'extend-sentence-forward': extendsBy('sentence', 1),
  'extend-sentence-back': extendsBy('sentence', -1),
  'extend-paragraph-forward': extendsBy('paragraph', 1),
  'extend-paragraph-back': extendsBy('paragraph', -1),
  'extend-turn-forward': extendsBy('turn', 1),
  'extend-turn-back': extendsBy('turn', -1),
  'extend-exchange-forward': extendsBy('exchange', 1),
  'extend-exchange-back': extendsBy('exchange', -1),
} as const satisfies Record<string, Command>

/**
 * Selects a unit at the cursor. Asked again while just such units are selected, it takes in the
 * next one too, so that holding the key selects on.
 */
function selectUnit(desk: Desk, unitAt: UnitAt): void {
  const { selection, cursor } = desk.workbench.getState()
  // Only what is on the screen can be selected.
  const reading = shownReading(desk.workbench.getState())
  if (reading === null) return
  const first = unitAt(reading, selection?.start ?? cursor, desk)
  if (first === null) {
    say(desk, 'refused', 'notice.nothingHere')
    return
  }
  let span = first
  if (selection !== null && selection.start === first.start && selection.end >= first.end) {
    const last = unitAt(reading, selection.end - 1, desk)
    const next = last === null || last.end > selection.end ? null : unitAfter(reading, selection.end, unitAt, desk)
    span = { start: first.start, end: next?.end ?? selection.end }
  }
  desk.transcript.current?.select(span)
}

function unitAfter(reading: Reading, offset: number, unitAt: UnitAt, desk: Desk): TextSpan | null {
  const end = reading.blocks.at(-1)?.span.end ?? 0
  for (const block of reading.blocks) {
    if (block.kind !== 'paragraph' || block.span.end <= offset) continue
    const unit = unitAt(reading, Math.max(offset, block.span.start), desk)
    if (unit !== null && unit.end > offset && unit.end <= end) return unit
  }
  return null
}

function extendBy(desk: Desk, kind: UnitKind, way: 1 | -1): void {
  const { selection, cursor } = desk.workbench.getState()
  const reading = shownReading(desk.workbench.getState())
  if (reading === null) return
  const walk = { reading, kind, locale: desk.language() }
  const from = selection === null && way === 1 ? outOfName(reading.blocks, cursor) : cursor
  const next = extendSelection(walk, directed(selection, from), way)
  if (next === null) say(desk, 'refused', 'refusal.atTheEdge')
  else desk.transcript.current?.selectTo(next)
}

function growSelection(desk: Desk): void {
  const { selection: span, cursor, grown } = desk.workbench.getState()
  const reading = shownReading(desk.workbench.getState())
  if (reading === null) return
  const to = grownSpan(reading, desk.language(), span, cursor)
  if (to === null) {
    say(desk, 'refused', 'refusal.atTheEdge')
    return
  }
  // Steps that led elsewhere are of no use any more.
  const led = isSame(grown.at(-1)?.to ?? null, span) ? grown : []
  desk.workbench.setState({ grown: [...led, { span, cursor, to }] })
  desk.transcript.current?.select(to)
}

/** The way that it was grown; a selection that was not, to the unit that it begins with. */
function shrinkSelection(desk: Desk): void {
  const { selection, grown } = desk.workbench.getState()
  const reading = shownReading(desk.workbench.getState())
  if (reading === null) return
  const last = grown.at(-1)
  if (selection !== null && last !== undefined && isSame(last.to, selection)) {
    desk.workbench.setState({ grown: grown.slice(0, -1) })
    desk.transcript.current?.selectTo(directed(last.span, last.cursor))
    return
  }
  const span = selection === null ? null : shrunkSpan(reading, desk.language(), selection)
  if (span === null) say(desk, 'refused', 'refusal.atTheEdge')
  else desk.transcript.current?.select(span)
}

function isSame(one: TextSpan | null, other: TextSpan | null): boolean {
  return one !== null && other !== null && one.start === other.start && one.end === other.end
}
