import type { ReactNode } from 'react'
import type { HistoryStep } from '#renderer/commands/history-commands.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'

/** One step of the history: its number, when and by whom it was done, what it was, and whether it still stands. */
export function StepRow(props: {
  readonly id: string
  readonly step: HistoryStep
  readonly name: string
  readonly isUndone: boolean
  /** The name of the restore point that stands after it, or null. */
  readonly point: string | null
  readonly isActive: boolean
  /** Where it stands in the list: CSS pixels from the top, and which of how many it is, from 0. */
  readonly place: { readonly top: number; readonly index: number; readonly count: number }
  readonly onChoose: () => void
}): ReactNode {
  const { id, step, name, isUndone, point, isActive, place, onChoose } = props
  const { t, language } = useShell()
  const coder = useProject(({ state }) => state.coders.get(step.coderId)?.name)
  const at = new Date(step.at)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the chosen row
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
      className={`history-step ${isUndone ? 'undone' : ''} ${step.kind === 'act' ? '' : 'inverse'}`}
      style={{ transform: `translateY(${place.top}px)` }}
      onClick={onChoose}
    >
      <span className="history-number">{step.seq}</span>
      <time dateTime={step.at} title={at.toLocaleString(language)}>
        {at.toLocaleString(language, { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })}
      </time>
      <span className="history-name">{name}</span>
      {step.quote !== '' && <q className="history-quote">{step.quote.replace(/\s+/g, ' ').slice(0, 80)}</q>}
      {point !== null && <span className="history-mark">⚑ {point}</span>}
      {isUndone && <span className="history-state">{t('history.undone')}</span>}
      <span className="history-coder">{coder}</span>
    </div>
  )
}
