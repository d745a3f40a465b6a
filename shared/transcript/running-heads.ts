import type { Lines } from './lines.ts'
import { evidenceOfName } from './name-evidence.ts'

/** No head of a page is longer, in UTF-16 units. */
const LONGEST = 80
/** In so many lines, from the first, a running head comes often enough to be seen. */
const FIRST_PAGES = 600
const FEWEST_HEADS = 3
/** No page has fewer lines, nor more. */
const SHORTEST_PAGE = 12
const LONGEST_PAGE = 150
/** Share of the places of a head at which what surrounds it is like at no other: pages end and begin anywhere. */
const MOSTLY = 0.8
/** Heads of so many lines stand above each other at most. */
const DEEPEST = 3
/** No line that the column cut in mid-sentence is so much narrower than the one before it. */
const NARROW = 0.8
/** Columns by which a line is set in. */
const INDENT = 4

/** A small letter at the beginning goes on with a sentence. */
const PART_OF_SENTENCES = /^\p{Ll}|[，。！？；]|[.,;!?]\s/u

/**
 * Lines that come again at even distances, as the heads and feet of pages do: neither sentences nor
 * parts of several, nor labels, nor notes in brackets. What is said may come again at even distances as well, where
 * a text repeats itself: so a head must be set as one, and other words must stand around it each time.
 */
export function regularHeads(text: string, lines: Lines): readonly number[] {
  const byWords = new Map<string, number[]>()
  for (let index = 0; index < Math.min(lines.length, FIRST_PAGES); index++) {
    const words = text.slice(lines.start(index), lines.end(index))
    if (lines.endsSentence(index) || words.length < 4 || words.length > LONGEST || /^[[(（【<◯○●#>|*-]/u.test(words))
      continue
    if (PART_OF_SENTENCES.test(words)) continue
    const indices = byWords.get(words)
    if (indices === undefined) byWords.set(words, [index])
    else indices.push(index)
  }
  const even = [...byWords].filter(([, indices]) => isEven(indices))
  if (even.length === 0) return []
  const places = new Set(even.flatMap(([, indices]) => indices))
  const heads = new Set(
    even
      .filter(([words, indices]) => breaksSentences(lines, indices, words) && isHead(text, lines, indices, places))
      .map(([words]) => words),
  )
  if (heads.size === 0) return []
  // Length and first character tell nearly all other lines apart.
  const beginnings = new Uint8Array(0x10000)
  for (const words of heads) beginnings[words.charCodeAt(0)] = 1
  const looks = new Set([...heads].map((words) => lookOf(words.length, words.charCodeAt(0))))
  const found: number[] = []
  for (let index = 0; index < lines.length; index++) {
    const first = lines.first(index)
    if (beginnings[first] === 0) continue
    const [start, end] = [lines.start(index), lines.end(index)]
    if (looks.has(lookOf(end - start, first)) && heads.has(text.slice(start, end))) found.push(index)
  }
  return found
}

function lookOf(length: number, first: number): number {
  return length * 0x10000 + first
}

function isEven(indices: readonly number[]): boolean {
  if (indices.length < FEWEST_HEADS) return false
  const steps = indices.slice(1).map((index, k) => index - (indices[k] ?? 0))
  const [shortest, longest] = [Math.min(...steps), Math.max(...steps)]
  return shortest >= SHORTEST_PAGE && longest <= Math.min(LONGEST_PAGE, shortest * 1.4)
}

/** Set apart from what surrounds it, and other words surround it each time. `places`: all lines that come again so evenly. */
function isHead(text: string, lines: Lines, indices: readonly number[], places: ReadonlySet<number>): boolean {
  if (indices.filter((index) => isSetApart(text, lines, index)).length < indices.length * MOSTLY) return false
  return [-1, 1].every((step) => {
    const neighbours = indices.map((index) => {
      let at = index + step
      for (let depth = 1; depth < DEEPEST && places.has(at); depth++) at += step
      return text.slice(lines.start(at), lines.end(at))
    })
    return new Set(neighbours).size >= indices.length * MOSTLY
  })
}

/** Behind a page break or a wider gap, centred, with wide blanks in it, or narrower than a line that goes on below it can be. */
function isSetApart(text: string, lines: Lines, index: number): boolean {
  const usual = Math.min(lines.gap(index - 1), lines.gap(index + 2))
  if (lines.gap(index) > usual || lines.gap(index + 1) > usual) return true
  if (lines.width(index) < lines.width(index - 1) * NARROW && lines.stopsMidSentence(index - 1)) return true
  if (lines.indent(index) >= Math.max(lines.indent(index - 1), lines.indent(index + 1)) + INDENT) return true
  const from = index > 0 ? lines.end(index - 1) : 0
  return /\f|\S(?:\u3000|\t| {3})/u.test(text.slice(from, lines.end(index)))
}

/**
 * Heads of pages come in mid-sentence as often as not; the first halves of labels that the column cut never do. What
 * may be a name must come there more often, and what is one is no head.
 */
function breaksSentences(lines: Lines, indices: readonly number[], words: string): boolean {
  const broken = indices.filter((index) => lines.stopsMidSentence(index - 1)).length
  const evidence = evidenceOfName(words, '')
  if (evidence === null) return broken * 3 >= indices.length
  return evidence < 3 && broken * 3 >= indices.length * 2
}

/** Lines beside page numbers that say the same on at least half of the pages, digits apart. */
export function headsBesidePageNumbers(text: string, lines: Lines, pages: readonly number[]): readonly number[] {
  const byWords = new Map<string, number[]>()
  for (const page of pages) {
    for (const index of [page - 1, page + 1]) {
      const [start, end] = [lines.start(index), lines.end(index)]
      if (!lines.stopsMidSentence(index) || end - start > LONGEST) continue
      const words = text.slice(start, end).replace(/\d+/gu, '#')
      const indices = byWords.get(words)
      if (indices === undefined) byWords.set(words, [index])
      else indices.push(index)
    }
  }
  return [...byWords.values()].filter((indices) => indices.length >= Math.max(2, pages.length / 2)).flat()
}
