import type { ReadingChange } from '#shared/model/reading-edit.ts'
import { partition } from '#shared/text/partition.ts'
import type { Exchange } from './reading.ts'

type Group = Omit<Exchange, 'index'>

/**
 * Exchanges with the borders that were moved. A turn that belongs to none has no border to move.
 * `turnAt` gives the index of the turn that holds a source position, -1 where there is none.
 */
export function withBorders(
  exchanges: readonly Exchange[],
  changes: readonly ReadingChange[],
  turnAt: (offset: number) => number,
): readonly Exchange[] {
  const grouped: Group[] = exchanges.map(({ questions, answers }) => ({ questions, answers }))
  for (const change of changes) {
    if (change.kind !== 'exchange') continue
    const turn = turnAt(change.at)
    // Exchanges follow one another: none begins before the one ahead of it ends.
    const at = partition(grouped.length, (k) => firstOf(grouped[k]) <= turn) - 1
    const here = grouped[at]
    if (turn === -1 || here === undefined || ![...here.questions, ...here.answers].includes(turn)) continue
    if (change.border === 'begins') {
      const part = (isBefore: boolean): Group => ({
        questions: here.questions.filter((index) => index < turn === isBefore),
        answers: here.answers.filter((index) => index < turn === isBefore),
      })
      const parts = [part(true), part(false)].filter(({ questions, answers }) => questions.length + answers.length > 0)
      grouped.splice(at, 1, ...parts)
    } else {
      const before = grouped[at - 1]
      if (before === undefined) continue
      grouped.splice(at - 1, 2, {
        questions: [...before.questions, ...here.questions],
        answers: [...before.answers, ...here.answers],
      })
    }
  }
  return grouped.map(({ questions, answers }, index) => ({ index, questions, answers }))
}

function firstOf(group: Group | undefined): number {
  return Math.min(group?.questions[0] ?? Number.POSITIVE_INFINITY, group?.answers[0] ?? Number.POSITIVE_INFINITY)
}
