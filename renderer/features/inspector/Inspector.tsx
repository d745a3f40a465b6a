import type { ReactNode } from 'react'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { CodingCard } from './CodingCard.tsx'
import { CodingList } from './CodingList.tsx'

/** The coding in hand, or a list of those in the open source. */
export function Inspector(): ReactNode {
  const { t } = useShell()
  const open = useWorkbench((state) => state.open)
  const codingId = useWorkbench((state) => state.codingId)
  return (
    <section className="pane inspector" aria-label={t('inspector.title')} data-pane="inspector" tabIndex={-1}>
      <h2 className="pane-title">{t('inspector.title')}</h2>
      {open === null ? (
        <p className="hint">{t('inspector.nothingOpen')}</p>
      ) : codingId === null ? (
        <CodingList open={open} />
      ) : (
        <CodingCard key={codingId} open={open} codingId={codingId} />
      )}
    </section>
  )
}
