import { type ReactNode, useEffect, useId, useState } from 'react'
import { say } from '#renderer/commands/desk.ts'
import { writeMemoHere } from '#renderer/commands/memo-commands.ts'
import { correctTurn, type TurnCorrection } from '#renderer/commands/reading-commands.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { presentSources } from '#shared/journal/present.ts'
import { TURN_ROLES, type TurnRole } from '#shared/model/turn-role.ts'
import { turnAt } from '#shared/transcript/units.ts'

const SCOPES = ['turn', 'document', 'project'] as const satisfies readonly TurnCorrection['scope'][]

/** Who speaks a turn and what the turn does; said of it alone, or of all that its speaker says. */
export function TurnDialog({ at }: { readonly at: number }): ReactNode {
  const { t, desk } = useShell()
  const open = useWorkbench((state) => state.open)
  const sources = useProject(({ state }) => presentSources(state).length) ?? 1
  const turn = open === null ? null : turnAt(open.reading, at)
  const [speaker, setSpeaker] = useState(turn?.speaker ?? '')
  const [role, setRole] = useState<TurnRole>(turn?.role ?? 'other')
  const [scope, setScope] = useState<TurnCorrection['scope']>(turn?.speaker == null ? 'turn' : 'document')
  const id = useId()
  // What was asked about, which somebody may take away meanwhile: what stands there then is not meant.
  const [asked] = useState({ sourceId: open?.sourceId, speaker: turn?.speaker, role: turn?.role, at: turn?.span.start })
  const isThere =
    turn !== null &&
    open?.sourceId === asked.sourceId &&
    turn.span.start === asked.at &&
    turn.speaker === asked.speaker &&
    turn.role === asked.role
  useEffect(() => {
    if (isThere) return
    desk.workbench.setState({ dialog: null })
    say(desk, 'refused', 'notice.turnChanged')
  }, [isThere, desk])
  if (!isThere || open === null) return null
  const close = (): void => desk.workbench.setState({ dialog: null })
  const name = speaker.trim()
  const isRenamed = name !== (turn.speaker ?? '')
  const isOther = isRenamed && open.reading.speakers.includes(name)
  const apply = async (): Promise<void> => {
    close()
    await correctTurn(desk, {
      turn,
      speaker: isRenamed ? name : null,
      role: role === turn.role ? null : role,
      scope,
    })
    desk.transcript.current?.focus()
  }
  return (
    <Dialog title={t('turn.title')} closeLabel={t('common.close')} size="small" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void apply()
        }}
      >
        <div className="dialog-body form">
          <div className="field">
            <label htmlFor={`${id}-speaker`}>{t('turn.speaker')}</label>
            <input
              id={`${id}-speaker`}
              data-first
              type="text"
              list={`${id}-speakers`}
              value={speaker}
              aria-describedby={`${id}-merges`}
              onChange={(event) => setSpeaker(event.target.value)}
            />
            <datalist id={`${id}-speakers`}>
              {open.reading.speakers.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
            <p id={`${id}-merges`} className="hint" aria-live="polite">
              {isOther && scope !== 'turn' ? t('turn.merges', { speaker: name }) : ''}
            </p>
          </div>
          <div className="field">
            <label htmlFor={`${id}-role`}>{t('turn.role')}</label>
            <select id={`${id}-role`} value={role} onChange={(event) => setRole(event.target.value as TurnRole)}>
              {TURN_ROLES.map((one) => (
                <option key={one} value={one}>
                  {t(`role.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <fieldset className="choices">
            <legend>{t('turn.scope')}</legend>
            {SCOPES.filter((one) => one === 'turn' || turn.speaker !== null)
              .filter((one) => one !== 'project' || sources > 1)
              .map((one) => (
                <label key={one} className="choice">
                  <input type="radio" name={`${id}-scope`} checked={scope === one} onChange={() => setScope(one)} />
                  {t(`turn.scope.${one}`, { speaker: turn.speaker ?? '' })}
                </label>
              ))}
          </fieldset>
        </div>
        <footer className="dialog-foot">
          <button
            type="button"
            className="apart"
            onClick={() => {
              close()
              writeMemoHere(desk, 'turn')
            }}
          >
            {t('command.writeMemo')}
          </button>
          <button type="button" onClick={close}>
            {t('common.cancel')}
          </button>
          <button
            type="submit"
            className="primary"
            disabled={(isRenamed && name === '') || (!isRenamed && role === turn.role)}
          >
            {t('turn.apply')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
