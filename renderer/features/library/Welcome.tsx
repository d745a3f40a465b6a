import type { ReactNode } from 'react'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'

/** What stands where a transcript will: what to do next. */
export function Welcome(): ReactNode {
  const { t, run } = useShell()
  const busy = useWorkbench((state) => state.busy)
  const name = useProject((session) => session.state.project.name)
  // Nothing to choose while what was open is being opened again.
  if (busy === 'busy.opening') return <p className="welcome hint">{t(busy)}</p>
  return (
    <div className="welcome">
      <div className="welcome-card">
        <h1>{name ?? 'Lectern'}</h1>
        <p>{t(name === null ? 'welcome.purpose' : 'welcome.emptyProject')}</p>
        <div className="welcome-acts">
          <button type="button" className="primary" onClick={() => run('open-sources')}>
            <Icon name="open" />
            {t('command.openSources')}
          </button>
          <button type="button" onClick={() => run('open-folder')}>
            {t('command.openFolder')}
          </button>
          <button type="button" onClick={() => run('open-sample')}>
            {t('command.openSample')}
          </button>
          <button type="button" onClick={() => run('show-projects')}>
            {t('command.showProjects')}
          </button>
        </div>
        <p className="hint">{t('welcome.drop')}</p>
        <p className="hint">{t('welcome.private')}</p>
      </div>
    </div>
  )
}
