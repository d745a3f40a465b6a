import type { Block, Reading, Turn } from './reading.ts'

/** It is set aside, and not on the screen unless somebody asks for it: events are read with the talk. */
export function isOutOfSight({ kind, setAside }: Pick<Block, 'kind' | 'setAside'>): boolean {
  return kind === 'set-aside' && setAside !== 'event'
}

/** The reading without what is out of sight as long as nobody asks for it. */
export function withoutSetAside(reading: Reading): Reading {
  const blocks: Block[] = []
  const newIndex = new Uint32Array(reading.blocks.length + 1)
  reading.blocks.forEach((block, index) => {
    if (!isOutOfSight(block)) blocks.push(block)
    newIndex[index + 1] = blocks.length
  })
  if (blocks.length === reading.blocks.length) return reading
  const at = (index: number): number => newIndex[index] ?? blocks.length
  const turns = reading.turns.map(
    (turn): Turn => ({ ...turn, firstBlock: at(turn.firstBlock), endBlock: at(turn.endBlock) }),
  )
  return { ...reading, blocks, turns }
}
