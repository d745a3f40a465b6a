import type { Glyph } from './glyphs.ts'

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/u
const DIGIT = /^\p{Nd}$/u
const LETTER = /[\p{L}\p{M}]/u
const MARK = /^\p{M}+$/u
/** What stands within a number: Unicode Standard Annex 9, types CS and ES. */
const IN_NUMBER = /^[.,:/+\-\u060c\u066b\u066c−]$/u
const HEBREW = /[\u0590-\u05ff\ufb1d-\ufb4f]/u
/** What belongs to the number before it, in Hebrew: Annex 9, type ET. */
const BEHIND_NUMBER = /^[%$€₪£°]$/u
const BRACKETS = '()[]{}«»‹›'
/** Much Latin makes a line one of Latin that holds a few words of the other writing. */
const MUCH = 2

/** A character or several that one glyph stands for, or a blank. */
export interface Piece {
  readonly text: string
  readonly glyph: Glyph | null
}

/** Tells whether most letters of a page belong to scripts that are written from right to left. */
export function isRightToLeft(glyphs: readonly Glyph[]): boolean {
  let balance = 0
  for (const { text } of glyphs) {
    if (RIGHT_TO_LEFT.test(text)) balance++
    else if (LETTER.test(text)) balance--
  }
  return balance > 0
}

/**
 * Turns a page over, so that lines written from right to left begin at the left: all that finds lines
 * and columns knows that way of writing only. Marks go to the letters that they stand on, and glyphs of
 * one line come in the order of their places, however they are drawn. `width`: of the page, in points.
 */
export function turnedOver(glyphs: readonly Glyph[], width: number): readonly Glyph[] {
  const turned: Glyph[] = []
  let line: Glyph[] = []
  let first: Glyph | null = null
  const finish = (): void => {
    for (const glyph of withMarks(line).sort((a, b) => a.u - b.u)) turned.push(glyph)
    line = []
    first = null
  }
  for (const glyph of glyphs) {
    if (glyph.direction !== 'right') {
      turned.push(glyph)
      continue
    }
    // Marks stand higher or lower than their letters.
    const isMark = MARK.test(glyph.text)
    if (first !== null && Math.abs(glyph.v - first.v) > first.size * (isMark ? 1 : 0.3)) finish()
    if (!isMark) first ??= glyph
    line.push({ ...glyph, u: width - glyph.u - glyph.length })
  }
  finish()
  return turned
}

/** Vowel signs come before their letter where a line is drawn from left to right, else behind it. */
function withMarks(line: readonly Glyph[]): Glyph[] {
  if (!line.some(({ text }) => MARK.test(text))) return [...line]
  const isFromLeft = isDrawnFromLeft(line)
  const letters: Glyph[] = []
  for (const glyph of isFromLeft ? [...line].reverse() : line) {
    const letter = letters.at(-1)
    if (!MARK.test(glyph.text)) letters.push(glyph)
    else if (letter !== undefined) letters[letters.length - 1] = { ...letter, text: letter.text + glyph.text }
  }
  return letters
}

/** In places that are turned over. */
function isDrawnFromLeft(line: readonly Glyph[]): boolean {
  const letters = line.filter(({ text }) => !MARK.test(text))
  let balance = 0
  letters.forEach((letter, at) => {
    balance += Math.sign((letters[at - 1]?.u ?? letter.u) - letter.u)
  })
  return balance > 0
}

/**
 * Puts what stands on a line, in the order of its places, into that in which it is read: Unicode
 * Standard Annex 9 the other way round. Words from left to right and numbers keep their order among words
 * from right to left, and the other way round. `isTurned`: the page was turned over.
 */
export function inOrderOfReading(pieces: readonly Piece[], isTurned: boolean): readonly Piece[] {
  if (!isTurned && !pieces.some(isTheirs)) return pieces
  let theirs = 0
  let others = 0
  let hebrew = 0
  for (const { text } of pieces) {
    if (RIGHT_TO_LEFT.test(text)) {
      theirs++
      if (HEBREW.test(text)) hebrew++
    } else if (LETTER.test(text)) others++
  }
  const seen = isTurned ? [...pieces].reverse() : pieces
  if (theirs === 0) return seen
  const isMain = isTurned ? others <= theirs * MUCH : others < theirs
  const isHebrew = hebrew * 2 > theirs
  if (isMain) return fromRight(seen, isHebrew)
  const read: Piece[] = []
  for (let at = 0; at < seen.length; ) {
    const end = endOfStretch(seen, at, isTheirs, isNoLetter)
    if (end === at) read.push(...seen.slice(at, ++at))
    else read.push(...fromRight(seen.slice(at, end), isHebrew))
    at = Math.max(at, end)
  }
  return read
}

