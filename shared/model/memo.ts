import { isCount, isText, recordGuard } from './guard.ts'
import {
  type CodeId,
  type CoderId,
  type CodingId,
  type IsoDateTime,
  isId,
  type MemoId,
  type ProjectId,
  type SegmentId,
  type SourceId,
} from './ids.ts'
import { isPlain, isRichText, normalRichText, plainTextOf, type RichText, richTextOf } from './rich-text.ts'

/** What a memo is about. */
export type MemoTarget =
  | { readonly kind: 'project'; readonly id: ProjectId }
  | { readonly kind: 'source'; readonly id: SourceId }
  /** The turn that begins at this position of the source, UTF-16. */
  | { readonly kind: 'turn'; readonly sourceId: SourceId; readonly start: number }
  | { readonly kind: 'speaker'; readonly name: string }
  | { readonly kind: 'segment'; readonly id: SegmentId }
  | { readonly kind: 'coding'; readonly id: CodingId }
  | { readonly kind: 'code'; readonly id: CodeId }

/** Names a target by one text: two targets are the same where this is. */
export function targetKey(target: MemoTarget): string {
  switch (target.kind) {
    case 'turn':
      return `turn ${target.sourceId} ${target.start}`
    case 'speaker':
      return `speaker ${target.name}`
    default:
      return `${target.kind} ${target.id}`
  }
}

/** An analytic note. One target has at most one memo. */
export interface Memo {
  readonly id: MemoId
  readonly target: MemoTarget
  /** Its words, always: what search, lists and CSV read. */
  readonly text: string
  /**
   * The same words with their looks and links; absent where there are none, and in memos older than
   * these. To be read with `richTextOfMemo`, which judges it.
   */
  readonly body?: unknown
  readonly createdBy: CoderId
  readonly createdAt: IsoDateTime
  readonly modifiedAt: IsoDateTime
}

const TARGETS: Readonly<Record<MemoTarget['kind'], (value: unknown) => boolean>> = {
  project: recordGuard<{ id: string }>({ id: isId }),
  source: recordGuard<{ id: string }>({ id: isId }),
  turn: recordGuard<{ sourceId: string; start: number }>({ sourceId: isId, start: isCount }),
  speaker: recordGuard<{ name: string }>({ name: isText }),
  segment: recordGuard<{ id: string }>({ id: isId }),
  coding: recordGuard<{ id: string }>({ id: isId }),
  code: recordGuard<{ id: string }>({ id: isId }),
}

/** Guards what a memo is about. */
export function isMemoTarget(value: unknown): value is MemoTarget {
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined
  return typeof kind === 'string' && Object.hasOwn(TARGETS, kind) && TARGETS[kind as MemoTarget['kind']](value)
}

/**
 * A memo with its looks and links. A body counts only where its words are the memo's: one that is
 * damaged, unknown, or older than the words gives way to them, so that no word is lost.
 */
export function richTextOfMemo(memo: Pick<Memo, 'text' | 'body'>): RichText {
  return isRichText(memo.body) && plainTextOf(memo.body) === memo.text ? memo.body : richTextOf(memo.text)
}

/** What a memo keeps of a rich text: its words, and a body if it is more than words. */
export function memoTextOf(blocks: RichText): Pick<Memo, 'text' | 'body'> {
  const body = normalRichText(blocks)
  return isPlain(body) ? { text: plainTextOf(body) } : { text: plainTextOf(body), body }
}

/** The first line that says something, as the memo's title. */
export function memoTitle(text: string): string {
  return (text.split('\n').find((line) => line.trim() !== '') ?? '').replace(/^\s*(-|\d+\.)\s+/, '').trim()
}
