import type { CodingId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { spanOf, type TextSpan, type Utf16Offset } from '#shared/model/text-span.ts'
import { readingOffsetAt, sourceOffsetAt } from '#shared/text/reading-map.ts'
import type { Block, Reading } from '#shared/transcript/reading.ts'
import { edgeBeyond } from '#shared/transcript/unit-walk.ts'
import { blockAt } from '#shared/transcript/units.ts'
import { fitParts, movePart } from './acts/change-parts.ts'
import { codingIn } from './acts/lookup.ts'
import { refuse } from './acts/refusal.ts'
import { resizeCoding } from './acts/resize-coding.ts'
import { act, type Desk } from './desk.ts'
import { holdPart } from './part-commands.ts'
import { partAt } from './passage.ts'

/**
 * Moves one edge of a coding, or of the part of it that the cursor stands in, by one character of the
 * reading, so that it never stops inside a line break. Where it stands is looked up when its turn
 * comes, so that keys in quick succession add up.
 */
export async function moveEdge(desk: Desk, codingId: CodingId, edge: 'start' | 'end', by: -1 | 1): Promise<void> {
  await resizePart(desk, codingId, edge, ({ blocks }, part) => {
    const moved = characterBeside(blocks, edge === 'start' ? part.start : part.end - 1, by)
    if (moved === null) return null
    return edge === 'start' ? spanOf(moved.start, part.end) : spanOf(part.start, moved.end)
  })
}

/** As `moveEdge`, to the next edge of a word. */
export async function moveEdgeByWord(desk: Desk, codingId: CodingId, edge: 'start' | 'end', by: -1 | 1): Promise<void> {
  const locale = desk.language()
  await resizePart(desk, codingId, edge, (reading, part) => {
    const moved = edgeBeyond({ reading, kind: 'word', locale }, part[edge], by, edge)
    return moved === null ? null : { ...part, [edge]: moved }
  })
}

/** Puts one edge of a coding at a source position, UTF-16. */
export async function putEdge(desk: Desk, codingId: CodingId, edge: 'start' | 'end', at: Utf16Offset): Promise<void> {
  const { open } = desk.workbench.getState()
  if (open === null) return
  const { sourceId, text } = open
  await act(desk, (state, world) => {
    const span = { ...extentOf(codingIn(state, sourceId, codingId).segment), [edge]: at }
    if (span.end <= span.start) return refuse('refusal.atTheEdge')
    return resizeCoding(state, { passage: { sourceId, text, span }, codingId }, world)
  })
}

async function resizePart(
  desk: Desk,
  codingId: CodingId,
  edge: 'start' | 'end',
  wanted: (reading: Reading, part: TextSpan) => TextSpan | null,
): Promise<void> {
  const workbench = desk.workbench.getState()
  const { open, session, readingOn } = workbench
  if (open === null || session === null) return
  const { sourceId, text } = open
  const reading = readingOn ? open.reading : open.asIs()
  const { anchors } = codingIn(session.store.getState().state, sourceId, codingId).segment
  // Which part is meant is settled as the key is pressed: the next key may go to another one.
  const index = partAt(workbench, { codingId, anchors }, edge)
  holdPart(desk, codingId, index)
  await act(desk, (state, world) => {
    const part = codingIn(state, sourceId, codingId).segment.anchors[index]?.span
    const span = part === undefined ? null : wanted(reading, part)
    if (span === null || span.end <= span.start) return refuse('refusal.atTheEdge')
    return movePart(state, { passage: { sourceId, text, span }, codingId, index }, world)
  })
}

/** Gives a coding the extent that is selected; of several parts, those that the selection touches become one with it. */
export async function fitToSelection(desk: Desk, codingId: CodingId): Promise<void> {
  const { open, selection } = desk.workbench.getState()
  if (open === null || selection === null) return
  const passage = { sourceId: open.sourceId, text: open.text, span: selection }
  await act(desk, (state, world) => fitParts(state, { passage, codingId }, world))
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
