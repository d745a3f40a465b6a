import { dropMemoDraft, saveMemoDraft } from '#renderer/db/memo-drafts.ts'
import { isSameText, mergeRichText } from '#shared/memos/merge-rich-text.ts'
import { type MemoTarget, richTextOfMemo } from '#shared/model/memo.ts'
import { normalRichText, type RichText, richTextOf } from '#shared/model/rich-text.ts'
import { memoOn } from './acts/lookup.ts'
import { writeMemo } from './acts/write-memo.ts'
import { type Desk, report } from './desk.ts'
import { WINDOW_ID } from './memo-drafts.ts'
import type { ProjectSession } from './project-session.ts'

/** After so long a pause what was typed becomes an act: a stretch of writing is one step of the history. */
const PAUSE = 1500
/** Whoever types without such a pause makes an act after so long all the same. */
const LONGEST = 15_000
/** What is typed is kept as a draft at least so often: a crash takes no more than that. */
const DRAFT = 500

/** The field of a memo, as its writer sees it. */
export interface MemoFieldHandle {
  readonly read: () => RichText
  /** Shows a text that was not typed in this field. */
  readonly show: (text: RichText) => void
  readonly onRefused: (isRefused: boolean) => void
}

/** Keeps one memo and the field that it is written in in step. All times in milliseconds. */
export interface MemoWriter {
  /** Something was typed. */
  readonly typed: () => void
  /** The memo in the project may be another one. */
  readonly follow: () => void
  /** What was typed becomes an act now. Asked for at once, done when it is on the disk. */
  readonly flush: () => Promise<void>
  readonly dispose: () => void
}

/** The text of the memo on something as it stands in the project. */
export function memoTextIn(session: ProjectSession, target: MemoTarget): RichText {
  const memo = memoOn(session.store.getState().state, target)
  return memo === null ? richTextOf('') : normalRichText(richTextOfMemo(memo))
}

/** Begins to keep a field and the memo on `target` in step; the field shows that memo already. */
export function createMemoWriter(
  desk: Desk,
  session: ProjectSession,
  target: MemoTarget,
  field: MemoFieldHandle,
): MemoWriter {
  /** The project's text that what stands in the field began with. */
  let base = memoTextIn(session, target)
  /** What was handed over last to be saved and is not saved yet. */
  let handed: RichText | null = null
  let hasDraft = false
  let since: number | null = null
  let pause: ReturnType<typeof setTimeout> | undefined
  let draft: ReturnType<typeof setTimeout> | undefined
  const place = { windowId: WINDOW_ID, target }

  const follow = (): void => {
    // What comes while something is being saved is judged when that is done.
    if (handed !== null) return
    const now = memoTextIn(session, target)
    // Over what was typed nothing is shown: the act puts both together.
    if (isSameText(now, base) || !isSameText(field.read(), base)) return
    base = now
    field.show(now)
  }
  const keepDraft = (): void => {
    draft ??= setTimeout(() => {
      draft = undefined
      const text = field.read()
      if (isSameText(text, base)) return
      hasDraft = true
      void saveMemoDraft(desk.db, session.id, { ...place, base, text, at: desk.now() })
    }, DRAFT)
  }
  const dropDraft = async (): Promise<void> => {
    if (!hasDraft) return
    hasDraft = false
    await dropMemoDraft(desk.db, session.id, place)
  }
  const stopClocks = (): void => {
    clearTimeout(pause)
    clearTimeout(draft)
    draft = undefined
    since = null
  }
  const flush = async (): Promise<void> => {
    stopClocks()
    const text = field.read()
    const from = handed ?? base
    if (isSameText(text, from)) {
      if (handed === null) await dropDraft()
      return
    }
    handed = text
    const outcome = await session.perform((state, world) => writeMemo(state, { target, text, base: from }, world))
    report(desk, outcome)
    // More was handed over meanwhile: that settles it.
    if (handed !== text) return
    handed = null
    const isRefused =
      outcome.kind === 'failed' || (outcome.kind === 'refused' && outcome.refusal.refused !== 'refusal.sameValue')
    field.onRefused(isRefused)
    if (isRefused) return
    const now = memoTextIn(session, target)
    const shown = field.read()
    const both = mergeRichText(text, shown, now)
    base = now
    if (!isSameText(both, shown)) field.show(both)
    if (isSameText(both, now)) await dropDraft()
    else typed()
  }
  const typed = (): void => {
    since ??= Date.now()
    clearTimeout(pause)
    pause = setTimeout(() => void flush(), Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())))
    keepDraft()
  }
  return { typed, follow, flush, dispose: stopClocks }
}
