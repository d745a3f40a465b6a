import type { Brand } from './brand.ts'

/** A position in a source text, counted in UTF-16 units from 0. The only unit used inside the program. */
export type Utf16Offset = Brand<number, 'utf16'>

/** A position in a source text, counted in Unicode code points from 0. The unit of everything that leaves the program. */
export type CodePointOffset = Brand<number, 'code-point'>

/** A half-open stretch [start, end) of a source text, in UTF-16 units. */
export interface TextSpan {
  readonly start: Utf16Offset
  readonly end: Utf16Offset
}

/** Takes a plain number as a UTF-16 position. */
export function utf16(offset: number): Utf16Offset {
  return offset as Utf16Offset
}

/** Makes the half-open span [start, end), in UTF-16 units. */
export function spanOf(start: number, end: number): TextSpan {
  return { start: start as Utf16Offset, end: end as Utf16Offset }
}

/** Tells whether two half-open spans share at least one character. */
export function overlaps(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end
}

/** Guards a span that comes from outside: whole numbers, not negative, not empty. */
export function isTextSpan(value: unknown): value is TextSpan {
  if (typeof value !== 'object' || value === null) return false
  const { start, end } = value as { start?: unknown; end?: unknown }
  return (
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    (start as number) >= 0 &&
    (end as number) > (start as number)
  )
}
