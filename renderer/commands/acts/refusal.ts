import type { Act, Stamp } from '#shared/journal/entry.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { Steps } from '#shared/journal/steps.ts'
import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { NewId } from '#shared/model/ids.ts'

/** Why an act cannot be done as things stand, in words for the user. Nothing has changed. */
export interface Refusal {
  readonly refused: MessageKey
  readonly values: Readonly<Record<string, string | number>>
}

export type ActResult = Act | Refusal

/** What an act may use of the world: who acts, when, and fresh ids. */
export interface ActWorld extends Stamp {
  readonly newId: NewId
}

/** How an act is made of the state that it finds: at once, or in steps where it can touch thousands of records. */
export type MakeAct = (state: ProjectState, world: ActWorld) => ActResult | Steps<ActResult>

export function refuse(refused: MessageKey, values: Refusal['values'] = {}): Refusal {
  return { refused, values }
}

export function isRefusal(result: ActResult): result is Refusal {
  return 'refused' in result
}

/** Thrown where an act is about something that is not there: a bug, unless it went since the act was asked for. */
export class MissingRecord extends Error {
  override readonly name = 'MissingRecord'
}
