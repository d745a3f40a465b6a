import type { ReadingChange, ReadingEdit } from '#shared/model/reading-edit.ts'
import { spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { indexLines } from '#shared/text/line-index.ts'
import { copyOf } from './copy-of-block.ts'
import { type EditedBlock, EditedBlocks } from './edited-blocks.ts'
import { editedTurns } from './edited-turns.ts'
import type { Reading } from './reading.ts'
import { remainingWarnings } from './remaining-warnings.ts'
import { partsOfLabel } from './speaker-name.ts'

/**
 * The reading that a list of edits makes of what the recogniser proposed. Edits are put upon it in
 * the order in which they were made; one that finds nothing to change at its place changes nothing.
 * Pure; no position moves: the same characters are read from the same places, in other blocks.
 */
export function applyEdits(sourceText: string, proposed: Reading, edits: Iterable<ReadingEdit>): Reading {
  // What was done at the same moment stays as it is listed.
  const ordered = [...edits].sort(byTime).map(({ change }) => change)
  if (ordered.length === 0) return proposed
  const blocks = new EditedBlocks(sourceText, indexLines(sourceText), startingBlocks(proposed))
  for (const change of ordered) applyToBlocks(blocks, change, sourceText)
  const reading = editedTurns(blocks.all, proposed, ordered)
  return { ...reading, warnings: remainingWarnings(proposed.warnings, reading, ordered) }
}

function byTime(a: ReadingEdit, b: ReadingEdit): number {
  return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0
}

function startingBlocks({ blocks, turns }: Reading): readonly EditedBlock[] {
  let next = 0
  return blocks.map((block, index) => {
    const turn = turns[next]
    const isStart = turn?.firstBlock === index
    if (isStart) next++
    const starts = isStart ? { speaker: turn.speaker, affiliation: turn.affiliation, time: turn.time } : null
    return { block: copyOf(block), starts, isOutside: block.kind === 'paragraph' && block.turn === null }
  })
}

function applyToBlocks(blocks: EditedBlocks, change: ReadingChange, sourceText: string): void {
  switch (change.kind) {
    case 'label':
      for (const span of change.spans) makeLabel(blocks, withColon(sourceText, span))
      return
    case 'no-label':
      for (const span of change.spans) unmakeLabels(blocks, span)
      return
    case 'split':
      // A name cut in two would put half of it into somebody's mouth.
      if (blocks.at(blocks.indexAt(change.at))?.block.kind !== 'label') blocks.splitAt(change.at)
      return
    case 'join': {
      const index = blocks.indexAt(change.at)
      if (index !== -1) blocks.joinWithBefore(index)
      return
    }
    case 'set-aside':
      for (const span of change.spans) setAside(blocks, span, change.as)
      return
    case 'bring-back':
      for (const span of change.spans) bringBack(blocks, span)
      return
    case 'speakers':
    case 'turn-speaker':
    case 'speaker-role':
    case 'turn-role':
    case 'exchange':
    case 'confirmed':
      return
  }
}

/** The colon that parts a name from the speech belongs to the label, whether it was marked or not. */
function withColon(sourceText: string, { start, end }: TextSpan): TextSpan {
  const behind = /^[ \t\u00a0\u3000]*[:：﹕︰]/u.exec(sourceText.slice(end, end + 16))
  return spanOf(start, end + (behind?.[0].length ?? 0))
}

function makeLabel(blocks: EditedBlocks, span: TextSpan): void {
  const wasSetAside = blocks.touched(span).some((index) => blocks.at(index)?.block.kind === 'set-aside')
  const [first, end] = blocks.cutOut(span)
  if (end === first) return
  blocks.joinAll(first, end)
  const block = blocks.at(first)?.block
  if (block === undefined) return
  const parts = partsOfLabel(block.text)
  blocks.change(first, {
    starts: {
      speaker: parts.speaker === '' ? block.text : parts.speaker,
      affiliation: parts.affiliation,
      time: parts.time,
    },
    isOutside: false,
    as: { kind: 'label', setAside: null },
  })
  // What stands behind a name is what that person says.
  if (wasSetAside && blocks.isOnOneLine(first)) blocks.change(first + 1, { as: { kind: 'paragraph', setAside: null } })
  for (let next = first + 1; blocks.at(next)?.starts === null; next++) {
    if (blocks.at(next)?.isOutside) blocks.change(next, { isOutside: false })
  }
}

function unmakeLabels(blocks: EditedBlocks, span: TextSpan): void {
  for (const index of [...blocks.touched(span)].reverse()) {
    const one = blocks.at(index)
    if (one === undefined || one.starts === null) continue
    blocks.change(index, { starts: null, as: one.block.kind === 'label' ? { kind: 'paragraph' } : {} })
    const next = blocks.at(index + 1)
    if (next?.block.kind === 'paragraph' && next.starts === null && blocks.isOnOneLine(index)) {
      blocks.joinAll(index, index + 2)
    }
  }
}

function setAside(blocks: EditedBlocks, span: TextSpan, as: Extract<ReadingChange, { kind: 'set-aside' }>['as']): void {
  const [first, end] = blocks.cutOut(span)
  for (let index = first; index < end; index++) {
    blocks.change(index, { starts: null, isOutside: false, as: { kind: 'set-aside', setAside: as } })
  }
}

function bringBack(blocks: EditedBlocks, span: TextSpan): void {
  for (const index of blocks.touched(span)) {
    if (blocks.at(index)?.block.kind !== 'set-aside') continue
    blocks.change(index, { isOutside: false, as: { kind: 'paragraph', setAside: null } })
  }
  // Words that stood aside within a line are read on with what stands around them.
  for (const index of [...blocks.touched(span)].reverse()) {
    if (blocks.isSpeechOnOneLine(index)) blocks.joinAll(index, index + 2)
    if (blocks.isSpeechOnOneLine(index - 1)) blocks.joinAll(index - 1, index + 1)
  }
}
