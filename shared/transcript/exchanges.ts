import type { TurnRole } from '#shared/model/turn-role.ts'
import type { Exchange } from './reading.ts'
import { FOLLOW_UP } from './vocabulary.ts'

/** Labels that whole groups share, so that the same label twice is not the same person twice. */
const GENERIC = /^(?:记者|記者|问|問|提问|提問|观众|觀眾|Q|question|reporters?|journalists?|audience|interviewer)\d*$/iu
/** With fewer askers than this, the same asker again says nothing about what belongs together. */
const FEWEST_ASKERS = 3

/**
 * Groups turns into exchanges: the questions that come together, by whomever, and all answers up to
 * the next question. A follow-up question by the same person stays in the exchange where several
 * people ask, and so does one whose label calls it a follow-up. Whoever leads belongs to none, nor
 * do words of thanks that nobody answers: `asks` says which turns ask something, where that is known.
 */
export function groupExchanges(
  turns: readonly { readonly role: TurnRole; readonly speaker: string | null }[],
  asks: readonly boolean[] = [],
): readonly Exchange[] {
  const askers = new Set(turns.filter(({ role }) => role === 'question').map(({ speaker }) => speaker))
  const exchanges: { questions: number[]; answers: number[]; asker: string | null }[] = []
  turns.forEach(({ role, speaker }, index) => {
    const current = exchanges.at(-1)
    if (role === 'answer') current?.answers.push(index)
    if (role !== 'question') return
    if (current !== undefined && (current.answers.length === 0 || isFollowUp(speaker, current.asker, askers.size))) {
      current.questions.push(index)
      current.asker = speaker
    } else {
      exchanges.push({ questions: [index], answers: [], asker: speaker })
    }
  })
  const met = exchanges.filter(({ questions, answers }) => {
    return answers.length > 0 || questions.some((turn) => asks[turn] !== false)
  })
  return met.map(({ questions, answers }, index) => ({ index, questions, answers }))
}

function isFollowUp(speaker: string | null, asker: string | null, askers: number): boolean {
  if (speaker === null) return false
  return (speaker === asker && askers >= FEWEST_ASKERS && !GENERIC.test(speaker)) || FOLLOW_UP.test(speaker)
}
