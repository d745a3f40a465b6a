import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { Translate } from '#shared/messages/translate.ts'

/** The code that the operating system gave its refusal (`ENOENT`, `EACCES`, …), or an empty string. */
export function errorCodeOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  return typeof code === 'string' ? code : ''
}

/** The system's own words, which are English. */
export function errorTextOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const IN_WORDS: Readonly<Record<string, MessageKey>> = {
  EACCES: 'main.failure.noPermission',
  EPERM: 'main.failure.noPermission',
  EROFS: 'main.failure.noPermission',
  EBUSY: 'main.failure.inUse',
  ENOSPC: 'main.failure.diskFull',
  EDQUOT: 'main.failure.diskFull',
  ENOENT: 'main.failure.noFolder',
  ENOTDIR: 'main.failure.noFolder',
  EISDIR: 'main.failure.isFolder',
}

/** Why a file could not be written, in the interface's language where the reason is a usual one. */
export function writingFailureInWords(error: unknown, say: Translate): string {
  const key = IN_WORDS[errorCodeOf(error)]
  return key === undefined ? errorTextOf(error) : say(key)
}
