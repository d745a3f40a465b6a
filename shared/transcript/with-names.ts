import type { Block, Reading } from './reading.ts'

/** The reading with labels as a reader would say them: without the colon that parts them from the speech. */
export function withNames(reading: Reading): Reading {
  return { ...reading, blocks: reading.blocks.map((block) => (block.kind === 'label' ? nameOf(block) : block)) }
}

function nameOf(block: Block): Block {
  const length = block.text.replace(/\s*[：:]\s*$/u, '').length
  if (length === block.text.length || length === 0) return block
  return {
    ...block,
    text: block.text.slice(0, length),
    pieces: block.pieces.flatMap((piece) =>
      piece.at >= length ? [] : [{ ...piece, length: Math.min(piece.length, length - piece.at) }],
    ),
  }
}
