import type { Reading } from './reading.ts'

/** The reading without what was set aside: what is read as long as nobody asks for the rest. */
export function withoutSetAside(reading: Reading): Reading {
  const newIndex: number[] = []
  let kept = 0
  for (const block of reading.blocks) {
    newIndex.push(kept)
    if (block.kind !== 'set-aside') kept += 1
  }
  newIndex.push(kept)
  return {
    ...reading,
    blocks: reading.blocks.filter((block) => block.kind !== 'set-aside'),
    turns: reading.turns.map((turn) => ({
      ...turn,
      firstBlock: newIndex[turn.firstBlock] ?? kept,
      endBlock: newIndex[turn.endBlock] ?? kept,
    })),
  }
}
