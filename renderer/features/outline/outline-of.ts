import { partition } from '#shared/text/partition.ts'
import type { Reading, Turn } from '#shared/transcript/reading.ts'

/** One line of the outline: an exchange, or a turn that belongs to none. */
export interface OutlineEntry {
  readonly exchange: number | null
  /** Its first turn. */
  readonly turn: number
  /** Where that turn's speech begins in the source, UTF-16; its label if it says nothing. */
  readonly start: number
  readonly speaker: string | null
  /** Who else speaks in it, each once, in order. */
  readonly others: readonly string[]
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
  const entries: (OutlineEntry & { readonly others: string[] })[] = []
  for (const turn of reading.turns) {
    const exchange = exchangeOf.get(turn.index) ?? null
    const last = entries.at(-1)
    if (exchange !== null && last?.exchange === exchange) {
      const { speaker } = turn
      if (speaker !== null && speaker !== last.speaker && !last.others.includes(speaker)) last.others.push(speaker)
      continue
    }
    const said = reading.blocks.slice(turn.firstBlock, turn.endBlock).find((block) => block.kind === 'paragraph')
    entries.push({
      exchange,
      turn: turn.index,
      start: said?.span.start ?? turn.span.start,
      speaker: turn.speaker,
      others: [],
      words: [...(said?.text.slice(0, 2 * WORDS) ?? '')].slice(0, WORDS).join(''),
    })
  }
  return entries
}

/** Which entries, by index, hold a turn with a memo on it; `starts` are the places of such memos, UTF-16. */
export function entriesWithMemo(
  entries: readonly OutlineEntry[],
  turns: readonly Turn[],
  starts: readonly number[],
): ReadonlySet<number> {
  const found = new Set<number>()
  for (const start of starts) {
    const turn = partition(turns.length, (k) => (turns[k]?.span.start ?? 0) <= start) - 1
    const entry = partition(entries.length, (k) => (entries[k]?.turn ?? 0) <= turn) - 1
    if (turn >= 0 && start < (turns[turn]?.span.end ?? 0)) found.add(entry)
  }
  return found
}
