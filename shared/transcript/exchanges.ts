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
 * do words of thanks that nobody answers: `asks` says which turns ask something, where that is known. Turn by
 * turn: who has which role, who speaks, and whether the label says that it goes on with an earlier question.
 */
export function groupExchanges(
  roles: readonly TurnRole[],
  speakerOf: (turn: number) => string | null,
  saysFollowUp: (turn: number) => boolean,
  asks: (turn: number) => boolean = () => true,
): readonly Exchange[] {
  const askers = new Set<string | null>()
  for (let index = 0; index < roles.length; index++) if (roles[index] === 'question') askers.add(speakerOf(index))
  const followers = new Set([...askers].filter((speaker) => isFollower(speaker, askers.size)))
  const followUps = new Set([...askers].filter((speaker) => speaker !== null && FOLLOW_UP.test(speaker)))
  const exchanges: Exchange[] = []
  let questions: number[] = []
  let answers: number[] = []
  let asker: string | null = null
  const finish = (): void => {
    if (answers.length === 0 && !questions.some((turn) => asks(turn))) return
    exchanges.push({ index: exchanges.length, questions, answers })
  }
  roles.forEach((role, index) => {
    if (role === 'answer' && questions.length > 0) {
      // A list of one is made for one: most exchanges have no more answers, and a long source has many of them.
      if (answers.length === 0) answers = [index]
      else answers.push(index)
    }
    if (role !== 'question') return
    const speaker = speakerOf(index)
    const isFollowUp = (speaker === asker && followers.has(speaker)) || followUps.has(speaker) || saysFollowUp(index)
    if (answers.length === 0 || isFollowUp) questions.push(index)
    else {
      finish()
      questions = [index]
      answers = []
    }
    asker = speaker
  })
  finish()
  return exchanges
}

/** Who asks again right behind an answer goes on with what was asked before. */
function isFollower(speaker: string | null, askers: number): boolean {
  return speaker !== null && askers >= FEWEST_ASKERS && !GENERIC.test(speaker)
}
