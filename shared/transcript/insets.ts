import type { AsideSpan, SourceStructure } from '#shared/model/source-structure.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { lineNumbersOf } from './line-numbers.ts'
import { tableColumnsOf } from './table-columns.ts'
import { timeMarksOf } from './time-marks.ts'

/**
 * Adds to what the file says of its text what the text itself prints inside of its lines that is no
 * speech: the numbers of lines, times of the recording, columns of a table. They are set aside, and
 * what stands before and behind them reads on.
 */
export function withInsets(text: string, structure: SourceStructure): SourceStructure {
  const table = tableColumnsOf(text)
  const numbers = structure.lines === 'paragraphs' ? [] : lineNumbersOf(text)
  const asides: readonly AsideSpan[] = [
    ...table.asides,
    ...numbers.map((span): AsideSpan => ({ span, kind: 'page-number' })),
    ...timeMarksOf(text).map((span): AsideSpan => ({ span, kind: 'note' })),
  ]
  if (asides.length === 0) return structure
  return {
    ...structure,
    // Who numbers lines, not turns, has those of a page.
    lines: numbers.length > 0 && !endsInStop(text, numbers[0]) ? 'wrapped' : structure.lines,
    asides: [...structure.asides, ...asides].sort((a, b) => a.span.start - b.span.start),
    speakers: table.speakers.length === 0 || structure.speakers.length > 0 ? structure.speakers : table.speakers,
  }
}

function endsInStop(text: string, number: TextSpan | undefined): boolean {
  return number !== undefined && !/\d$/u.test(text.slice(number.start, number.end))
}
