import { spanOf, type TextSpan, type Utf16Offset } from '#shared/model/text-span.ts'
import { sourceOffsetAt } from '#shared/text/reading-map.ts'
import type { Block, Exchange, Reading } from './reading.ts'
import { blockAt, sentencesOf, speechOf, turnAt } from './units.ts'

/** What a selection grows by, from the smallest. */
export const UNIT_KINDS = ['word', 'sentence', 'paragraph', 'turn', 'exchange'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** The units of one kind in a reading; positions are source positions, UTF-16. */
export interface UnitWalk {
  readonly reading: Reading
  readonly kind: UnitKind
  /** The language in which words and sentences are parted, BCP 47. */
  readonly locale: string
}

/**
 * The words of a reading text, half-open, without the blanks and punctuation between them, parted by
 * UAX 29 and, for Chinese, by the dictionary that `Intl.Segmenter` brings along.
 */
export function wordsOf(text: string, locale: string): readonly (readonly [number, number])[] {
  const words: (readonly [number, number])[] = []
  for (const { segment, index, isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (isWordLike) words.push([index, index + segment.length])
  }
  return words
}

/** The unit that holds a source position, or stands nearest to it in the same paragraph; `null` where there is none. */
export function unitAround(walk: UnitWalk, offset: number): TextSpan | null {
  const { reading, kind } = walk
  if (kind === 'turn') {
    const turn = turnAt(reading, offset)
    return turn === null ? null : speechOf(reading, turn)
  }
  if (kind === 'exchange') {
    const turn = turnAt(reading, offset)
    const exchange = reading.exchanges.find(
      ({ questions, answers }) => turn !== null && [...questions, ...answers].includes(turn.index),
    )
    return exchange === undefined ? null : speechOfExchange(reading, exchange)
  }
  const block = blockAt(reading.blocks, offset)
  if (block === null) return null
  const units = unitsIn(walk, block)
  return units.find((unit) => offset < unit.end) ?? units.at(-1) ?? null
}

/**
 * The nearest start or end, as asked, of a unit behind (`way` 1) or before (-1) a source position,
 * never that position itself. `null` where there is no further one.
 */
export function edgeBeyond(walk: UnitWalk, from: number, way: 1 | -1, side: 'start' | 'end'): Utf16Offset | null {
  const nearest = (units: readonly TextSpan[]): Utf16Offset | null => {
    let best: Utf16Offset | null = null
    for (const { [side]: edge } of units) {
      const isBeyond = way === 1 ? edge > from : edge < from
      if (isBeyond && (best === null || (way === 1 ? edge < best : edge > best))) best = edge
    }
    return best
  }
  const { reading, kind } = walk
  if (kind === 'turn' || kind === 'exchange') return nearest(spokenUnits(reading, kind))
  const { blocks } = reading
  const here = blockAt(blocks, from)
  // From one block further back: a position behind a block's last word is still looked up in it.
  const first = here === null ? 0 : Math.max(0, blocks.indexOf(here) - way)
  for (let index = Math.min(first, blocks.length - 1); index >= 0 && index < blocks.length; index += way) {
    const block = blocks[index]
    if (block?.kind !== 'paragraph') continue
    const found = nearest(unitsIn(walk, block))
    if (found !== null) return found
  }
  return null
}

/** The words or sentences of a block, or all of it, as source spans in their order. */
function unitsIn({ kind, locale }: UnitWalk, block: Block): readonly TextSpan[] {
  const { text } = block
  if (text === '') return []
  const ranges =
    kind === 'word'
      ? wordsOf(text, locale)
      : kind === 'sentence'
        ? sentencesOf(text, locale)
        : [[0, text.length] as const]
  return ranges.flatMap(([start, end]) => {
    const from = sourceOffsetAt(block, start, 'start')
    const to = sourceOffsetAt(block, end, 'end')
    return from === null || to === null ? [] : [spanOf(from, to)]
  })
}

interface SpokenUnits {
  readonly turn: readonly TextSpan[]
  readonly exchange: readonly TextSpan[]
}

const spoken = new WeakMap<Reading, SpokenUnits>()

/** What each turn and each exchange of a reading says; found once, since they may be many. */
function spokenUnits(reading: Reading, kind: 'turn' | 'exchange'): readonly TextSpan[] {
  let known = spoken.get(reading)
  if (known === undefined) {
    known = {
      turn: reading.turns.flatMap((turn) => speechOf(reading, turn) ?? []),
      exchange: reading.exchanges.flatMap((exchange) => speechOfExchange(reading, exchange) ?? []),
    }
    spoken.set(reading, known)
  }
  return known[kind]
}

/** All that an exchange says, from its first question to its last answer; `null` where it says nothing. */
function speechOfExchange(reading: Reading, { questions, answers }: Exchange): TextSpan | null {
  const said = [...questions, ...answers].flatMap((index) => {
    const turn = reading.turns[index]
    return (turn === undefined ? null : speechOf(reading, turn)) ?? []
  })
  if (said.length === 0) return null
  return spanOf(Math.min(...said.map(({ start }) => start)), Math.max(...said.map(({ end }) => end)))
}
