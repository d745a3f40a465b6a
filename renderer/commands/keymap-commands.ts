import { COMMAND_IDS, COMMANDS } from '#shared/commands.ts'
import { coveredByCodes, defaultKeys, keymapOf, SLOTS } from '#shared/keymap/keymap.ts'
import { keysAsJson, keysAsMarkdown, keysFromJson } from '#shared/keymap/keys-file.ts'
import { shownPress } from '#shared/keymap/press.ts'
import { translatorFor } from '#shared/messages/translate.ts'
import { type Desk, say } from './desk.ts'

/** Writes the keys where the user says: what was changed, to be taken in again, or all of them as a table. */
export async function exportKeys(desk: Desk, as: 'json' | 'md'): Promise<void> {
  const { keyChanges } = desk.workbench.getState()
  const text = as === 'json' ? keysAsJson(keyChanges) : keyTable(desk)
  const outcome = await desk.bridge.saveKeys(`lectern-keys.${as}`, text)
  if (outcome.kind === 'saved') say(desk, 'done', 'notice.keysExported', { path: outcome.path })
  if (outcome.kind === 'failed') say(desk, 'failed', 'notice.exportFailed', { detail: outcome.detail })
}

/** Takes the keys of a file in the place of all that was changed before. Answers false where it is no such file. */
export function importKeys(desk: Desk, text: string): boolean {
  const keyChanges = keysFromJson(text)
  if (keyChanges === null) return false
  desk.workbench.setState({ keyChanges })
  return true
}

/** Says which codes of the open project have taken the keys of commands: the codes come first. */
export function sayCoveredKeys(desk: Desk): void {
  const { session, keyChanges } = desk.workbench.getState()
  if (session === null) return
  const covered = coveredByCodes(keymapOf(keyChanges), session.store.getState().state.codes.values())
  if (covered.length === 0) return
  const t = translatorFor(desk.language())
  const list = covered.map(({ command, code }) =>
    t('notice.keyOfCode', { key: code.key?.toUpperCase() ?? '', code: code.name, command: t(COMMANDS[command].title) }),
  )
  say(desk, 'done', 'notice.keysOfCodes', { list: list.join(t('common.listComma')) })
}

function keyTable(desk: Desk): string {
  const t = translatorFor(desk.language())
  const isMac = desk.info.platform === 'darwin'
  const keymap = keymapOf(desk.workbench.getState().keyChanges)
  const rows = COMMAND_IDS.map((id) => [
    t(`menu.${COMMANDS[id].menu}`),
    t(COMMANDS[id].title),
    ...SLOTS.map((slot) => {
      const press = keymap[id][slot]
      const isChanged = press !== defaultKeys(id)[slot]
      return press === null ? '' : `${shownPress(press, isMac)}${isChanged ? ' *' : ''}`
    }),
  ])
  const { session } = desk.workbench.getState()
  const codes = [...(session?.store.getState().state.codes.values() ?? [])].filter(({ key }) => key !== null)
  const ofCodes = codes.map((code) => [t('codebook.title'), code.name, '', code.key?.toUpperCase() ?? ''])
  return keysAsMarkdown(
    [t('keys.menu'), t('keys.command'), t('keys.anywhere'), t('keys.inText')],
    [...rows, ...ofCodes],
  )
}
