import { spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { partition } from '#shared/text/partition.ts'
import { sourceOffsetAt } from '#shared/text/reading-map.ts'
import type { Block } from './reading.ts'

/**
 * Every place where words stand in the blocks that are read (parted by LF), as source spans in
 * order, UTF-16. Upper and lower case count as one, as long as folding does
 * not change the length. Hard wraps and letter-spacing do not hide anything: it is the reading that is searched.
 */
export function findInReading(blocks: readonly Block[], words: string): readonly TextSpan[] {
  if (words === '') return []
  const starts: number[] = []
  let text = ''
  for (const block of blocks) {
    starts.push(text.length)
    text += `${block.text}\n`
  }
  const haystack = folded(text)
  const needle = folded(words)
  const found: TextSpan[] = []
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + needle.length)) {
    const start = place(blocks, starts, at, 'start')
    const end = place(blocks, starts, at + needle.length, 'end')
    if (start !== null && end !== null && end > start) found.push(spanOf(start, end))
  }
  return found
}

function folded(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

function place(blocks: readonly Block[], starts: readonly number[], at: number, side: 'start' | 'end'): number | null {
  const inside = side === 'end' ? at - 1 : at
  const index = partition(starts.length, (k) => (starts[k] ?? 0) <= inside) - 1
  const block = blocks[index]
  if (block === undefined) return null
  return sourceOffsetAt(block, Math.min(at - (starts[index] ?? 0), block.text.length), side)
}
