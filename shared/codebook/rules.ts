import { COMMANDS } from '#shared/commands.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { childrenOf } from './tree.ts'

/** Keys that commands take while the transcript has the focus, in lower case; `/` is kept for finding. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set([
  '/',
  ...Object.values(COMMANDS).flatMap((command) => (command.key === undefined ? [] : [command.key.toLowerCase()])),
])

export type NameProblem =
  | { readonly reason: 'empty' }
  /** A sibling has the name already; case and outer blanks do not make names differ. */
  | { readonly reason: 'taken'; readonly by: CodeId }

export type KeyProblem =
  | { readonly reason: 'not-one-character' }
  | { readonly reason: 'reserved' }
  | { readonly reason: 'taken'; readonly by: CodeId }

/** What is wrong with a name for the code `id` (`null` for a new one) under a parent, or `null`. */
export function nameProblem(
  codes: readonly Code[],
  id: CodeId | null,
  parentId: CodeId | null,
  name: string,
): NameProblem | null {
  const wanted = comparable(name)
  if (wanted === '') return { reason: 'empty' }
  const holder = childrenOf(codes, parentId).find((code) => code.id !== id && comparable(code.name) === wanted)
  return holder === undefined ? null : { reason: 'taken', by: holder.id }
}

function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

/**
 * What is wrong with a key for the code `id` (`null` for a new one), or `null`. Keys count in lower case.
 * `reserved` are the characters that commands take, where somebody has changed those.
 */
export function keyProblem(
  codes: readonly Code[],
  id: CodeId | null,
  key: string,
  reserved: ReadonlySet<string> = RESERVED_KEYS,
): KeyProblem | null {
  const wanted = key.toLowerCase()
  if ([...wanted].length !== 1 || /[\s\p{C}]/u.test(wanted)) return { reason: 'not-one-character' }
  if (reserved.has(wanted)) return { reason: 'reserved' }
  const holder = codes.find((code) => code.id !== id && code.key?.toLowerCase() === wanted)
  return holder === undefined ? null : { reason: 'taken', by: holder.id }
}
