import { spanOf, utf16 } from '#shared/model/text-span.ts'
import type { Block, Reading } from './reading.ts'

/**
 * The reading switched off: every source line is a paragraph, empty ones too, and every character
 * stands where it stands in the source. No turns, nothing set aside.
 */
export function readAsIs(sourceText: string): Reading {
  const blocks: Block[] = []
  let start = 0
  for (const text of sourceText === '' ? [] : sourceText.split('\n')) {
    blocks.push({
      kind: 'paragraph',
      text,
      pieces: text === '' ? [] : [{ at: 0, source: utf16(start), length: text.length }],
      span: spanOf(start, start + text.length),
      turn: null,
      setAside: null,
      line: blocks.length + 1,
    })
    start += text.length + 1
  }
  return { blocks, turns: [], exchanges: [], speakers: [], warnings: [] }
}
