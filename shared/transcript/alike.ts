import type { ReadingChange } from '#shared/model/reading-edit.ts'
import { spanOf, type TextSpan } from '#shared/model/text-span.ts'
import { readingOffsetAt, sourceOffsetAt } from '#shared/text/reading-map.ts'
import type { Block, Reading } from './reading.ts'
import { blockAt } from './units.ts'

/** The corrections that can be made at every place that looks alike. */
export type WideChange = Extract<ReadingChange, { readonly spans: readonly TextSpan[] }>

/** What places that look alike have in common. */
export interface Likeness {
  readonly kind: WideChange['kind']
  /** The words that stand there, digits folded: `第 3 页` is like `第 4 页`. */
  readonly words: string
  /** The words are the whole of a block, they begin one and end in a colon or before one, or they stand anywhere. */
  readonly where: 'whole' | 'start' | 'anywhere'
}

/** Says what a correction's first place looks like. `null` where nothing is read there. */
export function likenessOf(reading: Reading, change: WideChange): Likeness | null {
  const span = change.spans[0]
  const block = span === undefined ? null : blockAt(reading.blocks, span.start)
  if (span === undefined || block === null || block.text === '') return null
  const end = wordsEnd(block, span.end)
  if (change.kind === 'label') {
    if (end >= block.text.length) return { kind: 'label', words: foldedWhole(block.text), where: 'whole' }
    return { kind: 'label', words: folded(block.text.slice(0, end)).replace(COLON, ''), where: 'start' }
  }
  const from = readingOffsetAt(block, span.start)
  if (change.kind !== 'set-aside' || (from === 0 && end >= block.text.length)) {
    return { kind: change.kind, words: foldedWhole(block.text), where: 'whole' }
  }
  // A stretch that reaches over several blocks, or hardly any words, looks like nothing else.
  const words = folded(block.text.slice(from, end))
  return span.end > block.span.end || words.length < FEWEST ? null : { kind: 'set-aside', words, where: 'anywhere' }
}

/**
 * The places of a reading that look alike and where the correction would change something: labels of
 * these words to be no labels, blocks that begin with these words to be labels, and so on.
 */
export function placesAlike(reading: Reading, likeness: Likeness): readonly TextSpan[] {
  const kinds = KINDS[likeness.kind]
  return reading.blocks.flatMap((block) => {
    if (!kinds.includes(block.kind)) return []
    if (likeness.where === 'whole') return foldedWhole(block.text) === likeness.words ? [block.span] : []
    if (likeness.where === 'anywhere') return occurrencesOf(likeness.words, block)
    const begins = folded(block.text.slice(0, likeness.words.length + 8))
    if (!begins.startsWith(likeness.words) || !COLON_BEHIND.test(begins.slice(likeness.words.length))) return []
    return sourceSpan(block, 0, likeness.words.length)
  })
}

function occurrencesOf(words: string, block: Block): readonly TextSpan[] {
  const text = folded(block.text)
  const found: TextSpan[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    found.push(...sourceSpan(block, at, at + words.length))
  }
  return found
}

function sourceSpan(block: Block, start: number, end: number): readonly TextSpan[] {
  const from = sourceOffsetAt(block, start, 'start')
  const to = sourceOffsetAt(block, end, 'end')
  return from === null || to === null ? [] : [spanOf(from, to)]
}

const KINDS: Readonly<Record<WideChange['kind'], readonly Block['kind'][]>> = {
  label: ['paragraph', 'set-aside'],
  'no-label': ['label'],
  'set-aside': ['paragraph', 'label'],
  'bring-back': ['set-aside'],
}

/** UTF-16 units: shorter words stand everywhere. */
const FEWEST = 2

const COLON = /\s*[:：﹕︰]\s*$/u
const COLON_BEHIND = /^\s*[:：﹕︰]/u

/** Digits made alike one by one, so that every character keeps its place. */
function folded(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => '0'.repeat(digit.length)).trimEnd()
}

/** Numbers made alike however many digits they have. */
function foldedWhole(text: string): string {
  return text.replace(/\p{Nd}+/gu, '0').trimEnd()
}

/** Where the words that end at a source position end in the block's reading text. */
function wordsEnd(block: Block, end: number): number {
  let last = 0
  for (const piece of block.pieces) {
    if (piece.source >= end) break
    last = piece.at + Math.min(piece.length, end - piece.source)
  }
  return last
}
