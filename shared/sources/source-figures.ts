import { marksOf, type ProjectState, type SourceMarks } from '#shared/journal/state.ts'
import type { CoderId, IsoDateTime, SourceId } from '#shared/model/ids.ts'
import type { Memo } from '#shared/model/memo.ts'
import { type SourceSummary, turnsWithin } from './source-summary.ts'

/** What is counted of one speaker in one source. */
export interface SpeakerCount {
  readonly turns: number
  /** Codings of which a part starts in a turn of the speaker, or reaches into one first: those that an export says are the speaker's. */
  readonly codings: number
}

/** What is counted in one source's reading. */
export interface ReadingFigures {
  readonly turns: number
  /** Turns that a coding reaches into. */
  readonly codedTurns: number
  readonly speakers: ReadonlyMap<string, SpeakerCount>
}

const figures = new WeakMap<SourceMarks, { readonly summary: SourceSummary; readonly figures: ReadingFigures }>()

/** Whether everything that is counted of a source is known already, so that asking costs nothing. `undefined` is a reading that is not summed up, of which nothing is counted. */
export function isCounted(summary: SourceSummary | undefined, marks: SourceMarks): boolean {
  return touches.has(marks) && (summary === undefined || figures.get(marks)?.summary === summary)
}

/** Counts everything that is counted of a source. */
export function countSource(state: ProjectState, sourceId: SourceId, summary: SourceSummary | undefined): void {
  if (summary !== undefined) readingFigures(summary, marksOf(state, sourceId))
  lastTouch(state, sourceId)
}

/** Counts turns and speakers with the codings that stand on them; counted once for as long as neither changes. */
export function readingFigures(summary: SourceSummary, marks: SourceMarks): ReadingFigures {
  const known = figures.get(marks)
  if (known?.summary === summary) return known.figures
  const counted = countReading(summary, marks)
  figures.set(marks, { summary, figures: counted })
  return counted
}

function countReading(summary: SourceSummary, { segments, codings }: SourceMarks): ReadingFigures {
  const { starts, speakerOf, speakers } = summary
  const isCoded = new Uint8Array(starts.length)
  const codingsOf = new Uint32Array(speakers.length)
  for (const { segmentId } of codings.values()) {
    const here = new Set<number>()
    for (const { span } of segments.get(segmentId)?.anchors ?? []) {
      const [first, end] = turnsWithin(summary, span)
      isCoded.fill(1, first, end)
      if (first < end) here.add(speakerOf[first] ?? -1)
    }
    for (const place of here) if (place >= 0) codingsOf[place] = (codingsOf[place] ?? 0) + 1
  }
  const turnsOf = new Uint32Array(speakers.length)
  for (const place of speakerOf) if (place >= 0) turnsOf[place] = (turnsOf[place] ?? 0) + 1
  return {
    turns: starts.length,
    codedTurns: isCoded.reduce((sum, one) => sum + one, 0),
    speakers: new Map(
      speakers.map((name, place) => [name, { turns: turnsOf[place] ?? 0, codings: codingsOf[place] ?? 0 }]),
    ),
  }
}

/** The last mark that somebody made on a source and that is still there. */
export interface Touch {
  readonly at: IsoDateTime
  readonly by: CoderId
}

const touches = new WeakMap<SourceMarks, Touch | null>()

/** When a source was last coded, corrected, linked or written about (on itself or a turn), and by whom; `null` where it never was. */
export function lastTouch(state: ProjectState, sourceId: SourceId): Touch | null {
  const marks = marksOf(state, sourceId)
  let touch = touches.get(marks)
  if (touch === undefined) {
    touch = null
    for (const { modifiedAt, coderId } of marks.codings.values()) touch = later(touch, modifiedAt, coderId)
    for (const { createdAt, createdBy } of marks.edits.values()) touch = later(touch, createdAt, createdBy)
    for (const { createdAt, createdBy } of marks.links.values()) touch = later(touch, createdAt, createdBy)
    touches.set(marks, touch)
  }
  const written = memoTouches(state.memos).get(sourceId)
  return written === undefined ? touch : later(touch, written.at, written.by)
}

const memosTouched = new WeakMap<ProjectState['memos'], ReadonlyMap<SourceId, Touch>>()

function memoTouches(memos: ProjectState['memos']): ReadonlyMap<SourceId, Touch> {
  let known = memosTouched.get(memos)
  if (known === undefined) {
    const latest = new Map<SourceId, Touch>()
    for (const memo of memos.values()) {
      const sourceId = sourceOfMemo(memo)
      if (sourceId !== null) {
        latest.set(sourceId, later(latest.get(sourceId) ?? null, memo.modifiedAt, memo.createdBy))
      }
    }
    known = latest
    memosTouched.set(memos, known)
  }
  return known
}

function sourceOfMemo({ target }: Memo): SourceId | null {
  return target.kind === 'source' ? target.id : target.kind === 'turn' ? target.sourceId : null
}

function later(touch: Touch | null, at: IsoDateTime, by: CoderId): Touch {
  return touch === null || touch.at < at ? { at, by } : touch
}
