import type { Reading } from '#shared/transcript/reading.ts'

/** One line of the outline: an exchange, or a turn that belongs to none. */
export interface OutlineEntry {
  readonly exchange: number | null
  /** Indices of its turns in order; never empty. */
  readonly turns: readonly number[]
  /** The first words that are said. */
  readonly words: string
}

const WORDS = 60

/** What one can jump to: each exchange, and between them the turns that stand alone, in source order. */
export function outlineOf(reading: Reading): readonly OutlineEntry[] {
  const exchangeOf = new Map<number, number>()
  for (const exchange of reading.exchanges) {
    for (const turn of [...exchange.questions, ...exchange.answers]) exchangeOf.set(turn, exchange.index)
  }
  const entries: { exchange: number | null; turns: number[]; words: string }[] = []
  for (const turn of reading.turns) {
    const exchange = exchangeOf.get(turn.index) ?? null
    const last = entries.at(-1)
    if (exchange !== null && last?.exchange === exchange) last.turns.push(turn.index)
    else entries.push({ exchange, turns: [turn.index], words: firstWords(reading, turn.firstBlock, turn.endBlock) })
  }
  return entries
}

function firstWords(reading: Reading, firstBlock: number, endBlock: number): string {
  const said = reading.blocks.slice(firstBlock, endBlock).find((block) => block.kind === 'paragraph')
  return [...(said?.text ?? '')].slice(0, WORDS).join('')
}
