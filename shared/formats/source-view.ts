import type { SourceStructure } from '#shared/model/source-structure.ts'
import type { CodePointOffset, TextSpan } from '#shared/model/text-span.ts'
import { indexCodePoints } from '#shared/text/code-points.ts'
import { indexLines } from '#shared/text/line-index.ts'
import { partition } from '#shared/text/partition.ts'
import { readingOffsetAt, sliceReading, withoutNested } from '#shared/text/reading-map.ts'
import { applyEdits } from '#shared/transcript/apply-edits.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import type { Block, Exchange, Reading, Turn } from '#shared/transcript/reading.ts'
import { restoreReading } from '#shared/transcript/stored-reading.ts'
import type { SourceWithText } from './export-request.ts'

/** The turn's place in an exchange; `number` counts from 1. */
export interface ExchangePlace {
  readonly number: number
  readonly role: 'question' | 'answer'
}

/**
 * What an export says of passages of one source. Everything is indexed once, so that each question
 * costs a binary search. Spans are in UTF-16 units and may reach beyond the text: the part
 * that is there counts.
 */
export interface SourceView {
  readonly codePointAt: (offset: number) => CodePointOffset
  /** Line from 1. */
  readonly lineAt: (offset: number) => number
  /** The turn in which the span starts, or else the first that it reaches into. */
  readonly turnOf: (span: TextSpan) => Turn | null
  readonly exchangeOf: (turn: Turn) => ExchangePlace | null
  /** The page a passage starts on; empty where the file has no pages. */
  readonly pageOf: (span: TextSpan) => string
  /** When the passage begins and ends in the recording, h:mm:ss.mmm; empty where the file has no times. */
  readonly timesOf: (span: TextSpan) => readonly [start: string, end: string]
  readonly rawQuote: (span: TextSpan) => string
  readonly quote: (span: TextSpan) => string
  /** Up to `most` code points of reading text before the span, labels left out. */
  readonly before: (span: TextSpan, most: number) => string
  readonly after: (span: TextSpan, most: number) => string
}

/** Reads a source text as the screen shows it, edits included, and makes its view. */
export function viewSource({ text, structure, stored, edits }: Omit<SourceWithText, 'source'>): SourceView {
  const proposed = stored === null ? readTranscript(text, structure) : restoreReading(text, stored)
  const reading = applyEdits(text, proposed, edits)
  const codePoints = indexCodePoints(text)
  const lines = indexLines(text)
  const exchanges = placesInExchanges(reading.exchanges)
  const { pages, times } = structure
  const running = runningText(reading.blocks)

  return {
    codePointAt: (offset) => codePoints.toCodePoint(Math.min(offset, text.length)),
    lineAt: (offset) => lines.lineAt(offset),
    turnOf: (span) => turnOf(reading, span),
    exchangeOf: (turn) => exchanges.get(turn.index) ?? null,
    pageOf: ({ start }) => pages[partition(pages.length, (k) => (pages[k]?.start ?? 0) <= start) - 1]?.name ?? '',
    timesOf: ({ start, end }) => [timeAt(times, start, 'from'), timeAt(times, end - 1, 'to')],
    rawQuote: (span) => text.slice(span.start, span.end),
    quote: (span) => sliceReading(reading.blocks, span),
    before: (span, most) => lastCharacters(running.text.slice(0, running.placeOfStart(span.start)), most),
    after: (span, most) => firstCharacters(running.text.slice(running.placeOfEnd(span.end)), most),
  }
}

function turnOf(reading: Reading, span: TextSpan): Turn | null {
  const { turns } = reading
  const turn = turns[partition(turns.length, (index) => (turns[index]?.span.end ?? 0) <= span.start)]
  return turn !== undefined && turn.span.start < span.end ? turn : null
}

/** The time of the cue that a position stands in, or of the one before it. */
function timeAt(times: SourceStructure['times'], offset: number, end: 'from' | 'to'): string {
  const cue = times[partition(times.length, (k) => (times[k]?.span.start ?? 0) <= offset) - 1]
  return cue === undefined ? '' : clockTime(cue[end])
}

function clockTime(milliseconds: number): string {
  const padded = (value: number, digits: number): string => String(value).padStart(digits, '0')
  const seconds = Math.floor(milliseconds / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${hours}:${padded(minutes, 2)}:${padded(seconds % 60, 2)}.${padded(milliseconds % 1000, 3)}`
}

function placesInExchanges(exchanges: readonly Exchange[]): ReadonlyMap<number, ExchangePlace> {
  const places = new Map<number, ExchangePlace>()
  const put = (turn: number, place: ExchangePlace): void => {
    if (!places.has(turn)) places.set(turn, place)
  }
  for (const { index, questions, answers } of exchanges) {
    for (const turn of questions) put(turn, { number: index + 1, role: 'question' })
    for (const turn of answers) put(turn, { number: index + 1, role: 'answer' })
  }
  return places
}

interface RunningText {
  /** All that reads but the labels, blocks parted by LF. */
  readonly text: string
  /** Where the reading of a passage that starts at this source position starts. */
  readonly placeOfStart: (offset: number) => number
  /** Where the reading of a passage that ends at this source position ends. */
  readonly placeOfEnd: (offset: number) => number
}

function runningText(allBlocks: readonly Block[]): RunningText {
  const blocks = withoutNested(allBlocks).filter((block) => block.kind !== 'label')
  const texts = blocks.map(({ text }) => text)
  const starts: number[] = []
  let length = 0
  for (const text of texts) {
    starts.push(length)
    length += text.length + 1
  }
  const place = (index: number, offset: number): number => {
    const block = blocks[index]
    return block === undefined ? length : (starts[index] ?? 0) + readingOffsetAt(block, offset)
  }
  return {
    text: texts.join('\n'),
    placeOfStart: (offset) =>
      place(
        partition(blocks.length, (index) => (blocks[index]?.span.end ?? 0) <= offset),
        offset,
      ),
    placeOfEnd(offset) {
      const index = partition(blocks.length, (k) => (blocks[k]?.span.end ?? 0) < offset)
      const block = blocks[index]
      // Between two blocks the passage has ended with the earlier one, before the LF.
      const isBetween = block === undefined || offset <= block.span.start
      return isBetween ? Math.max(0, (starts[index] ?? length) - 1) : place(index, offset)
    },
  }
}

const SURROGATE = /[\uD800-\uDFFF]/

function lastCharacters(text: string, most: number): string {
  const tail = text.slice(-2 * most)
  return SURROGATE.test(tail) ? [...tail].slice(-most).join('') : tail.slice(-most)
}

function firstCharacters(text: string, most: number): string {
  const head = text.slice(0, 2 * most)
  return SURROGATE.test(head) ? [...head].slice(0, most).join('') : head.slice(0, most)
}
