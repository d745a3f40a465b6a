import { isIsoDateTime, isText, recordGuard } from './guard.ts'
import { type CodeId, type CoderId, type CodingId, type IsoDateTime, isId, type MemoId, type SourceId } from './ids.ts'

/** What a memo is about. */
export type MemoTarget =
  | { readonly kind: 'coding'; readonly id: CodingId }
  | { readonly kind: 'code'; readonly id: CodeId }
  | { readonly kind: 'source'; readonly id: SourceId }

/** An analytic note. One target has at most one memo. */
export interface Memo {
  readonly id: MemoId
  readonly target: MemoTarget
  readonly text: string
  readonly createdBy: CoderId
  readonly createdAt: IsoDateTime
  readonly modifiedAt: IsoDateTime
}

function isMemoTarget(value: unknown): value is MemoTarget {
  if (typeof value !== 'object' || value === null) return false
  const { kind, id } = value as { kind?: unknown; id?: unknown }
  return (kind === 'coding' || kind === 'code' || kind === 'source') && isId(id)
}

export const isMemo = recordGuard<Memo>({
  id: isId,
  target: isMemoTarget,
  text: isText,
  createdBy: isId,
  createdAt: isIsoDateTime,
  modifiedAt: isIsoDateTime,
})
