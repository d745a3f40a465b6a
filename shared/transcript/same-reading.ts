import type { Block, Reading } from './reading.ts'

/** Tells whether two readings of one source would look the same on the screen: the same blocks, in turns of the same speakers and roles. */
export function looksTheSame(a: Reading, b: Reading): boolean {
  return (
    a === b ||
    (isSameList(a.blocks, b.blocks, isSameBlock) &&
      isSameList(a.turns, b.turns, (one, other) => {
        return one.role === other.role && one.speaker === other.speaker && one.firstBlock === other.firstBlock
      }))
  )
}

/** Tells whether two readings of one source say the same, doubts included. */
export function saysTheSame(a: Reading, b: Reading): boolean {
  return (
    looksTheSame(a, b) &&
    isSameList(a.turns, b.turns, (one, other) => one.endBlock === other.endBlock) &&
    isSameList(
      a.exchanges,
      b.exchanges,
      (one, other) => isSameList(one.questions, other.questions) && isSameList(one.answers, other.answers),
    ) &&
    isSameList(
      a.warnings,
      b.warnings,
      (one, other) => one.code === other.code && one.span.start === other.span.start && one.span.end === other.span.end,
    )
  )
}

function isSameBlock(a: Block, b: Block): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.turn === b.turn &&
      a.setAside === b.setAside &&
      a.span.start === b.span.start &&
      a.span.end === b.span.end &&
      a.text === b.text)
  )
}

function isSameList<T>(
  a: readonly T[],
  b: readonly T[],
  isSame = (one: T, other: T): boolean => one === other,
): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => isSame(one, b[index] ?? one)))
}
