import type { LecternDatabase } from '#renderer/db/database.ts'
import type { AppInfo, LecternBridge } from '#shared/bridge.ts'
import type { JournalEntry } from '#shared/journal/entry.ts'
import { isSourcePresent } from '#shared/journal/present.ts'
import type { Language } from '#shared/messages/message.ts'
import type { IsoDateTime, NewId } from '#shared/model/ids.ts'
import { isTargetThere } from './acts/lookup.ts'
import type { MakeAct } from './acts/refusal.ts'
import { sourceAway } from './away.ts'
import { besideIn } from './beside.ts'
import { type Progress, withProgress } from './long-work.ts'
import type { Also, Done, Outcome, SessionWorld } from './project-session.ts'
import type { Reader } from './reader.ts'
import type { Notice, PaneName, TranscriptHandle, Workbench } from './workbench.ts'

/** Everything that commands may act upon. */
export interface Desk {
  readonly db: LecternDatabase
  readonly bridge: LecternBridge
  readonly info: AppInfo
  readonly workbench: Workbench
  readonly prepare?: SessionWorld['prepare']
  readonly reader: Reader
  readonly language: () => Language
  readonly now: () => IsoDateTime
  readonly newId: NewId
  /** The transcript on the screen, or null. */
  readonly transcript: { current: TranscriptHandle | null }
  /** Gives the keyboard to a part of the window. */
  readonly focusPane: (pane: PaneName) => void
  /** Keeps what is typed until the answer is called, and types it where the keyboard is by then, if that is a field. */
  readonly holdTyping: () => () => void
}

/** Says something once. */
export function say(
  desk: Desk,
  tone: Notice['tone'],
  key: Notice['key'],
  values: Notice['values'] = {},
  about: Notice['about'] = null,
): void {
  const { notice } = desk.workbench.getState()
  desk.workbench.setState({ notice: { number: (notice?.number ?? 0) + 1, tone, key, values, about } })
}

/**
 * Carries out an act in the open project, and says what came of it: the act's name when it was
 * done, the reason when it was not.
 */
export async function act(desk: Desk, make: MakeAct, { contents, whenShown }: Also = {}): Promise<Outcome> {
  const { session } = desk.workbench.getState()
  if (session === null) return { kind: 'nothing' }
  return reported(desk, (also) => session.perform(make, { ...also, contents }), whenShown)
}

/** Carries something out, and says what came of it in the moment in which it is shown. What takes long has its bar and can be stopped. */
export async function reported(
  desk: Desk,
  work: (also: Also) => Promise<Outcome>,
  whenShown?: Also['whenShown'],
): Promise<Outcome> {
  const shown = (done: Done): void => {
    report(desk, done)
    whenShown?.(done)
  }
  const doing = (progress: Progress): Promise<Outcome> => work({ whenShown: shown, progress })
  const outcome = await withProgress(desk, 'work.changing', doing, { isOnlyMaybeLong: true })
  if (outcome.kind !== 'done') report(desk, outcome)
  return outcome
}

/**
 * Resolves when all that was asked for so far is done and shown. Who codes with one key and opens
 * the form with the next means the coding that is being made.
 */
export async function actsDone(desk: Desk): Promise<void> {
  const { session } = desk.workbench.getState()
  if (session === null || session.isSettled()) return
  await session.settled()
  await new Promise((resolve) => setTimeout(resolve))
}

/** Says what came of an act. That nothing has changed needs no saying. */
export function report(desk: Desk, outcome: Outcome): void {
  switch (outcome.kind) {
    case 'done': {
      letGoOfWhatIsGone(desk)
      const { kind, name, values } = outcome.entry
      if (kind === 'act') say(desk, 'done', name, values)
      else sayTakenBack(desk, kind, outcome.entry)
      return
    }
    case 'refused':
      if (outcome.refusal.refused !== 'refusal.sameValue') {
        say(desk, 'refused', outcome.refusal.refused, outcome.refusal.values)
      }
      return
    case 'failed':
      say(desk, 'failed', 'notice.notSaved', { detail: outcome.detail })
      return
    case 'stopped':
      say(desk, 'done', 'notice.workStopped')
      return
    case 'nothing':
      return
  }
}

/** Says what was undone or redone, and where, if that is not on the screen. */
function sayTakenBack(desk: Desk, kind: 'undo' | 'redo', { name, values, changes }: JournalEntry): void {
  const { session, open, beside } = desk.workbench.getState()
  const onScreen = [open, beside?.open].flatMap((one) => (one == null ? [] : [one.sourceId]))
  const away = sourceAway(changes, onScreen)
  const source = away === null ? undefined : session?.store.getState().state.sources.get(away)?.name
  const about = { name, values }
  if (source === undefined) say(desk, 'done', kind === 'undo' ? 'notice.undone' : 'notice.redone', {}, about)
  else say(desk, 'done', kind === 'undo' ? 'notice.undoneIn' : 'notice.redoneIn', { source }, about)
}

/** An act may take away what is in hand, on the screen, or spoken of in a dialog. */
export function letGoOfWhatIsGone(desk: Desk): void {
  const { session, open, beside, codingId, linking, memoPanel, dialog } = desk.workbench.getState()
  if (session === null) return
  const { state } = session.store.getState()
  if (besideIn(state, beside) !== beside) desk.workbench.setState({ beside: null, side: 'start' })
  const { codes, marks } = state
  if (open !== null && !isSourcePresent(state, open.sourceId)) desk.workbench.setState({ open: null, selection: null })
  const isHeld = open !== null && codingId !== null && marks.get(open.sourceId)?.codings.has(codingId) === true
  if (codingId !== null && !isHeld) desk.workbench.setState({ codingId: null })
  if ((dialog?.kind === 'code' || dialog?.kind === 'family') && !codes.has(dialog.codeId))
    desk.workbench.setState({ dialog: null })
  if (memoPanel !== null && !isTargetThere(state, memoPanel.chosen)) desk.workbench.setState({ memoPanel: null })
  const isLinkingOn = linking !== null && marks.get(linking.sourceId)?.codings.has(linking.from) === true
  if (linking !== null && !isLinkingOn) desk.workbench.setState({ linking: null })
  if (dialog?.kind === 'link-target' && !isLinkingOn) desk.workbench.setState({ dialog: null })
  if (dialog?.kind === 'name-part' && !isHeld) desk.workbench.setState({ dialog: null })
  if (dialog?.kind === 'choose-code' && dialog.recoding !== null && !isHeld) desk.workbench.setState({ dialog: null })
}
