import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { numberOf } from './characters.ts'
import type { Row, Segment } from './segments.ts'

/** The rows of one page, from its head to its foot. */
export interface PageRows {
  /** As the file names the page. */
  readonly name: string
  readonly rows: readonly Row[]
}

/** A row of a page that is none of its text. */
export interface FurnitureRow {
  readonly row: Row
  readonly kind: Extract<SetAsideKind, 'running-head' | 'page-number'>
}

/** What a page is made of. */
export interface CleanPage {
  readonly heads: readonly FurnitureRow[]
  readonly body: readonly Row[]
  readonly feet: readonly FurnitureRow[]
}

/** So many rows at the head and at the foot of a page may be furniture. */
const DEEPEST = 4
/** Pages before and behind that are looked at: left and right pages may have heads of their own. */
const NEAR_PAGES = 4
/** In points: the same place. */
const SAME_PLACE = 5
const LONGEST = 120
/** No head of a page has more. */
const MOST_PIECES = 12

interface Piece {
  readonly page: number
  readonly segment: Segment
  /** Its words with numbers taken out. */
  readonly words: string
  /** The number of a page number, with nothing but dashes and words like "page" around it. */
  readonly number: number | null
  readonly firstNumber: number | null
}

const PAGE_NUMBER =
  /^[-–—―·•|[(（【〔\s]*(?:page|p\.?|pg\.?|seite|página|pagina|第|－)?\s*([\p{Nd}]{1,5}|[ivxlcdm]{1,8}|[〇一二三四五六七八九十百]{1,5})\s*(?:[页頁]|페이지|－)?(?:\s*(?:of|\/|von|de|sur|[,，]?\s*共)\s*\p{Nd}{1,5}\s*[页頁]?)?[-–—―·•|\])）】〕\s]*$/iu

/**
 * Finds what stands again and again at the same place of the pages, at their heads and feet: running
 * heads, and numbers that count the pages. From each edge inwards until a row has other text.
 */
export function setFurnitureAside(pages: readonly PageRows[]): readonly CleanPage[] {
  const tops = knownPieces(pages, (rows) => rows.slice(0, DEEPEST))
  const feet = knownPieces(pages, (rows) => rows.slice(-DEEPEST))
  return pages.map(({ name, rows }, index) => {
    const pitch = pitchOf(rows)
    const heads = fromEdge(rows, pitch, tops, name, index)
    const rest = rows.slice(heads.length)
    const ends = fromEdge([...rest].reverse(), pitch, feet, name, index)
    return { heads, body: rest.slice(0, rest.length - ends.length), feet: ends.reverse() }
  })
}

/** The pieces of the pages' edges that come again, with the kind of each. */
function knownPieces(
  pages: readonly PageRows[],
  edgeOf: (rows: readonly Row[]) => readonly Row[],
): ReadonlyMap<Segment, FurnitureRow['kind']> {
  const groups = new Map<string, Piece[]>()
  pages.forEach(({ rows }, page) => {
    const edge = edgeOf(rows).filter(({ segments }) => segments.length <= MOST_PIECES)
    for (const segment of edge.flatMap(({ segments }) => segments)) {
      if (segment.text.length > LONGEST) continue
      const piece = pieceOf(page, segment)
      const group = groups.get(piece.words)
      if (group === undefined) groups.set(piece.words, [piece])
      else group.push(piece)
    }
  })
  const known = new Map<Segment, FurnitureRow['kind']>()
  const fewest = pages.length <= 5 ? 1 : 2
  for (const group of groups.values()) {
    group.forEach((piece, at) => {
      const others = supporters(group, at)
      if (others >= fewest) known.set(piece.segment, piece.number === null ? 'running-head' : 'page-number')
    })
  }
  return known
}

function pieceOf(page: number, segment: Segment): Piece {
  const { text } = segment
  const match = PAGE_NUMBER.exec(text)
  const number = match?.[1] === undefined ? null : numberOf(match[1])
  const first = /\p{Nd}{1,5}/u.exec(text)
  return {
    page,
    segment,
    words:
      number === null
        ? text.replace(/\p{Nd}+/gu, '#').replace(/\s+/gu, '')
        : text.replace(match?.[1] ?? '', '#').replace(/\p{Nd}+/gu, '#'),
    number,
    firstNumber: first === null ? null : Number(first[0].normalize('NFKC')),
  }
}

/** On how many of the pages near by the same words stand at the same place. */
function supporters(group: readonly Piece[], at: number): number {
  const piece = group[at]
  if (piece === undefined || (piece.number === null && !mayBeHead(piece))) return 0
  const pages = new Set<number>()
  for (const step of [-1, 1]) {
    // A page has few pieces at its edge, so few entries of a group belong to pages near by.
    for (let next = at + step; ; next += step) {
      const other = group[next]
      if (other === undefined || Math.abs(other.page - piece.page) > NEAR_PAGES) break
      if (other.page !== piece.page && isSamePlace(piece, other)) pages.add(other.page)
    }
  }
  return pages.size
}

function isSamePlace(a: Piece, b: Piece): boolean {
  if (Math.abs(a.segment.v - b.segment.v) > SAME_PLACE) return false
  if (a.number !== null && b.number !== null) return a.number - b.number === a.page - b.page
  if (a.segment.text === b.segment.text) return true
  return a.firstNumber !== null && b.firstNumber !== null && a.firstNumber - b.firstNumber === a.page - b.page
}

/** Labels of speakers come again at the head of pages too. */
function mayBeHead({ words, segment }: Piece): boolean {
  return words.length >= 3 && !/[:：]$/u.test(segment.text)
}

function pitchOf(rows: readonly Row[]): number {
  const steps = rows.slice(1).map(({ v }, at) => v - (rows[at]?.v ?? v))
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
}

function fromEdge(
  rows: readonly Row[],
  pitch: number,
  known: ReadonlyMap<Segment, FurnitureRow['kind']>,
  name: string,
  page: number,
): FurnitureRow[] {
  const found: FurnitureRow[] = []
  let sure = 0
  for (const [at, row] of rows.slice(0, DEEPEST).entries()) {
    const next = rows[at + 1]
    const distance = next === undefined ? Number.POSITIVE_INFINITY : Math.abs(next.v - row.v)
    const isApart = distance > Math.max(row.size, next?.size ?? 0) * 2
    const kinds = row.segments.map((segment) => {
      return known.get(segment) ?? (isApart && saysPage(segment, name, page) ? 'page-number' : null)
    })
    // The head of a chapter changes, but the page's number beside it gives it away.
    const isNumbered = kinds.includes('page-number') && row.segments.every(({ text }) => isTitle(text))
    if (!isNumbered && kinds.includes(null)) break
    found.push({ row, kind: kinds.every((kind) => kind === 'page-number') ? 'page-number' : 'running-head' })
    // Words alone come again in speech too: what is below them must look like the beginning of something else.
    const isSetOff = distance > pitch * 1.3 || Math.abs(row.size - (next?.size ?? 0)) > row.size * 0.08
    if (isNumbered || isSetOff) sure = found.length
  }
  return found.length === rows.length && rows.length > 1 ? [] : found.slice(0, sure)
}

function saysPage({ text }: Segment, name: string, page: number): boolean {
  const [, number] = PAGE_NUMBER.exec(text) ?? []
  return number !== undefined && (number === name || numberOf(number) === page + 1)
}

function isTitle(text: string): boolean {
  return text.length <= LONGEST && !/[.。!！?？:：;；]["”’」』)）]*$/u.test(text)
}