/** Pieces from left to right as they are seen, read from the right. */
function fromRight(seen: readonly Piece[], isHebrew: boolean): readonly Piece[] {
  const read: (Piece & { readonly isKept: boolean })[] = []
  for (let at = 0; at < seen.length; ) {
    const end = endOfNumberOrWords(seen, at, isHebrew)
    // What keeps its order is put in the other way round here, since all is turned in the end.
    for (let k = Math.max(end, at + 1) - 1; k >= at; k--) {
      const piece = seen[k]
      if (piece !== undefined) read.push({ ...piece, isKept: end > at })
    }
    at = Math.max(end, at + 1)
  }
  return withBracketsRight(read.reverse())
}

function endOfNumberOrWords(pieces: readonly Piece[], from: number, isHebrew: boolean): number {
  const first = pieces[from]
  if (first === undefined || !(isOther(first) || isDigit(first))) return from
  const words = endOfStretch(pieces, from, (piece) => isOther(piece) || isDigit(piece), isNeither)
  if (pieces.slice(from, words).some(isOther)) return words
  let end = from
  while (end < pieces.length) {
    const piece = pieces[end]
    const next = pieces[end + 1]
    if (piece === undefined) break
    const isJoint = IN_NUMBER.test(piece.text) && next !== undefined && isDigit(next)
    if (!isDigit(piece) && !isJoint && !(isHebrew && BEHIND_NUMBER.test(piece.text))) break
    end++
  }
  return end
}

/** Where a stretch ends that begins and ends with pieces of one kind, and holds those and another kind; `from`: none. */
function endOfStretch(
  pieces: readonly Piece[],
  from: number,
  isIn: (piece: Piece) => boolean,
  isBetween: (piece: Piece) => boolean,
): number {
  const first = pieces[from]
  if (first === undefined || !isIn(first)) return from
  let end = from + 1
  for (let at = end; at < pieces.length; at++) {
    const piece = pieces[at]
    if (piece === undefined) break
    if (isIn(piece)) end = at + 1
    else if (!isBetween(piece)) break
  }
  return end
}

function isTheirs({ text }: Piece): boolean {
  return RIGHT_TO_LEFT.test(text)
}

function isOther({ text }: Piece): boolean {
  return LETTER.test(text) && !RIGHT_TO_LEFT.test(text)
}

function isDigit({ text }: Piece): boolean {
  return DIGIT.test(text)
}

function isNoLetter(piece: Piece): boolean {
  return !isOther(piece)
}

function isNeither(piece: Piece): boolean {
  return !isTheirs(piece)
}

/** Some programs note for a bracket which one it is, others which one it looks like: the one that makes pairs is right. */
function withBracketsRight(pieces: readonly (Piece & { readonly isKept: boolean })[]): readonly Piece[] {
  const brackets = pieces.filter(({ text, isKept }) => !isKept && isBracket(text)).map(({ text }) => text)
  if (brackets.length === 0 || unpaired(brackets) <= unpaired(brackets.map(mirrored))) return pieces
  return pieces.map((piece) => {
    return piece.isKept || !isBracket(piece.text) ? piece : { ...piece, text: mirrored(piece.text) }
  })
}

function isBracket(text: string): boolean {
  return text.length === 1 && BRACKETS.includes(text)
}

function mirrored(bracket: string): string {
  return BRACKETS.charAt(BRACKETS.indexOf(bracket) ^ 1)
}

function unpaired(brackets: readonly string[]): number {
  const open: string[] = []
  let alone = 0
  for (const bracket of brackets) {
    if (BRACKETS.indexOf(bracket) % 2 === 0) open.push(bracket)
    else if (open.at(-1) === mirrored(bracket)) open.pop()
    else alone++
  }
  return open.length + alone
}
