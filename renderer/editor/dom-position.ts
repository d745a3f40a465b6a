import type { TextSpan, Utf16Offset } from '#shared/model/text-span.ts'
import { partition } from '#shared/text/partition.ts'
import { firstBlockBeyond, readingOffsetAt, sourceOffsetAt } from '#shared/text/reading-map.ts'
import type { Block } from '#shared/transcript/reading.ts'
import { blockIndexOf } from './block-elements.ts'

/** A position in the reading: a block and an offset in its text, UTF-16. */
export interface BlockPosition {
  readonly block: number
  readonly offset: number
}

/**
 * The reading position of a point in the DOM, or `null` outside of the text. A point between
 * blocks counts as the start of the block behind it.
 */
export function blockPositionOf(root: Node, container: Node, offset: number): BlockPosition | null {
  if (!root.contains(container)) return null
  if (container.nodeType === Node.TEXT_NODE) {
    const element = blockElementOf(root, container)
    const block = element === null ? undefined : blockIndexOf(element)
    return block === undefined ? null : { block, offset }
  }
  const element = blockElementOf(root, container)
  if (element !== null) {
    const block = blockIndexOf(element)
    if (block === undefined) return null
    const isBehindText = offset > 0 && element.contains(container)
    return { block, offset: isBehindText ? (element.textContent?.length ?? 0) : 0 }
  }
  // Between blocks or chunks: take the next block's start, or behind the last one the end.
  const next = container.childNodes[offset]
  const after = next === undefined ? null : firstBlockIn(next)
  if (after !== null) return { block: after, offset: 0 }
  const last = lastBlockElementIn(container)
  const block = last === null ? undefined : blockIndexOf(last)
  return last === null || block === undefined ? null : { block, offset: last.textContent?.length ?? 0 }
}

/** The place in the source (UTF-16) of a reading position; for an empty block its start. */
export function sourceOf(blocks: readonly Block[], position: BlockPosition, side: 'start' | 'end'): Utf16Offset | null {
  const block = blocks[position.block]
  if (block === undefined) return null
  return sourceOffsetAt(block, Math.min(position.offset, block.text.length), side) ?? block.span.start
}

/** The source span between two reading positions, in either order; `null` if nothing lies between. */
export function spanBetween(blocks: readonly Block[], one: BlockPosition, other: BlockPosition): TextSpan | null {
  const isInOrder = one.block < other.block || (one.block === other.block && one.offset <= other.offset)
  let from = isInOrder ? one : other
  let to = isInOrder ? other : one
  // A selection that ends before a block's first character does not reach into that block,
  // and one that begins behind a block's last character does not begin in it.
  while (to.offset === 0 && to.block > from.block) to = endOfBlock(blocks, to.block - 1)
  while (from.block < to.block && from.offset >= (blocks[from.block]?.text.length ?? 0)) {
    from = { block: from.block + 1, offset: 0 }
  }
  const start = sourceOf(blocks, from, 'start')
  const end = sourceOf(blocks, to, 'end')
  return start === null || end === null || end <= start ? null : { start, end }
}

/** Indices of the blocks that a source span touches, half-open. */
export function blocksTouched(
  blocks: readonly Block[],
  span: TextSpan,
): { readonly first: number; readonly end: number } {
  const first = firstBlockBeyond(blocks, span.start)
  const end = partition(blocks.length, (k) => (blocks[k]?.span.start ?? 0) < span.end)
  return { first, end: Math.max(first, end) }
}

/** The reading position of a source position: in the block that holds it, else at the start of the next. */
export function positionOf(blocks: readonly Block[], source: number): BlockPosition | null {
  if (blocks.length === 0) return null
  let block = Math.min(firstBlockBeyond(blocks, source), blocks.length - 1)
  // Something set aside within a paragraph is a block of its own, if it is shown.
  for (let next = blocks[block + 1]; next !== undefined && next.span.start <= source; next = blocks[block + 1]) {
    if (source >= next.span.end) break
    block++
  }
  const found = blocks[block]
  return found === undefined ? null : { block, offset: readingOffsetAt(found, source) }
}

function endOfBlock(blocks: readonly Block[], block: number): BlockPosition {
  return { block, offset: blocks[block]?.text.length ?? 0 }
}

function blockElementOf(root: Node, node: Node): HTMLElement | null {
  for (let at: Node | null = node; at !== null && at !== root; at = at.parentNode) {
    if (blockIndexOf(at) !== undefined) return at as HTMLElement
  }
  return null
}

function firstBlockIn(node: Node): number | null {
  const own = blockIndexOf(node)
  if (own !== undefined) return own
  const element = node instanceof Element ? node.querySelector('.block') : null
  return element === null ? null : (blockIndexOf(element) ?? null)
}

function lastBlockElementIn(node: Node): HTMLElement | null {
  if (!(node instanceof Element)) return null
  const all = node.querySelectorAll<HTMLElement>('.block')
  return all[all.length - 1] ?? null
}
