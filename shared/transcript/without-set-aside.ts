import type { Block, Reading, Turn } from './reading.ts'

/** The reading without what was set aside: what is read as long as nobody asks for the rest. */
export function withoutSetAside(reading: Reading): Reading {
  const blocks: Block[] = []
  const newIndex = new Uint32Array(reading.blocks.length + 1)
  reading.blocks.forEach((block, index) => {
    if (block.kind !== 'set-aside') blocks.push(block)
    newIndex[index + 1] = blocks.length
  })
  if (blocks.length === reading.blocks.length) return reading
  const at = (index: number): number => newIndex[index] ?? blocks.length
  const turns = reading.turns.map(
    (turn): Turn => ({ ...turn, firstBlock: at(turn.firstBlock), endBlock: at(turn.endBlock) }),
  )
  return { ...reading, blocks, turns }
}
