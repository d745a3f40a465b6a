import { spanOf } from '#shared/model/text-span.ts'
import { TURN_ROLES } from '#shared/model/turn-role.ts'
import type { Block, Exchange, Reading, ReadingWarning, Turn } from './reading.ts'
import { BLOCK_KINDS, type BlockColumns, type PieceColumns, StoredBlock, textBetween } from './stored-block.ts'
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
  readonly blocks: BlockColumns
  readonly pieces: PieceColumns
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
  const places = new Map(BLOCK_KINDS.map(({ kind, setAside }, place) => [`${kind} ${setAside}`, place]))
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

function restoreBlocks(sourceText: string, { blocks, pieces, otherTexts }: StoredReading): readonly Block[] {
  const all = { sourceText, blocks, pieces, otherTexts: new Map(otherTexts) }
  const restored: Block[] = []
  for (let index = 0; index < blocks.kinds.length; index++) restored.push(new StoredBlock(all, index))
  return restored
}

function restoreTurns({ turns, strings }: StoredReading): readonly Turn[] {
  const stringAt = (column: Int32Array, index: number): string | null => strings[column[index] ?? -1] ?? null
  const restored: Turn[] = []
  for (let index = 0; index < turns.starts.length; index++) {
    restored.push({
      index,
      speaker: stringAt(turns.speakers, index),
      label: stringAt(turns.labels, index) ?? '',
      affiliation: stringAt(turns.affiliations, index) ?? '',
      role: TURN_ROLES[turns.roles[index] ?? 0] ?? 'other',
      span: spanOf(turns.starts[index] ?? 0, turns.ends[index] ?? 0),
      line: turns.lines[index] ?? 0,
      time: stringAt(turns.times, index),
      firstBlock: turns.firstBlocks[index] ?? 0,
      endBlock: turns.endBlocks[index] ?? 0,
    })
  }
  return restored
}

function restoreExchanges({ exchanges }: StoredReading): readonly Exchange[] {
  let next = 0
  const take = (count = 0): readonly number[] => {
    const taken: number[] = []
    for (let left = count; left > 0; left--) taken.push(exchanges.turns[next++] ?? 0)
    return taken
  }
  const restored: Exchange[] = []
  for (let index = 0; index < exchanges.questions.length; index++) {
    restored.push({ index, questions: take(exchanges.questions[index]), answers: take(exchanges.answers[index]) })
  }
  return restored
}
