import { type Utf16Offset, utf16 } from '#shared/model/text-span.ts'
import { partition } from './partition.ts'

/** Finds lines of one text by position. Lines are parted by LF and counted from 1, as editors count them. */
export interface LineIndex {
  readonly count: number
  /** The line that a UTF-16 position stands in; a line break belongs to the line it ends. */
  readonly lineAt: (offset: number) => number
  /** UTF-16 position of a line's first character. Throws a RangeError for a line that is not there. */
  readonly startOf: (line: number) => Utf16Offset
}

export function indexLines(text: string): LineIndex {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)

  return {
    count: starts.length,
    lineAt: (offset) =>
      Math.max(
        1,
        partition(starts.length, (line) => (starts[line] ?? 0) <= offset),
      ),
    startOf(line) {
      const start = starts[line - 1]
      if (start === undefined) throw new RangeError(`line ${line} is outside of a text of ${starts.length} lines`)
      return utf16(start)
    },
  }
}
