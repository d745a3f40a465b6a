import type { MemoRow } from '#renderer/commands/memo-list.ts'
import type { Translate } from '#shared/messages/translate.ts'

/** What a memo is about, and what has become of that. */
export function aboutWords(t: Translate, row: Pick<MemoRow, 'name' | 'nameNow' | 'status'>): string {
  const { name, nameNow, status } = row
  const now = nameNow === null ? name : t('memos.renamed', { from: name, to: nameNow })
  if (status === 'there') return now
  return `${now} ${t(status === 'gone' ? 'memos.gone' : 'memos.inBin')}`.trim()
}
