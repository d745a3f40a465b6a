import { SET_ASIDE_KINDS } from '#shared/model/set-aside-kind.ts'
import { spanOf, type TextSpan, utf16 } from '#shared/model/text-span.ts'
import { TURN_ROLES } from '#shared/model/turn-role.ts'
import type { Piece } from '#shared/text/mapped-text.ts'
import type { Block, Exchange, Reading, ReadingWarning, Turn } from './reading.ts'
import { StringTable } from './string-table.ts'

/**
 * A reading as it is kept beside its source text, so that a long source need not be read again each
 * time it is opened: column by column and as numbers, since these are taken back from the disk at
 * once, where 50,000 records take as long as reading does. All positions are UTF-16 units in the
 * source text. It holds nothing that cannot be made again from the text.
 */
export interface StoredReading {
  /** Length of the text that it was made from, in UTF-16 units. */
  readonly length: number
  /** What is said in words, each once; others are told by their place here. */
  readonly strings: readonly string[]
  readonly blocks: {
    /** A place in `KINDS`. */
    readonly kinds: Uint8Array
    readonly starts: Uint32Array
    readonly ends: Uint32Array
    /** -1 outside of all turns. */
    readonly turns: Int32Array
    readonly lines: Uint32Array
    /** One more than there are blocks: where the pieces of each begin among all, and where those of the last end. */
    readonly firstPieces: Uint32Array
  }
  /** Where each piece stands in the source; in its block it stands behind those before it. */
  readonly pieces: { readonly sources: Uint32Array; readonly lengths: Uint32Array }
  /** The few texts that the pieces do not tell, with the blocks that read so. */
  readonly otherTexts: readonly (readonly [block: number, text: string])[]
  readonly turns: {
    /** Places in `strings`, -1 for `null`. */
    readonly speakers: Int32Array
    readonly labels: Int32Array
    readonly affiliations: Int32Array
    readonly times: Int32Array
    /** A place in `TURN_ROLES`. */
    readonly roles: Uint8Array
    readonly starts: Uint32Array
    readonly ends: Uint32Array
    readonly lines: Uint32Array
    readonly firstBlocks: Uint32Array
    readonly endBlocks: Uint32Array
  }
  /** The turns of all exchanges one after another, the questions of each before its answers, with how many there are of both. */
  readonly exchanges: { readonly turns: Uint32Array; readonly questions: Uint32Array; readonly answers: Uint32Array }
  readonly speakers: readonly string[]
  readonly warnings: readonly ReadingWarning[]
}

/** What a block is, and what is set aside as what. */
const KINDS: readonly Pick<Block, 'kind' | 'setAside'>[] = [
  { kind: 'label', setAside: null },
  { kind: 'paragraph', setAside: null },
  ...SET_ASIDE_KINDS.map((setAside) => ({ kind: 'set-aside' as const, setAside })),
]

/** Puts a reading of `sourceText` into columns. */
export function storeReading(sourceText: string, reading: Reading): StoredReading {
  const { blocks, turns, exchanges, speakers, warnings } = reading
  const strings = new StringTable()
  const stored = {
    length: sourceText.length,
    blocks: storeBlocks(blocks),
    ...storePieces(sourceText, blocks),
    turns: storeTurns(turns, strings),
    exchanges: {
      turns: Uint32Array.from(exchanges.flatMap(({ questions, answers }) => [...questions, ...answers])),
      questions: Uint32Array.from(exchanges, ({ questions }) => questions.length),
      answers: Uint32Array.from(exchanges, ({ answers }) => answers.length),
    },
    speakers,
    warnings,
  }
  return { ...stored, strings: strings.all }
}

/** The reading that was put into columns. Throws a RangeError where it was made from a text of another length. */
export function restoreReading(sourceText: string, stored: StoredReading): Reading {
  if (stored.length !== sourceText.length) {
    throw new RangeError(`a reading of ${stored.length} is none of a text of ${sourceText.length}`)
  }
  return {
    blocks: restoreBlocks(sourceText, stored),
    turns: restoreTurns(stored),
    exchanges: restoreExchanges(stored),
    speakers: stored.speakers,
    warnings: stored.warnings,
  }
}

function storeBlocks(blocks: readonly Block[]): StoredReading['blocks'] {
  const places = new Map(KINDS.map(({ kind, setAside }, place) => [`${kind} ${setAside}`, place]))
  const firstPieces = new Uint32Array(blocks.length + 1)
  for (const [index, { pieces }] of blocks.entries()) {
    firstPieces[index + 1] = (firstPieces[index] ?? 0) + pieces.length
  }
  return {
    kinds: Uint8Array.from(blocks, ({ kind, setAside }) => placeIn(places, `${kind} ${setAside}`)),
    starts: Uint32Array.from(blocks, ({ span }) => span.start),
    ends: Uint32Array.from(blocks, ({ span }) => span.end),
    turns: Int32Array.from(blocks, ({ turn }) => turn ?? -1),
    lines: Uint32Array.from(blocks, ({ line }) => line),
    firstPieces,
  }
}

