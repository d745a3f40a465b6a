import { type ReactNode, useEffect } from 'react'
import type { Scope } from '#renderer/commands/look-through.ts'
import { correctAlike, lookElsewhere } from '#renderer/commands/reading-commands.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { SourceId } from '#shared/model/ids.ts'

/** After a correction: offers to make the same one wherever it looks alike. It waits, and is in nobody's way. */
export function AlikeBar({ sourceId }: { readonly sourceId: SourceId }): ReactNode {
  const { t, desk } = useShell()
  const alike = useWorkbench((state) => state.alike)
  const close = (): void => {
    desk.workbench.setState({ alike: null })
    desk.transcript.current?.focus()
  }
  // Any act that follows makes the offer stale.
  useEffect(() => {
    const { session } = desk.workbench.getState()
    if (alike === null || session === null) return undefined
    const { head } = session.store.getState()
    return session.store.subscribe((now) => {
      if (now.head.seq !== head.seq) desk.workbench.setState({ alike: null })
    })
  }, [alike, desk])
  if (alike === null || alike.sourceId !== sourceId) return null
  const take = (scope: Scope): void => {
    void correctAlike(desk, scope).then(() => desk.transcript.current?.focus())
  }
  return (
    <section
      className="reading-bar"
      aria-label={t('alike.label')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <output>
        {alike.here > 0 && t('alike.offer', { count: alike.here })}
        {alike.elsewhere !== null && t('alike.elsewhere', { count: alike.elsewhere })}
      </output>
      {alike.here > 0 && (
        <button type="button" onClick={() => take('document')}>
          {t('alike.document')}
        </button>
      )}
      {alike.isWide && (alike.here > 0 || alike.elsewhere !== null) && (
        <button type="button" onClick={() => take('project')}>
          {t('alike.project')}
        </button>
      )}
      {alike.isWide && alike.here === 0 && alike.elsewhere === null && (
        <button type="button" onClick={() => void lookElsewhere(desk)}>
          {t('alike.look')}
        </button>
      )}
      <IconButton icon="close" label={t('common.close')} onClick={close} />
    </section>
  )
}
