import type { Mark, MarkFamily, Marks } from '#renderer/editor/mark.ts'
import { childrenOf, rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf, type ProjectState, type SourceMarks } from '#shared/journal/state.ts'
import type { Steps } from '#shared/journal/steps.ts'
import type { Code } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CodingId, SourceId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'
import type { IntervalIndex } from '#shared/query/interval-index.ts'
import { codingsTouched, type PlacedCoding, placedCodings } from '#shared/query/placed-codings.ts'

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
  /** Handed on from one to the next, and changed in place. */
  readonly byId: Map<string, Mark>
}

/**
 * The codings of a source as the view draws them. `before` is what was drawn so far, and is not to be used any more:
 * what an act has not touched is taken over, so that one coding more among 50,000 costs what it costs among ten.
 */
export function shownMarks(wanted: MarksWanted, before: ShownMarks | null): ShownMarks {
  return (before === null ? null : followed(before, wanted)) ?? anew(wanted)
}

/** Draws codings before they are shown, in steps: who shows them then finds them drawn. */
export function* drawnAhead(state: ProjectState, sourceId: SourceId, codings: Iterable<PlacedCoding>): Steps<void> {
  const draw = drawerFor({ state, sourceId, isWanted: null, held: null })
  for (const placed of codings) {
    draw(placed)
    yield
  }
}

function anew(wanted: MarksWanted): ShownMarks {
  const draw = drawerFor(wanted)
  const index = placedCodings(marksOf(wanted.state, wanted.sourceId)).index.madeInto(draw, extentOf)
  return over(wanted, new Map(index.inOrder.map((mark) => [mark.id, mark])), index)
}

function extentOf({ extent }: Mark): Mark['extent'] {
  return extent
}

/** `null` where so much is different that all of it is made anew. */
function followed(before: ShownMarks, wanted: MarksWanted): ShownMarks | null {
  const { wanted: last, byId } = before
  if (last.sourceId !== wanted.sourceId || last.isWanted !== wanted.isWanted) return null
  const marks = marksOf(wanted.state, wanted.sourceId)
  const touched = touchedSince(marksOf(last.state, last.sourceId), marks)
  if (touched === null) return null
  const ids = new Set<string>(touched)
  if (last.held !== wanted.held) for (const id of [last.held, wanted.held]) if (id !== null) ids.add(id)
  const draw = drawerFor(wanted)
  const { of } = placedCodings(marks)
  const markNow = (id: string): Mark | null => {
    const placed = of(id as CodingId)
    return placed === undefined ? null : draw(placed)
  }
  const removed: Mark[] = []
  const added: Mark[] = []
  for (const id of ids) {
    const old = byId.get(id) ?? null
    const now = markNow(id)
    if (old === now) continue
    if (old !== null) removed.push(old)
    if (now !== null) added.push(now)
  }
  for (const { id } of removed) byId.delete(id)
  for (const mark of added) byId.set(mark.id, mark)
  let { index } = before
  if (removed.length + added.length > 0) index = index.changed(removed, added)
  const looks = codesLookingOther(last.state, wanted.state)
  if (looks.size > 0) {
    index = index.madeInto((mark) => (looks.has(mark.codeId) ? (markNow(mark.id) ?? mark) : mark), extentOf)
    for (const mark of index.inOrder) if (looks.has(mark.codeId)) byId.set(mark.id, mark)
  }
  return over(wanted, byId, index)
}

function over(wanted: MarksWanted, byId: Map<string, Mark>, index: IntervalIndex<Mark>): ShownMarks {
  return { wanted, byId, index, of: (id) => byId.get(id) }
}

function touchedSince(before: SourceMarks, after: SourceMarks): Iterable<CodingId> | null {
  return before === after ? [] : codingsTouched(before, after)
}

/** The codes that look other than before, or whose family does. */
function codesLookingOther(before: ProjectState, after: ProjectState): ReadonlySet<string> {
  const other = new Set<string>()
  if (before.codes === after.codes) return other
  const [familyBefore, familyAfter] = [familyFinder(codeList(before)), familyFinder(codeList(after))]
  for (const code of after.codes.values()) {
    const old = before.codes.get(code.id)
    if (old !== code || familyBefore(old) !== familyAfter(code)) other.add(code.id)
  }
  return other
}

/** What a mark was made of; while none of it has changed, neither has the mark. */
interface Known {
  readonly code: Code
  readonly family: MarkFamily
  readonly mark: Mark
}

const known = new WeakMap<PlacedCoding, Known>()

/** Draws a coding; `null` where it is not to be seen. */
function drawerFor({ state, isWanted, held }: MarksWanted): (placed: PlacedCoding) => Mark | null {
  const familyOf = familyFinder(codeList(state))
  return (placed) => {
    const { coding, segment } = placed
    const code = state.codes.get(coding.codeId)
    if (code === undefined || !(isWanted === null || coding.id === held || isWanted(coding, segment))) return null
    const family = familyOf(code)
    const before = known.get(placed)
    if (before?.code === code && before.family === family) return before.mark
    const mark: Mark = {
      id: coding.id,
      codeId: code.id,
      spans: segment.anchors.map((anchor) => anchor.span),
      extent: placed.extent,
      colour: code.colour,
      manner: family.manner,
      name: code.name,
      family,
    }
    known.set(placed, { code, family, mark })
    return mark
  }
}

const finders = new WeakMap<readonly Code[], (code: Code) => MarkFamily>()
/** A family is the same object for as long as its root and its place are. */
const families = new WeakMap<Code, MarkFamily>()

function familyFinder(codes: readonly Code[]): (code: Code) => MarkFamily {
  let find = finders.get(codes)
  if (find === undefined) {
    const found = new Map<CodeId, MarkFamily>()
    find = (code) => {
      let family = found.get(code.id)
      if (family === undefined) {
        const root = rootOf(codes, code.id) ?? code
        family = familyOf(root, Math.max(0, childrenOf(codes, null).indexOf(root)))
        found.set(code.id, family)
      }
      return family
    }
    finders.set(codes, find)
  }
  return find
}

function familyOf(root: Code, place: number): MarkFamily {
  let family = families.get(root)
  if (family?.place !== place) {
    family = { place, name: root.name, colour: root.colour, manner: root.family?.manner ?? 'tint' }
    families.set(root, family)
  }
  return family
}
