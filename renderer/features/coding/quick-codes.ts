import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'

const MOST_RECENT = 3
const MOST = 8

/** The pinned codes: those that a digit applies, 0 behind 9, as the keys stand on a keyboard. */
export function pinnedCodes(codes: readonly Code[]): readonly Code[] {
  const rank = ({ key }: Code): number => (key === '0' ? 10 : Number(key))
  return codes.filter(({ key }) => key !== null && /^[0-9]$/.test(key)).sort((a, b) => rank(a) - rank(b))
}

/** The codes of the quick list: those applied last, then those that are pinned, each once. */
export function quickCodes(codes: readonly Code[], recent: readonly CodeId[]): readonly Code[] {
  const last = recent
    .flatMap((id) => codes.find((code) => code.id === id && code.isCodable) ?? [])
    .slice(0, MOST_RECENT)
  return [...last, ...pinnedCodes(codes).filter((code) => !last.includes(code))].slice(0, MOST)
}
