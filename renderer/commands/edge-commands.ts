import type { CodingId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { spanOf, type TextSpan, type Utf16Offset } from '#shared/model/text-span.ts'
import { readingOffsetAt, sourceOffsetAt } from '#shared/text/reading-map.ts'
import type { Block, Reading } from '#shared/transcript/reading.ts'
import { edgeBeyond } from '#shared/transcript/unit-walk.ts'
import { blockAt } from '#shared/transcript/units.ts'
import { codingIn } from './acts/lookup.ts'
import { refuse } from './acts/refusal.ts'
import { resizeCoding } from './acts/resize-coding.ts'
import { act, type Desk } from './desk.ts'

/**
 * Moves one edge of a coding by one character of the reading, so that it never stops inside a line
 * break. Where it stands is looked up when its turn comes, so that keys in quick succession add up.
 */
export async function moveEdge(desk: Desk, codingId: CodingId, edge: 'start' | 'end', by: -1 | 1): Promise<void> {
  await resizeTo(desk, codingId, ({ blocks }, extent) => {
    const moved = characterBeside(blocks, edge === 'start' ? extent.start : extent.end - 1, by)
    if (moved === null) return null
    return edge === 'start' ? spanOf(moved.start, extent.end) : spanOf(extent.start, moved.end)
  })
}

/** As `moveEdge`, to the next edge of a word. */
export async function moveEdgeByWord(desk: Desk, codingId: CodingId, edge: 'start' | 'end', by: -1 | 1): Promise<void> {
  const locale = desk.language()
  await resizeTo(desk, codingId, (reading, extent) => {
    const moved = edgeBeyond({ reading, kind: 'word', locale }, extent[edge], by, edge)
    return moved === null ? null : { ...extent, [edge]: moved }
  })
}

/** Puts one edge of a coding at a source position, UTF-16. */
export async function putEdge(desk: Desk, codingId: CodingId, edge: 'start' | 'end', at: Utf16Offset): Promise<void> {
  await resizeTo(desk, codingId, (_, extent) => ({ ...extent, [edge]: at }))
}

async function resizeTo(
  desk: Desk,
  codingId: CodingId,
  wanted: (reading: Reading, extent: TextSpan) => TextSpan | null,
): Promise<void> {
  const { open, readingOn } = desk.workbench.getState()
  if (open === null) return
  const { sourceId, text } = open
  const reading = readingOn ? open.reading : open.asIs()
  await act(desk, (state, world) => {
    const span = wanted(reading, extentOf(codingIn(state, sourceId, codingId).segment))
    if (span === null || span.end <= span.start) return refuse('refusal.atTheEdge')
    return resizeCoding(state, { passage: { sourceId, text, span }, codingId }, world)
  })
}

/** Gives a coding the extent that is selected. */
export async function fitToSelection(desk: Desk, codingId: CodingId): Promise<void> {
  const { open, selection } = desk.workbench.getState()
  if (open === null || selection === null) return
  const passage = { sourceId: open.sourceId, text: open.text, span: selection }
  await act(desk, (state, world) => resizeCoding(state, { passage, codingId }, world))
}

function characterBeside(blocks: readonly Block[], at: number, by: -1 | 1): TextSpan | null {
  const block = blockAt(blocks, at)
  if (block === null || block.text === '') return null
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(block.text)]
  const offset = Math.min(readingOffsetAt(block, at), block.text.length - 1)
  const index = characters.findIndex(({ index: start, segment }) => start <= offset && offset < start + segment.length)
  const beside = characters[index + by]
  if (beside !== undefined) {
    const start = sourceOffsetAt(block, beside.index, 'start')
    const end = sourceOffsetAt(block, beside.index + beside.segment.length, 'end')
    return start === null || end === null ? null : spanOf(start, end)
  }
  // Over the border of a paragraph: to the next block that is read.
  const isReadable = (other: Block): boolean => other.kind === 'paragraph' && other.text !== ''
  const place = blocks.indexOf(block)
  const next = by === 1 ? blocks.slice(place + 1).find(isReadable) : blocks.slice(0, place).findLast(isReadable)
  if (next === undefined) return null
  const start = sourceOffsetAt(next, by === 1 ? 0 : next.text.length - 1, 'start')
  return start === null ? null : spanOf(start, start + 1)
}
