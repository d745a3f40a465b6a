import { isIsoDateTime, isText, recordGuard } from '#shared/model/guard.ts'
import type { IsoDateTime, ProjectId } from '#shared/model/ids.ts'
import { isMemoTarget, type MemoTarget, targetKey } from '#shared/model/memo.ts'
import { isRichText, type RichText } from '#shared/model/rich-text.ts'
import type { LecternDatabase } from './database.ts'

/** What is being typed in a memo and is no act yet. */
export interface MemoDraft {
  readonly target: MemoTarget
  /** What stood there before. */
  readonly base: RichText
  readonly text: RichText
  /** The window in which it is typed, for as long as that lives. */
  readonly windowId: string
  readonly at: IsoDateTime
}

const isMemoDraft = recordGuard<MemoDraft>({
  target: isMemoTarget,
  base: isRichText,
  text: isRichText,
  windowId: isText,
  at: isIsoDateTime,
})

const prefixOf = (projectId: ProjectId): string => `memo-draft:${projectId}:`
const keyOf = (projectId: ProjectId, draft: Pick<MemoDraft, 'windowId' | 'target'>): string =>
  `${prefixOf(projectId)}${draft.windowId}:${targetKey(draft.target)}`

/** Keeps a draft, in place of the one of the same memo and window. */
export async function saveMemoDraft(db: LecternDatabase, projectId: ProjectId, draft: MemoDraft): Promise<void> {
  await db.settings.put({ key: keyOf(projectId, draft), value: draft })
}

/** Forgets a draft: it has become an act, or is what stood there before. */
export async function dropMemoDraft(
  db: LecternDatabase,
  projectId: ProjectId,
  draft: Pick<MemoDraft, 'windowId' | 'target'>,
): Promise<void> {
  await db.settings.delete(keyOf(projectId, draft))
}

/** The drafts of a project, of whatever window, the oldest first. */
export async function readMemoDrafts(db: LecternDatabase, projectId: ProjectId): Promise<readonly MemoDraft[]> {
  const rows = await db.settings.where('key').startsWith(prefixOf(projectId)).toArray()
  return rows
    .map(({ value }) => value)
    .filter(isMemoDraft)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}
