import type { ReactNode } from 'react'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'

/** What stands where a transcript will: what to do next. */
export function Welcome(): ReactNode {
  const { t, run } = useShell()
  const name = useProject((session) => session.state.project.name)
  return (
    <div className="welcome">
      <div className="welcome-card">
        <h1>{name ?? 'Lectern'}</h1>
        <p>{name === null ? t('welcome.purpose') : t('welcome.emptyProject')}</p>
        <div className="welcome-acts">
          <button type="button" className="primary" onClick={() => run('open-sources')}>
            <Icon name="open" />
            {t('command.openSources')}
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