function storePieces(sourceText: string, blocks: readonly Block[]): Pick<StoredReading, 'pieces' | 'otherTexts'> {
  const pieces = blocks.flatMap((block) => block.pieces)
  const otherTexts: (readonly [number, string])[] = []
  for (const [index, { text, pieces }] of blocks.entries()) {
    const told = pieces.map(({ source, length }) => textBetween(sourceText, source, source + length)).join('')
    if (text !== told) otherTexts.push([index, text])
  }
  return {
    pieces: {
      sources: Uint32Array.from(pieces, ({ source }) => source),
      lengths: Uint32Array.from(pieces, ({ length }) => length),
    },
    otherTexts,
  }
}

function storeTurns(turns: readonly Turn[], strings: StringTable): StoredReading['turns'] {
  const roles = new Map(TURN_ROLES.map((role, place) => [role, place]))
  return {
    speakers: Int32Array.from(turns, ({ speaker }) => strings.placeOf(speaker)),
    labels: Int32Array.from(turns, ({ label }) => strings.placeOf(label)),
    affiliations: Int32Array.from(turns, ({ affiliation }) => strings.placeOf(affiliation)),
    times: Int32Array.from(turns, ({ time }) => strings.placeOf(time)),
    roles: Uint8Array.from(turns, ({ role }) => placeIn(roles, role)),
    starts: Uint32Array.from(turns, ({ span }) => span.start),
    ends: Uint32Array.from(turns, ({ span }) => span.end),
    lines: Uint32Array.from(turns, ({ line }) => line),
    firstBlocks: Uint32Array.from(turns, ({ firstBlock }) => firstBlock),
    endBlocks: Uint32Array.from(turns, ({ endBlock }) => endBlock),
  }
}

function placeIn<T>(places: ReadonlyMap<T, number>, name: T): number {
  const place = places.get(name)
  if (place === undefined) throw new Error(`${String(name)} has no place in the columns`)
  return place
}

/** The source between two positions, read as one stretch: its line breaks are spaces. */
function textBetween(sourceText: string, start: number, end: number): string {
  const text = sourceText.slice(start, end)
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text
}

function restoreBlocks(sourceText: string, { blocks, pieces: all, otherTexts }: StoredReading): readonly Block[] {
  const { kinds, starts, ends, turns, lines, firstPieces } = blocks
  const others = new Map(otherTexts)
  const restored: Block[] = []
  for (let index = 0; index < kinds.length; index++) {
    const what = KINDS[kinds[index] ?? 0]
    if (what === undefined) throw new RangeError(`block ${index} is of no kind`)
    const pieces: Piece[] = []
    let text = ''
    for (let piece = firstPieces[index] ?? 0; piece < (firstPieces[index + 1] ?? 0); piece++) {
      const source = all.sources[piece] ?? 0
      const length = all.lengths[piece] ?? 0
      pieces.push({ at: text.length, source: utf16(source), length })
      text += textBetween(sourceText, source, source + length)
    }
    const turn = turns[index] ?? -1
    restored.push({
      kind: what.kind,
      text: others.get(index) ?? text,
      pieces,
      span: spanAt(starts, ends, index),
      turn: turn === -1 ? null : turn,
      setAside: what.setAside,
      line: lines[index] ?? 0,
    })
  }
  return restored
}

function restoreTurns({ turns, strings }: StoredReading): readonly Turn[] {
  const stringAt = (column: Int32Array, index: number): string | null => strings[column[index] ?? -1] ?? null
  return Array.from(
    turns.starts,
    (_, index): Turn => ({
      index,
      speaker: stringAt(turns.speakers, index),
      label: stringAt(turns.labels, index) ?? '',
      affiliation: stringAt(turns.affiliations, index) ?? '',
      role: TURN_ROLES[turns.roles[index] ?? 0] ?? 'other',
      span: spanAt(turns.starts, turns.ends, index),
      line: turns.lines[index] ?? 0,
      time: stringAt(turns.times, index),
      firstBlock: turns.firstBlocks[index] ?? 0,
      endBlock: turns.endBlocks[index] ?? 0,
    }),
  )
}

function restoreExchanges({ exchanges }: StoredReading): readonly Exchange[] {
  let next = 0
  const take = (count = 0): readonly number[] => {
    next += count
    return Array.from(exchanges.turns.subarray(next - count, next))
  }
  return Array.from(exchanges.questions, (count, index) => ({
    index,
    questions: take(count),
    answers: take(exchanges.answers[index]),
  }))
}

function spanAt(starts: Uint32Array, ends: Uint32Array, index: number): TextSpan {
  return spanOf(starts[index] ?? 0, ends[index] ?? 0)
}
