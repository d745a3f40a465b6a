import type { ReadingChange } from '#shared/model/reading-edit.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { partition } from '#shared/text/partition.ts'
import type { Reading, ReadingWarning } from './reading.ts'
import { turnAt } from './units.ts'

/**
 * The doubts that edits leave: without those that somebody has looked at or has put right, and about
 * speakers by the names that they have now.
 */
export function remainingWarnings(
  warnings: readonly ReadingWarning[],
  reading: Reading,
  changes: readonly ReadingChange[],
): readonly ReadingWarning[] {
  if (warnings.length === 0) return warnings
  const confirmed = new Set(changes.flatMap((change) => (change.kind === 'confirmed' ? [keyOf(change)] : [])))
  const isTouched = touching(changes.flatMap((change) => ('spans' in change ? change.spans : [])))
  const speakers = new Set(reading.speakers)
  const unanswered = new Set(
    reading.exchanges.flatMap(({ questions, answers }) =>
      answers.length === 0 ? questions.map((turn) => reading.turns[turn]?.span.start) : [],
    ),
  )
  return warnings
    .filter((warning) => {
      if (confirmed.has(keyOf(warning))) return false
      switch (warning.code) {
        case 'no-turns':
          return reading.turns.length === 0
        case 'unanswered-question':
          return unanswered.has(warning.span.start)
        case 'alike-speakers':
          // Who was renamed, or is one with the other by now, is alike no more.
          return Object.values(warning.values).every((name) => speakers.has(name))
        default:
          return !isTouched(warning.span)
      }
    })
    .map((warning) => withSpeaker(warning, reading))
}

function keyOf({ code, span }: { readonly code: string; readonly span: TextSpan }): string {
  return `${code} ${span.start} ${span.end}`
}

function withSpeaker(warning: ReadingWarning, reading: Reading): ReadingWarning {
  const turn = 'speaker' in warning.values ? turnAt(reading, warning.span.start) : null
  const speaker = turn?.speaker ?? null
  return speaker === null ? warning : { ...warning, values: { ...warning.values, speaker } }
}

/** Tells whether a span shares a character with one of many. */
function touching(spans: readonly TextSpan[]): (span: TextSpan) => boolean {
  const ordered = [...spans].sort((a, b) => a.start - b.start)
  let farthest = 0
  const ends = ordered.map(({ end }) => {
    farthest = Math.max(farthest, end)
    return farthest
  })
  return ({ start, end }) => {
    const before = partition(ordered.length, (k) => (ordered[k]?.start ?? 0) < end)
    return (ends[before - 1] ?? 0) > start
  }
}
