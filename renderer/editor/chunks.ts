import type { Block } from '#shared/transcript/reading.ts'

/** A run of blocks, half-open, that is laid out as one. */
export interface Chunk {
  readonly first: number
  readonly end: number
  /** Estimated height in CSS pixels; replaced by the browser once it was laid out. */
  readonly height: number
}

const USUAL = 40
const MOST = 60
const CHARACTERS_A_LINE = 36
const LINE_HEIGHT = 32
const GAP = 14

/**
 * Cuts blocks into chunks of about forty. A cut falls before a label where one is near, since a
 * label stands beside the paragraph that follows it.
 */
export function chunksOf(blocks: readonly Block[]): readonly Chunk[] {
  const chunks: Chunk[] = []
  let first = 0
  for (let index = 1; index <= blocks.length; index++) {
    const size = index - first
    const isCut = size >= MOST || (size >= USUAL && (blocks[index]?.kind === 'label' || blocks[index]?.turn === null))
    if (index < blocks.length && !isCut) continue
    chunks.push({ first, end: index, height: heightOf(blocks.slice(first, index)) })
    first = index
  }
  return chunks
}

function heightOf(blocks: readonly Block[]): number {
  let height = 0
  for (const block of blocks) {
    if (block.kind === 'label') continue
    height += Math.max(1, Math.ceil(block.text.length / CHARACTERS_A_LINE)) * LINE_HEIGHT + GAP
  }
  return Math.max(height, LINE_HEIGHT)
}
