import type { ReactNode } from 'react'
import { letGoOfHeld } from '#renderer/commands/part-commands.ts'
import { heldSpans } from '#renderer/commands/passage.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'

/** While passages are held to be coded as one: says how many, and what can be done with them. */
export function HeldBar(): ReactNode {
  const { t, desk, run } = useShell()
  const held = useWorkbench(heldSpans)
  const hasSelection = useWorkbench((state) => state.selection !== null)
  if (held.length === 0) return null
  const letGo = (): void => {
    letGoOfHeld(desk)
    desk.transcript.current?.focus()
  }
  return (
    <section
      className="reading-bar"
      aria-label={t('held.label')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') letGo()
      }}
    >
      <output>{t('held.offer', { count: held.length })}</output>
      <button type="button" disabled={!hasSelection} onClick={() => run('hold-selection')}>
        {t('held.hold')}
      </button>
      <button type="button" className="primary" onClick={() => run('choose-code')}>
        {t('held.code')}
      </button>
      <button type="button" onClick={letGo}>
        {t('held.letGo')}
      </button>
    </section>
  )
}
