import { flushSync } from 'react-dom'
import { type Desk, say } from '#renderer/commands/desk.ts'
import { takeWaiting } from '#renderer/commands/import-sources.ts'
import { holdOwnDrafts } from '#renderer/commands/memo-drafts.ts'
import { leaveProject, resumeProject } from '#renderer/commands/open-project.ts'
import { createCommands, menuStateOf, runCommand } from '#renderer/commands/registry.ts'
import { keepSummaries } from '#renderer/commands/summaries.ts'
import { createWorkbench, type PaneName } from '#renderer/commands/workbench.ts'
import { LecternDatabase } from '#renderer/db/database.ts'
import { focusFirstAnswer } from '#renderer/features/inspector/fields/focus-answer.ts'
import { catchUp } from '#renderer/features/pace.tsx'
import { undoInMemo } from '#renderer/memo-editor/mount-memo-editor.ts'
import { bridge } from '#renderer/platform/bridge.ts'
import { COMMANDS, type CommandId } from '#shared/commands.ts'
import type { Language } from '#shared/messages/message.ts'
import { translatorFor } from '#shared/messages/translate.ts'
import type { IsoDateTime } from '#shared/model/ids.ts'
import { followWindows } from './follow-windows.ts'
import { packWhenIdle } from './pack-when-idle.ts'
import { prepareCodesWhenIdle } from './prepare-codes.ts'
import { prepareState } from './prepare-state.ts'
import { readingThread } from './reading-thread.ts'
import { rememberKeys } from './remember-keys.ts'
import { rememberView } from './remember-view.ts'
import { sampleFor } from './sample.ts'
import { isInTextField } from './text-field.ts'
import { holdTyping } from './typing-ahead.ts'

export interface Started {
  readonly desk: Desk
  readonly language: Language
  readonly run: (command: CommandId) => void
}

/**
 * Sets up everything that the window needs, and shows it with `render`, again whenever the language
 * changes. What was open is opened again; files named at the start are imported.
 */
export async function startDesk(render: (started: Started) => void): Promise<void> {
  const info = await bridge.appInfo()
  let language = info.language
  const workbench = createWorkbench()
  const desk: Desk = {
    db: new LecternDatabase(),
    bridge,
    info,
    workbench,
    prepare: (state) => prepareState(workbench, state),
    reader: readingThread(__RECOGNISER__),
    language: () => language,
    now: () => new Date().toISOString() as IsoDateTime,
    newId: () => crypto.randomUUID(),
    transcript: { current: null },
    focusPane,
    holdTyping,
  }
  const commands = createCommands(sampleFor)
  const run = (id: CommandId): void => {
    if (isTextEditing(id)) return
    // What stands behind a dialog is not to be changed unseen.
    const isBehind = (): boolean =>
      desk.workbench.getState().dialog !== null && ['coding', 'codebook', 'go', 'view'].includes(COMMANDS[id].menu)
    void runCommand(desk, commands[id], isBehind)
  }
  const show = (): void => render({ desk, language, run })

  let sent = ''
  const sendMenu = (): void => {
    const state = desk.workbench.getState()
    const session = state.session?.store.getState()
    const t = translatorFor(language)
    const next = {
      ...menuStateOf(commands, state),
      undo: session?.undo == null ? null : t(session.undo.name, session.undo.values),
      redo: session?.redo == null ? null : t(session.redo.name, session.redo.values),
    }
    // A cursor that moves changes nothing in the menu bar, most of the time.
    const words = JSON.stringify(next)
    if (words === sent) return
    sent = words
    void bridge.updateMenu(next)
  }
  followChanges(desk, sendMenu)
  holdOwnDrafts()
  packWhenIdle(desk)
  prepareCodesWhenIdle(desk)
  followWindows(desk)
  keepSummaries(desk, (work) => void requestIdleCallback(work))
  keepUndoKeys(desk, run)
  // A bug in one act must be seen, and must not take the window down.
  window.addEventListener('unhandledrejection', ({ reason }) => {
    desk.workbench.setState({ busy: null })
    say(desk, 'failed', 'notice.unexpected', { detail: reason instanceof Error ? reason.message : String(reason) })
  })
  bridge.on('command', run)
  bridge.on('filesWaiting', () => void takeWaiting(desk))
  bridge.on('languageChanged', (next) => {
    language = next
    show()
    sendMenu()
  })
  bridge.on('closing', () => void finish(desk))

  // Without it the browser may drop the database when the disk is full.
  void navigator.storage.persist()
  await rememberView(desk)
  await rememberKeys(desk)
  desk.workbench.setState({ busy: 'busy.opening' })
  show()
  await resumeProject(desk)
  desk.workbench.setState({ busy: null })
  sendMenu()
  await takeWaiting(desk)
}

/** The field that is being typed in saves as it is left; then everything asked for is waited for. */
async function finish(desk: Desk): Promise<void> {
  // Main asks for it where this takes long: see `electron/main/closing.ts`.
  document.documentElement.dataset['isSaving'] = 'true'
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  desk.workbench.getState().importing?.stop()
  await leaveProject(desk)
  await bridge.readyToClose()
}

/**
 * Undo, redo and select all in a text field are the field's own, even when it has nothing to undo:
 * an act of the project must not be taken back unseen. Answers whether the command was that.
 */
function isTextEditing(id: CommandId): boolean {
  if (id !== 'undo' && id !== 'redo' && id !== 'select-all') return false
  if (!isInTextField()) return false
  if (id !== 'select-all' && undoInMemo(document.activeElement, id)) return true
  document.execCommand(id === 'select-all' ? 'selectAll' : id)
  return true
}

/**
 * Chromium selects the whole window by the key of select all, and it takes the keys of undo, wherever
 * they are pressed, for the text field that was typed in last: it would empty a memo again instead of
 * taking back the last act.
 */
function keepUndoKeys(desk: Desk, run: (command: CommandId) => void): void {
  const isMac = desk.info.platform === 'darwin'
  window.addEventListener('keydown', (event) => {
    const isCommand = (isMac ? event.metaKey : event.ctrlKey) && !event.altKey
    const key = event.key.toLowerCase()
    if (!isCommand || !['z', 'y', 'a'].includes(key) || isInTextField()) return
    // With Shift it is the key of another command.
    if (key === 'a' && event.shiftKey) return
    event.preventDefault()
    run(key === 'a' ? 'select-all' : key === 'y' || event.shiftKey ? 'redo' : 'undo')
  })
}

/** Tells of every change of what is open or of the open project, at most once a frame. */
function followChanges(desk: Desk, tell: () => void): void {
  let isAsked = false
  const ask = (): void => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      tell()
    })
  }
  let stop: (() => void) | null = null
  desk.workbench.subscribe((state, before) => {
    if (state.session !== before.session) {
      stop?.()
      stop = state.session?.store.subscribe(ask) ?? null
    }
    ask()
  })
}

function focusPane(pane: PaneName): void {
  // The coding may have been taken in hand just now.
  flushSync(catchUp)
  if (pane === 'fields') {
    const form = document.querySelector('[data-pane="fields"]')
    if (form === null || !focusFirstAnswer(form)) focusPane('inspector')
    return
  }
  const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`)
  const inside = pane === 'outline' ? element?.querySelector<HTMLElement>('[aria-current], button') : element
  inside?.focus()
  // Whoever comes back to a field to look for something else types over what it holds.
  if (inside instanceof HTMLInputElement) inside.select()
}
