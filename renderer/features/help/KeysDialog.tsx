import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { COMMAND_IDS, COMMANDS, type CommandId, type MenuName } from '#shared/commands.ts'
import { codeList } from '#shared/journal/state.ts'
import {
  type KeyChanges,
  type KeyConflict,
  keyConflict,
  keymapOf,
  SLOTS,
  type Slot,
  withKey,
  withoutChanges,
  withSwappedKey,
} from '#shared/keymap/keymap.ts'
import { type Press, shownPress } from '#shared/keymap/press.ts'
import { FixedKeys } from './FixedKeys.tsx'
import { KeyRow } from './KeyRow.tsx'
import { KeysFoot } from './KeysFoot.tsx'

const MENUS: readonly MenuName[] = ['file', 'edit', 'coding', 'codebook', 'correct', 'go', 'view', 'help']

interface Place {
  readonly command: CommandId
  readonly slot: Slot
}
interface Problem extends Place {
  readonly press: Press
  readonly conflict: KeyConflict
}

/** Every key: of the program, each to be found and changed, and of the open project's codes. */
export function KeysDialog(): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const changes = useWorkbench((state) => state.keyChanges)
  const [query, setQuery] = useState('')
  const [recording, setRecording] = useState<Place | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const table = useRef<HTMLDivElement>(null)
  const keymap = keymapOf(changes)
  const codes = project === null ? [] : codeList(project)
  const isMac = desk.info.platform === 'darwin'

  const found = useMemo(() => {
    const wanted = query.trim().toLowerCase()
    const wordsOf = (id: CommandId): string =>
      [t(COMMANDS[id].title), t(`menu.${COMMANDS[id].menu}`), ...SLOTS.map((slot) => keymap[id][slot] ?? '')]
        .flatMap((words) => [words, words === '' ? '' : shownPress(words, isMac)])
        .join('\n')
        .toLowerCase()
    return COMMAND_IDS.filter((id) => wordsOf(id).includes(wanted))
  }, [query, keymap, t, isMac])

  const backTo = ({ command, slot }: Place): void => {
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>(`[data-command="${command}"] [data-slot="${slot}"]`)?.focus(),
    )
  }
  const record = (command: CommandId, slot: Slot | null): void => {
    setProblem(null)
    setRecording(slot === null ? null : { command, slot })
    if (slot === null && recording !== null) backTo(recording)
  }
  const settle = (place: Place, next: KeyChanges): void => {
    desk.workbench.setState({ keyChanges: next })
    setRecording(null)
    setProblem(null)
    backTo(place)
  }
  const press = (place: Place, pressed: Press | null): void => {
    const conflict = pressed === null ? null : keyConflict(keymap, codes, place.command, place.slot, pressed)
    if (conflict === null || pressed === null) settle(place, withKey(changes, place.command, place.slot, pressed))
    else setProblem({ ...place, press: pressed, conflict })
  }

  const problemIn = (command: CommandId): ReactNode => {
    if (problem === null || problem.command !== command) return null
    const { conflict } = problem
    const values = {
      key: shownPress(problem.press, isMac),
      by:
        conflict.reason === 'code'
          ? (codes.find(({ id }) => id === conflict.by)?.name ?? '')
          : 'by' in conflict
            ? t(COMMANDS[conflict.by].title)
            : '',
    }
    return (
      <>
        {t(`keys.conflict.${conflict.reason}`, values)}
        {conflict.reason === 'command' && (
          <button
            type="button"
            onClick={() => settle(problem, withSwappedKey(changes, command, problem.slot, conflict))}
          >
            {t('keys.swap', values)}
          </button>
        )}
      </>
    )
  }

  return (
    <Dialog
      title={t('command.showKeys')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="keys-head">
        <input
          type="search"
          data-first
          aria-label={t('keys.search')}
          placeholder={t('keys.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <p className="hint">{t('keys.hint')}</p>
      </div>
      <div className="dialog-body keys" ref={table}>
        <table className="keys-table">
          <thead>
            <tr>
              <th scope="col">{t('keys.command')}</th>
              {SLOTS.map((slot) => (
                <th key={slot} scope="col">
                  {t(`keys.${slot}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          {MENUS.map((menu) => {
            const commands = found.filter((id) => COMMANDS[id].menu === menu)
            if (commands.length === 0) return null
            return (
              <tbody key={menu}>
                <tr>
                  <th scope="rowgroup" colSpan={4} className="keys-group">
                    {t(`menu.${menu}`)}
                  </th>
                </tr>
                {commands.map((command) => (
                  <KeyRow
                    key={command}
                    command={command}
                    keys={keymap[command]}
                    recording={recording?.command === command ? recording.slot : null}
                    problem={problemIn(command)}
                    onRecord={(slot) => record(command, slot)}
                    onPress={(slot, pressed) => press({ command, slot }, pressed)}
                    onReset={() => settle({ command, slot: 'inText' }, withoutChanges(changes, command))}
                  />
                ))}
              </tbody>
            )
          })}
        </table>
        {found.length === 0 && <p className="hint">{t('keys.none')}</p>}
        <FixedKeys query={query} codes={codes} keymap={keymap} />
      </div>
      <KeysFoot changes={changes} />
    </Dialog>
  )
}
