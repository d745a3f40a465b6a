import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { COMMANDS, type CommandId } from '#shared/commands.ts'
import { type CommandKeys, defaultKeys, isFixed, SLOTS, type Slot } from '#shared/keymap/keymap.ts'
import { type Press, pressOf, shownPress } from '#shared/keymap/press.ts'

/** One command with its keys, each of which can be recorded anew. */
export function KeyRow(props: {
  readonly command: CommandId
  readonly keys: CommandKeys
  /** The place whose key is being recorded, or null. */
  readonly recording: Slot | null
  /** What stands in the way of the key that was pressed, in words, with what can be done about it. */
  readonly problem: ReactNode
  readonly onRecord: (slot: Slot | null) => void
  readonly onPress: (slot: Slot, press: Press | null) => void
  readonly onReset: () => void
}): ReactNode {
  const { command, keys, recording, problem, onRecord, onPress, onReset } = props
  const { t } = useShell()
  const title = t(COMMANDS[command].title)
  const defaults = defaultKeys(command)
  const isChanged = SLOTS.some((slot) => keys[slot] !== defaults[slot])
  return (
    <>
      <tr className={isChanged ? 'changed' : undefined} data-command={command}>
        <th scope="row">{title}</th>
        {SLOTS.map((slot) => (
          <td key={slot}>
            {isFixed(command) ? (
              <Shown press={keys[slot]} />
            ) : recording === slot ? (
              <Recorder
                label={t('keys.recording', { command: title })}
                onPress={(press) => onPress(slot, press)}
                onCancel={() => onRecord(null)}
              />
            ) : (
              <button
                type="button"
                className="key-button"
                data-slot={slot}
                aria-label={t(keys[slot] === null ? 'keys.give' : 'keys.change', {
                  command: title,
                  place: t(`keys.${slot}`),
                })}
                onClick={() => onRecord(slot)}
              >
                <Shown press={keys[slot]} />
              </button>
            )}
          </td>
        ))}
        <td>{isChanged && <IconButton icon="undo" label={t('keys.reset', { command: title })} onClick={onReset} />}</td>
      </tr>
      {problem !== null && (
        <tr className="key-problem">
          <td colSpan={4}>
            <p className="problem" role="alert">
              {problem}
            </p>
          </td>
        </tr>
      )}
    </>
  )
}

function Shown({ press }: { readonly press: Press | null }): ReactNode {
  const { desk } = useShell()
  return press === null ? (
    <span aria-hidden="true">—</span>
  ) : (
    <kbd>{shownPress(press, desk.info.platform === 'darwin')}</kbd>
  )
}

/** Takes the next key that is pressed. Escape leaves things as they are; the button beside takes the key away. */
function Recorder(props: {
  readonly label: string
  readonly onPress: (press: Press | null) => void
  readonly onCancel: () => void
}): ReactNode {
  const { label, onPress, onCancel } = props
  const { t, desk } = useShell()
  const field = useRef<HTMLButtonElement>(null)
  useEffect(() => field.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    // One must be able to leave by keyboard: to the button beside, or away.
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      onCancel()
      return
    }
    const press = pressOf(event.nativeEvent, desk.info.platform === 'darwin')
    if (press !== null) onPress(press)
  }
  return (
    <span className="key-recorder">
      <button type="button" ref={field} className="key-button recording" aria-label={label} onKeyDown={onKeyDown}>
        {t('keys.pressNow')}
      </button>
      <IconButton icon="trash" label={t('keys.takeAway')} onClick={() => onPress(null)} />
    </span>
  )
}
