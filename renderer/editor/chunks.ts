import type { Block } from '#shared/transcript/reading.ts'

/** A run of blocks, half-open, that is laid out as one. */
export interface Chunk {
  readonly first: number
  readonly end: number
  /** Estimated height in CSS pixels; replaced by the browser once it was laid out. */
  readonly height: number
}

const USUAL = 40
/** The browser looks at every chunk several times a frame while one scrolls: of a long text fewer and longer ones are made. */
const MOST_CHUNKS = 500
const LONGEST = 120
const CHARACTERS_A_LINE = 36
const LINE_HEIGHT = 32
const GAP = 14

/**
 * Cuts blocks into chunks of about forty, of a very long text up to three times as many. A cut falls before a label where one is near, since a
 * label stands beside the paragraph that follows it.
 */
export function chunksOf(blocks: readonly Block[]): readonly Chunk[] {
  const usual = Math.min(LONGEST, Math.max(USUAL, Math.ceil(blocks.length / MOST_CHUNKS)))
  const chunks: Chunk[] = []
  let first = 0
  for (let index = 1; index <= blocks.length; index++) {
    const size = index - first
    const isCut =
      size >= usual * 1.5 || (size >= usual && (blocks[index]?.kind === 'label' || blocks[index]?.turn === null))
    if (index < blocks.length && !isCut) continue
    chunks.push({ first, end: index, height: heightOf(blocks, first, index) })
    first = index
  }
  return chunks
}

/** By how much of the source the blocks take, which is known without making their texts. */
function heightOf(blocks: readonly Block[], first: number, end: number): number {
  let height = 0
  for (let index = first; index < end; index++) {
    const block = blocks[index]
    if (block === undefined || block.kind === 'label') continue
    const { start, end: stop } = block.span
    height += Math.max(1, Math.ceil((stop - start) / CHARACTERS_A_LINE)) * LINE_HEIGHT + GAP
  }
  return Math.max(height, LINE_HEIGHT)
}
