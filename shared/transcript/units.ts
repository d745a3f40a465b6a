import { spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { partition } from '#shared/text/partition.ts'
import { firstBlockBeyond, readingOffsetAt, sourceOffsetAt } from '#shared/text/reading-map.ts'
import type { Block, Reading, Turn } from './reading.ts'

/** The block that holds a source position, or the one before it; `null` where there is none. */
export function blockAt(blocks: readonly Block[], offset: number): Block | null {
  const behind = partition(blocks.length, (k) => (blocks[k]?.span.start ?? 0) <= offset)
  const before = blocks[behind - 1] ?? blocks[0] ?? null
  if (before === null || offset < before.span.end) return before
  // Behind something set aside within a paragraph, the paragraph goes on.
  const around = blocks[firstBlockBeyond(blocks, offset)]
  return around !== undefined && around.span.start <= offset ? around : before
}

/** As `blockAt`, but from a label on to what is said behind it: a name is no sentence. */
function spokenAt(blocks: readonly Block[], offset: number): Block | null {
  const block = blockAt(blocks, offset)
  if (block?.kind !== 'label') return block
  return blocks.slice(blocks.indexOf(block)).find(({ kind }) => kind !== 'label') ?? null
}

/** A source position, or where what is said begins if it stands in a speaker's name. */
export function outOfName(blocks: readonly Block[], offset: number): number {
  return blockAt(blocks, offset)?.kind === 'label' ? (spokenAt(blocks, offset)?.span.start ?? offset) : offset
}

/** The turn that holds a source position, or `null` outside of all turns. */
export function turnAt(reading: Reading, offset: number): Turn | null {
  const { turns } = reading
  const turn = turns[partition(turns.length, (k) => (turns[k]?.span.start ?? 0) <= offset) - 1]
  return turn !== undefined && offset < turn.span.end ? turn : null
}

/** The paragraph at a source position, as a source span; `null` where nothing is written. */
export function paragraphAt(reading: Reading, offset: number): TextSpan | null {
  const block = spokenAt(reading.blocks, offset)
  return block === null ? null : wholeOf(block)
}

/** What a turn says, without its label: from its first paragraph to its last. `null` for a turn that says nothing. */
export function speechOf(reading: Reading, turn: Turn): TextSpan | null {
  const said = reading.blocks.slice(turn.firstBlock, turn.endBlock).filter((block) => block.kind === 'paragraph')
  const first = said[0] === undefined ? null : wholeOf(said[0])
  const last = said.at(-1)
  const end = last === undefined ? null : wholeOf(last)
  return first === null || end === null ? null : { start: first.start, end: end.end }
}

/**
 * The sentence at a source position, as a source span, by the Unicode rules for sentences (UAX 29,
 * in the reading text, where no line break cuts it). Closing quotation marks belong to the
 * sentence that they end.
 */
export function sentenceAt(reading: Reading, offset: number, locale: string): TextSpan | null {
  const block = spokenAt(reading.blocks, offset)
  if (block === null || block.text === '') return null
  const at = Math.min(readingOffsetAt(block, offset), block.text.length - 1)
  for (const [start, end] of sentencesOf(block.text, locale)) {
    // A blank between two sentences counts as the beginning of the later one.
    if (at < end) return sourceSpan(block, start, end)
  }
  return null
}

/** The sentences of a reading text, half-open, without the blanks around them. */
export function sentencesOf(text: string, locale: string): readonly (readonly [number, number])[] {
  const sentences: [number, number][] = []
  for (const { segment, index } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) {
    const said = segment.trim()
    const start = index + segment.indexOf(said)
    if (said !== '') sentences.push([start, start + said.length])
  }
  return sentences
}

function wholeOf(block: Block): TextSpan | null {
  return block.text === '' ? null : sourceSpan(block, 0, block.text.length)
}

function sourceSpan(block: Block, start: number, end: number): TextSpan | null {
  const from = sourceOffsetAt(block, start, 'start')
  const to = sourceOffsetAt(block, end, 'end')
  return from === null || to === null ? null : spanOf(from, to)
}
