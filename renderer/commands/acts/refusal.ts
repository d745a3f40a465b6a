import type { Act, Stamp } from '#shared/journal/entry.ts'
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

export function refuse(refused: MessageKey, values: Refusal['values'] = {}): Refusal {
  return { refused, values }
}

export function isRefusal(result: ActResult): result is Refusal {
  return 'refused' in result
}
