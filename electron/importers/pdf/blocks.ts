import type { Line } from './lines.ts'

/** Lines of one column that stand below each other, with nothing across the column between them. */
export interface TextBlock {
  readonly cell: readonly [u0: number, u1: number]
  readonly lines: readonly Line[]
}

/** Beyond so many blocks a page is no page of text, and its blocks are read from top to bottom. */
const MOST_BLOCKS = 120

/**
 * Puts the lines of a page into blocks, and the blocks into reading order. `lines` come row by row.
 * The order is that of T. M. Breuel, "High Performance Document Layout Analysis" (2003): a block
 * comes before what is below it in the same columns, and before what is beside it further on unless
 * something across both stands between them.
 */
export function blocksInOrder(lines: readonly Line[]): readonly TextBlock[] {
  const blocks = blocksOf(lines)
  return blocks.length > MOST_BLOCKS ? blocks : inReadingOrder(blocks)
}

function blocksOf(lines: readonly Line[]): readonly TextBlock[] {
  const blocks: { readonly cell: readonly [number, number]; readonly lines: Line[] }[] = []
  let open: typeof blocks = []
  for (const line of lines) {
    const own = open.find((block) => isSameCell(block.cell, line.cell, line.size))
    open = open.filter((block) => block === own || !overlap(block.cell, line.cell))
    if (own !== undefined) own.lines.push(line)
    else {
      const block = { cell: line.cell, lines: [line] }
      blocks.push(block)
      open.push(block)
    }
  }
  return blocks
}

function isSameCell(a: readonly [number, number], b: readonly [number, number], size: number): boolean {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0])
  const all = Math.max(a[1], b[1]) - Math.min(a[0], b[0])
  return shared > all * 0.85 || all - shared < size * 2
}

function overlap(a: readonly [number, number], b: readonly [number, number]): boolean {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0])
  return shared > Math.min(a[1] - a[0], b[1] - b[0]) * 0.1
}

interface Box {
  readonly block: TextBlock
  readonly cell: readonly [number, number]
  readonly top: number
  readonly bottom: number
}

function inReadingOrder(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const boxes = blocks.map((block): Box => {
    return { block, cell: block.cell, top: block.lines[0]?.v ?? 0, bottom: block.lines.at(-1)?.v ?? 0 }
  })
  const behind = boxes.map((a) => boxes.map((b) => comesBefore(a, b, boxes)))
  const waits = boxes.map((_, at) => behind.filter((row) => row[at] === true).length)
  const left = new Set(boxes.keys())
  const order: TextBlock[] = []
  while (left.size > 0) {
    // Where blocks wait for each other in a ring, the one that waits for fewest goes first.
    let next = -1
    for (const at of left) if (next === -1 || (waits[at] ?? 0) < (waits[next] ?? 0)) next = at
    left.delete(next)
    const block = boxes[next]?.block
    if (block !== undefined) order.push(block)
    for (const at of left) if (behind[next]?.[at] === true) waits[at] = (waits[at] ?? 0) - 1
  }
  return order
}

function comesBefore(a: Box, b: Box, boxes: readonly Box[]): boolean {
  if (a === b) return false
  if (overlap(a.cell, b.cell)) return a.top < b.top || (a.top === b.top && a.cell[0] < b.cell[0])
  if (a.cell[0] > b.cell[0]) return false
  return !boxes.some((c) => {
    const isBetween = (a.bottom < c.top && c.bottom < b.top) || (b.bottom < c.top && c.bottom < a.top)
    return isBetween && overlap(c.cell, a.cell) && overlap(c.cell, b.cell)
  })
}
