import type { ReadingChange } from '#shared/model/reading-edit.ts'
import { overlaps, type TextSpan } from '#shared/model/text-span.ts'
import type { Reading, ReadingWarning } from './reading.ts'

/** The doubts that edits leave: without those that somebody has looked at, or has put right. */
export function remainingWarnings(
  warnings: readonly ReadingWarning[],
  reading: Reading,
  changes: readonly ReadingChange[],
): readonly ReadingWarning[] {
  const unanswered = new Set(
    reading.exchanges.flatMap(({ questions, answers }) =>
      answers.length === 0 ? questions.map((turn) => reading.turns[turn]?.span.start) : [],
    ),
  )
  return warnings.filter((warning) => {
    if (warning.code === 'no-turns' && reading.turns.length > 0) return false
    if (warning.code === 'unanswered-question' && !unanswered.has(warning.span.start)) return false
    return !changes.some((change) => settles(change, warning))
  })
}

/** Whether a change answers the doubt: it says that all is well, or it was made at that very place. */
function settles(change: ReadingChange, warning: ReadingWarning): boolean {
  if (change.kind === 'confirmed') {
    const { start, end } = change.span
    return change.code === warning.code && start === warning.span.start && end === warning.span.end
  }
  if (change.kind === 'speakers') {
    const names = Object.values(warning.values)
    return warning.code === 'alike-speakers' && names.every((name) => name === change.to || change.names.includes(name))
  }
  return isAboutPlace(warning) && spansOf(change).some((span) => overlaps(span, warning.span))
}

/** The other doubts are about more than their place: a label put right within it settles nothing. */
function isAboutPlace({ code }: ReadingWarning): boolean {
  return code !== 'no-turns' && code !== 'unanswered-question'
}

function spansOf(change: ReadingChange): readonly TextSpan[] {
  return 'spans' in change ? change.spans : []
}
