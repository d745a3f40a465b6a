import { type KeptInStep, keptInStep } from '#shared/journal/kept-in-step.ts'
import type { Difference } from '#shared/journal/record-table.ts'
import type { SourceMarks } from '#shared/journal/state.ts'
import type { Steps } from '#shared/journal/steps.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodingId, SegmentId } from '#shared/model/ids.ts'
import { extentOf, type Segment } from '#shared/model/segment.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { type IntervalIndex, intervalIndex } from './interval-index.ts'

/** A coding with its passage. The same object for as long as neither of the two changes. */
export interface PlacedCoding {
  readonly coding: Coding
  readonly segment: Segment
  /** From the start of the first part to the end of the last one. */
  readonly extent: TextSpan
}

/** Where the codings of one source stand. Holds until it is asked for again. */
export interface PlacedCodings {
  readonly of: (id: CodingId) => PlacedCoding | undefined
  /** Those on a segment. */
  readonly on: (id: SegmentId) => readonly PlacedCoding[]
  readonly index: IntervalIndex<PlacedCoding>
}

type Marks = Pick<SourceMarks, 'codings' | 'segments'>

/** What has changed of a source's codings and their passages. */
interface MarksChange {
  readonly codings: readonly Difference<Coding>[]
  readonly segments: readonly Difference<Segment>[]
}

/**
 * The codings of a source by id, by segment and by place, so that nothing that an act needs is looked for among
 * all of them. Brought up to date after an act, not made anew. Codings whose segment is missing are left out.
 */
export const placedCodings: KeptInStep<Marks, PlacedCodings> = keptInStep<Marks, MarksChange, Placing>({
  lineageOf: ({ codings }) => codings.lineage,
  differences: marksChange,
  make: placing,
  update: (known, change, marks) => known.follow(change, marks),
})

/** The ids of the codings that are others than before, or stand elsewhere; `null` where that is not known. */
export function codingsTouched(before: Marks, after: Marks): ReadonlySet<CodingId> | null {
  const change = marksChange(before, after)
  return change === null ? null : touchedBy(change, placedCodings(after))
}

function marksChange(before: Marks, after: Marks): MarksChange | null {
  const codings = after.codings.differencesFrom(before.codings)
  const segments = after.segments.differencesFrom(before.segments)
  return codings === null || segments === null ? null : { codings, segments }
}

function touchedBy({ codings, segments }: MarksChange, { on }: Pick<PlacedCodings, 'on'>): ReadonlySet<CodingId> {
  const touched = new Set<CodingId>()
  for (const { before } of segments) {
    // On a new one nothing stood; what stands there now is among the changed codings.
    if (before !== null) for (const { coding } of on(before.id)) touched.add(coding.id)
  }
  for (const { before, after } of codings) {
    const id = (after ?? before)?.id
    if (id !== undefined) touched.add(id)
  }
  return touched
}

function* placing(marks: Marks): Steps<Placing> {
  const all: PlacedCoding[] = []
  for (const coding of marks.codings.values()) {
    yield
    const placed = place(coding, marks)
    if (placed !== null) all.push(placed)
  }
  return new Placing(all)
}

const NONE: readonly PlacedCoding[] = []

class Placing implements PlacedCodings {
  readonly #byId = new Map<CodingId, PlacedCoding>()
  /** Made when it is first asked for: to show and to add codings takes none of it. */
  #bySegment: Map<SegmentId, PlacedCoding[]> | null = null
  #index: IntervalIndex<PlacedCoding>

  constructor(all: readonly PlacedCoding[]) {
    for (const placed of all) this.#byId.set(placed.coding.id, placed)
    this.#index = intervalIndex(all, ({ extent }) => extent)
  }

  readonly of = (id: CodingId): PlacedCoding | undefined => this.#byId.get(id)

  readonly on = (id: SegmentId): readonly PlacedCoding[] => {
    if (this.#bySegment === null) {
      this.#bySegment = new Map()
      for (const placed of this.#byId.values()) addTo(this.#bySegment, placed)
    }
    return this.#bySegment.get(id) ?? NONE
  }

  get index(): IntervalIndex<PlacedCoding> {
    return this.#index
  }

  follow(change: MarksChange, marks: Marks): Placing {
    const removed: PlacedCoding[] = []
    const added: PlacedCoding[] = []
    // Who came to a changed segment is among the changed codings; who stood on it before is known.
    for (const id of touchedBy(change, this)) {
      const coding = marks.codings.get(id)
      const before = this.#byId.get(id)
      const after = coding === undefined ? null : place(coding, marks)
      if (before !== undefined) {
        this.#remove(before)
        removed.push(before)
      }
      if (after !== null) {
        this.#add(after)
        added.push(after)
      }
    }
    if (removed.length + added.length > 0) this.#index = this.#index.changed(removed, added)
    return this
  }

  #add(placed: PlacedCoding): void {
    this.#byId.set(placed.coding.id, placed)
    if (this.#bySegment !== null) addTo(this.#bySegment, placed)
  }

  #remove(placed: PlacedCoding): void {
    const { coding, segment } = placed
    this.#byId.delete(coding.id)
    if (this.#bySegment === null) return
    const others = this.on(segment.id).filter((other) => other !== placed)
    if (others.length === 0) this.#bySegment.delete(segment.id)
    else this.#bySegment.set(segment.id, others)
  }
}

function addTo(bySegment: Map<SegmentId, PlacedCoding[]>, placed: PlacedCoding): void {
  const others = bySegment.get(placed.segment.id)
  if (others === undefined) bySegment.set(placed.segment.id, [placed])
  else others.push(placed)
}

function place(coding: Coding, { segments }: Marks): PlacedCoding | null {
  const segment = segments.get(coding.segmentId)
  return segment === undefined ? null : { coding, segment, extent: extentOf(segment) }
}
