import type { Desk } from '#renderer/commands/desk.ts'
import { sayCoveredKeys } from '#renderer/commands/keymap-commands.ts'
import { readSetting, saveSetting } from '#renderer/db/contents.ts'
import { soundChanges } from '#shared/keymap/keymap.ts'

const KEY = 'keys'

/**
 * Takes up the keys as they were changed on this machine, remembers every change of them, and tells
 * the menu bar and the other windows. Says so when codes of a project that is opened cover commands.
 */
export async function rememberKeys(desk: Desk): Promise<void> {
  const known = await readSetting(desk.db, KEY, (value): value is object => typeof value === 'object' && value !== null)
  if (known !== null) desk.workbench.setState({ keyChanges: soundChanges(known) })
  const windows = new BroadcastChannel('lectern-keys')
  let heard: unknown = null
  windows.addEventListener('message', ({ data }) => {
    heard = soundChanges(data)
    desk.workbench.setState({ keyChanges: soundChanges(data) })
  })
  const tell = (): void => void desk.bridge.changeKeys(desk.workbench.getState().keyChanges)
  if (known !== null) tell()
  desk.workbench.subscribe(({ keyChanges, session }, before) => {
    if (session !== null && session !== before.session) sayCoveredKeys(desk)
    if (keyChanges === before.keyChanges) return
    // What came from another window is stored and told by that one.
    if (JSON.stringify(keyChanges) === JSON.stringify(heard)) return
    heard = null
    void saveSetting(desk.db, KEY, keyChanges)
    tell()
    windows.postMessage(keyChanges)
  })
}
