import type { Manner } from '#shared/model/code.ts'
import type { Mark } from './mark.ts'

/** A part of a mark that stands in one block: offsets in the block's text, UTF-16, half-open. */
export interface Piece {
  readonly mark: Mark
  readonly start: number
  readonly end: number
}

/** What is painted on some characters of a block: the name of a highlight. */
export interface Paint {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Lines over words on which more codings stand than can be painted: one or two more, three or more. */
export const MORE = ['more', 'many'] as const
const MANY = 3

const LINES: readonly Manner[] = ['underline', 'wave', 'dots']

/**
 * What to paint on a block. Ten tints on one sentence would hide its words, and two lines at one height
 * hide each other. So of the tints the two shortest are painted, one in the other, which the palette
 * keeps legible, and of each manner of line the shortest; where that leaves codings out, a line above the words
 * says that there are more than one sees, and the stripes show them all. Pieces come in any order.
 */
export function paintPlan(pieces: readonly Piece[]): readonly Paint[] {
  const edges = [...new Set(pieces.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const waiting = [...pieces].sort((a, b) => a.start - b.start)
  const plan: Paint[] = []
  const open = new Map<string, { start: number; end: number }>()
  const put = (name: string, start: number, end: number): void => {
    const last = open.get(name)
    if (last?.end === start) {
      last.end = end
      return
    }
    const paint = { name, start, end }
    open.set(name, paint)
    plan.push(paint)
  }

  let active: Piece[] = []
  let next = 0
  edges.forEach((start, index) => {
    active = active.filter((piece) => piece.end > start)
    for (let piece = waiting[next]; piece !== undefined && piece.start <= start; piece = waiting[next]) {
      if (piece.end > start) active.push(piece)
      next += 1
    }
    const end = edges[index + 1]
    if (end === undefined || active.length === 0) return
    for (const name of namesFor(active.map(({ mark }) => mark))) put(name, start, end)
  })
  return plan
}

/** The highlights for characters on which these marks stand. */
function namesFor(marks: readonly Mark[]): readonly string[] {
  const first = marks[0]
  if (first !== undefined && marks.length === 1) return [`${first.manner}-${first.colour}`]
  const shortestFirst = [...marks].sort(byLength)
  const [inner, outer] = shortestFirst.filter(({ manner }) => manner === 'tint')
  const names: string[] = []
  if (inner !== undefined) names.push(`${outer === undefined ? 'tint' : 'nested'}-${inner.colour}`)
  if (outer !== undefined) names.push(`tint-${outer.colour}`)
  for (const manner of LINES) {
    const line = shortestFirst.find((mark) => mark.manner === manner)
    if (line !== undefined) names.push(`${manner}-${line.colour}`)
  }
  const unseen = marks.length - names.length
  if (unseen > 0) names.push(unseen >= MANY ? MORE[1] : MORE[0])
  return names
}

/** Equally long ones by name, so that the same codings look the same everywhere. */
function byLength(a: Mark, b: Mark): number {
  return lengthOf(a) - lengthOf(b) || compare(a.name, b.name) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function lengthOf({ extent }: Mark): number {
  return extent.end - extent.start
}
