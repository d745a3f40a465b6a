import type { CommandId } from '#shared/commands.ts'
import { keymapOf } from '#shared/keymap/keymap.ts'
import { shownPress } from '#shared/keymap/press.ts'
import { useShell, useWorkbench } from './shell.ts'

/** Says by which key a command is reached, that in the text first; empty where it has none. */
export function useKeyShown(): (command: CommandId) => string {
  const { desk } = useShell()
  const keymap = keymapOf(useWorkbench((state) => state.keyChanges))
  return (command) => {
    const { inText, anywhere } = keymap[command]
    const press = inText ?? anywhere
    return press === null ? '' : shownPress(press, desk.info.platform === 'darwin')
  }
}
