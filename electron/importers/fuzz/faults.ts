import type { ImportOutcome } from '#shared/bridge.ts'
import type { SourceStructure } from '#shared/model/source-structure.ts'
import { isSourceStructure } from '#shared/model/source-structure.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import type { Reading } from '#shared/transcript/reading.ts'

/** What is wrong with what an importer and the recogniser made of some bytes; empty if nothing is. */
export function faultsOf(outcome: ImportOutcome): readonly string[] {
  if (outcome.kind === 'failed') {
    return outcome.failure.reason === 'importer-failed' ? [`importer failed: ${outcome.failure.detail}`] : []
  }
  const { text, structure } = outcome.file
  return [
    ...(text.includes('\r') ? ['the text has a carriage return'] : []),
    ...faultsOfStructure(text, structure),
    ...faultsOfReading(text, readTranscript(text, structure)),
  ]
}

function faultsOfStructure(text: string, structure: SourceStructure): readonly string[] {
  if (!isSourceStructure(structure)) return ['the structure does not pass its guard']
  const faults: string[] = []
  for (const name of ['times', 'styles', 'speakers', 'asides'] as const) {
    let before = 0
    for (const { span } of structure[name]) {
      if (span.end > text.length) faults.push(`a span of ${name} reaches beyond the text`)
      if (span.start < before) faults.push(`${name} are out of order`)
      before = span.start
    }
  }
  let before = 0
  for (const { start } of structure.pages) {
    if (start < before || start > text.length) faults.push('pages are out of order')
    before = start
  }
  return faults
}

function faultsOfReading(text: string, reading: Reading): readonly string[] {
  const faults = new Set<string>()
  let start = 0
  for (const block of reading.blocks) {
    if (block.span.start < start) faults.add('blocks are out of order')
    start = block.span.start
    let at = 0
    let source = block.span.start as number
    for (const piece of block.pieces) {
      const slice = text.slice(piece.source, piece.source + piece.length).replaceAll('\n', ' ')
      if (piece.at !== at || piece.source < source || piece.length < 1) faults.add('pieces are out of order')
      if (slice !== block.text.slice(at, at + piece.length)) faults.add('a piece reads otherwise than it is written')
      at += piece.length
      source = piece.source + piece.length
    }
    if (at !== block.text.length) faults.add('a block reads what is not written')
    if (source > block.span.end) faults.add('a piece reaches beyond its block')
  }
  reading.turns.forEach((turn, index) => {
    const isPlaced = turn.firstBlock < turn.endBlock && turn.endBlock <= reading.blocks.length
    if (turn.index !== index || !isPlaced || turn.span.end > text.length) faults.add('a turn does not fit its blocks')
  })
  return [...faults]
}
