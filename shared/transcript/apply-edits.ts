import type { ReadingChange, ReadingEdit } from '#shared/model/reading-edit.ts'
import { spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { indexLines } from '#shared/text/line-index.ts'
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
  const ordered = [...edits].sort(byTime).map(({ change }) => change)
  if (ordered.length === 0) return proposed
  const blocks = new EditedBlocks(sourceText, indexLines(sourceText), startingBlocks(proposed))
  for (const change of ordered) applyToBlocks(blocks, change, sourceText)
  const reading = editedTurns(blocks.all, proposed, ordered)
  return { ...reading, warnings: remainingWarnings(proposed.warnings, reading, ordered) }
}

function byTime(a: ReadingEdit, b: ReadingEdit): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function startingBlocks({ blocks, turns }: Reading): readonly EditedBlock[] {
  const starting = new Map(turns.map((turn) => [turn.firstBlock, turn]))
  return blocks.map((block, index) => {
    const turn = starting.get(index)
    const starts = turn === undefined ? null : { speaker: turn.speaker, affiliation: turn.affiliation, time: turn.time }
    return { block, starts, isOutside: block.kind === 'paragraph' && block.turn === null }
  })
}

function applyToBlocks(blocks: EditedBlocks, change: ReadingChange, sourceText: string): void {
  switch (change.kind) {
    case 'label':
      for (const span of change.spans) makeLabel(blocks, withColon(sourceText, span), change.speaker)
      return
    case 'no-label':
      for (const span of change.spans) unmakeLabels(blocks, span)
      return
    case 'split':
      blocks.splitAt(change.at)
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

function makeLabel(blocks: EditedBlocks, span: TextSpan, speaker: string | null): void {
  const wasSetAside = blocks.touched(span).some((index) => blocks.all[index]?.block.kind === 'set-aside')
  const [first, end] = blocks.cutOut(span)
  if (end === first) return
  blocks.joinAll(first, end)
  const block = blocks.all[first]?.block
  if (block === undefined) return
  const parts = partsOfLabel(block.text)
  const name = speaker ?? (parts.speaker === '' ? block.text : parts.speaker)
  blocks.change(first, {
    starts: { speaker: name, affiliation: parts.affiliation, time: parts.time },
    isOutside: false,
    as: { kind: 'label', setAside: null },
  })
  // What stands behind a name is what that person says.
  if (wasSetAside && blocks.isOnOneLine(first)) blocks.change(first + 1, { as: { kind: 'paragraph', setAside: null } })
  for (let next = first + 1; blocks.all[next]?.starts === null; next++) blocks.change(next, { isOutside: false })
}

function unmakeLabels(blocks: EditedBlocks, span: TextSpan): void {
  for (const index of [...blocks.touched(span)].reverse()) {
    const one = blocks.all[index]
    if (one === undefined || one.starts === null) continue
    blocks.change(index, { starts: null, as: one.block.kind === 'label' ? { kind: 'paragraph' } : {} })
    const next = blocks.all[index + 1]
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
    if (blocks.all[index]?.block.kind !== 'set-aside') continue
    blocks.change(index, { isOutside: false, as: { kind: 'paragraph', setAside: null } })
  }
}
