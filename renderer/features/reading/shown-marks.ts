import type { Marks } from '#renderer/editor/mark.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import type { IntervalIndex } from '#shared/query/interval-index.ts'
import { codingsTouched, type PlacedCoding, placedCodings } from '#shared/query/placed-codings.ts'
import { looksOf } from './mark-looks.ts'

/** What is to be drawn: the codings of a source, those of them that a test lets through. */
export interface MarksWanted {
  readonly state: ProjectState
  readonly sourceId: SourceId
  /** Everything for `null`. The same function for as long as it would answer the same. */
  readonly isWanted: ((coding: Coding, segment: Segment) => boolean) | null
  /** Drawn whatever the test says. */
  readonly held: CodingId | null
}

/** What is drawn, with what it was made of. */
export interface ShownMarks extends Marks {
  readonly wanted: MarksWanted
  /** Those that the test lets through; handed on from one to the next, and changed in place. `null` without a test. */
  readonly passed: Map<string, PlacedCoding> | null
}

/**
 * The codings of a source as the view draws them. `before` is what was drawn so far, and is not to be used any more:
 * what an act has not touched is taken over, so that one coding more among 50,000 costs what it costs among ten.
 */
export function shownMarks(wanted: MarksWanted, before: ShownMarks | null): ShownMarks {
  if (wanted.isWanted === null) {
    const placed = placedCodings(marksOf(wanted.state, wanted.sourceId))
    return over(wanted, null, placed.index, placed.of)
  }
  return (before === null ? null : followed(before, wanted)) ?? tested(wanted)
}

function tested(wanted: MarksWanted): ShownMarks {
  const isShown = testOf(wanted)
  const { index } = placedCodings(marksOf(wanted.state, wanted.sourceId))
  const passing = index.madeInto((placed) => (isShown(placed) ? placed : null), extentOf)
  return passedOver(wanted, new Map(passing.inOrder.map((placed) => [placed.coding.id, placed])), passing)
}

function extentOf({ extent }: PlacedCoding): PlacedCoding['extent'] {
  return extent
}

function testOf({ isWanted, held }: MarksWanted): (placed: PlacedCoding) => boolean {
  return ({ coding, segment }) => isWanted === null || coding.id === held || isWanted(coding, segment)
}

/** `null` where so much is different that all of it is made anew. */
function followed({ wanted: last, passed, index }: ShownMarks, wanted: MarksWanted): ShownMarks | null {
  if (passed === null || last.sourceId !== wanted.sourceId || last.isWanted !== wanted.isWanted) return null
  const [before, marks] = [marksOf(last.state, last.sourceId), marksOf(wanted.state, wanted.sourceId)]
  const touched = before === marks ? [] : codingsTouched(before, marks)
  if (touched === null) return null
  const ids = new Set<string>(touched)
  if (last.held !== wanted.held) for (const id of [last.held, wanted.held]) if (id !== null) ids.add(id)
  const isShown = testOf(wanted)
  const { of } = placedCodings(marks)
  const removed: PlacedCoding[] = []
  const added: PlacedCoding[] = []
  for (const id of ids) {
    const old = passed.get(id)
    const placed = of(id as CodingId)
    const now = placed !== undefined && isShown(placed) ? placed : undefined
    if (old === now) continue
    if (old !== undefined) removed.push(old)
    if (now !== undefined) added.push(now)
  }
  for (const { coding } of removed) passed.delete(coding.id)
  for (const placed of added) passed.set(placed.coding.id, placed)
  return passedOver(wanted, passed, removed.length + added.length === 0 ? index : index.changed(removed, added))
}

function passedOver(
  wanted: MarksWanted,
  passed: Map<string, PlacedCoding>,
  index: IntervalIndex<PlacedCoding>,
): ShownMarks {
  return over(wanted, passed, index, (id) => passed.get(id))
}

function over(
  wanted: MarksWanted,
  passed: Map<string, PlacedCoding> | null,
  index: IntervalIndex<PlacedCoding>,
  of: (id: CodingId) => PlacedCoding | undefined,
): ShownMarks {
  const looks = looksOf(wanted.state)
  const drawnAt = (id: string): ReturnType<Marks['of']> => {
    const placed = of(id as CodingId)
    return placed === undefined ? undefined : (looks.drawn(placed) ?? undefined)
  }
  return { wanted, passed, index, looks, of: drawnAt }
}
