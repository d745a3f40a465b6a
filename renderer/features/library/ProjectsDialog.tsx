import { type ReactNode, useEffect, useState } from 'react'
import { binSources } from '#renderer/commands/acts/library-acts.ts'
import { renameCoder, renameProject } from '#renderer/commands/acts/project-acts.ts'
import { renameSource } from '#renderer/commands/acts/source-acts.ts'
import { act } from '#renderer/commands/desk.ts'
import { openProject, openSource } from '#renderer/commands/open-project.ts'
import type { ProjectRow } from '#renderer/db/database.ts'
import { listProjects } from '#renderer/db/project-store.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Icon } from '#renderer/ui/Icon.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { presentSources } from '#shared/journal/present.ts'
import { marksOf } from '#shared/journal/state.ts'

/** All projects, and the documents of the open one. */
export function ProjectsDialog(): ReactNode {
  const { t, desk, run, language } = useShell()
  const session = useWorkbench((state) => state.session)
  const openId = useWorkbench((state) => state.open?.sourceId ?? null)
  const project = useProject((now) => now.state)
  const [rows, setRows] = useState<readonly ProjectRow[]>([])
  const name = project?.project.name ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is read again when the open project's name changes
  useEffect(() => {
    void listProjects(desk.db).then(setRows)
  }, [desk, name])
  const close = (): void => desk.workbench.setState({ dialog: null })
  const coder = session === null ? undefined : project?.coders.get(session.coderId)
  const date = (at: string): string => new Date(at).toLocaleDateString(language)
  return (
    <Dialog title={t('library.title')} closeLabel={t('common.close')} size="large" onClose={close}>
      <div className="dialog-body library">
        <section aria-label={t('library.projects')}>
          <h3>{t('library.projects')}</h3>
          <ul className="library-list">
            {rows.map((row) => (
              <li key={row.id} className={row.id === session?.id ? 'current' : ''}>
                <button
                  type="button"
                  aria-current={row.id === session?.id ? 'true' : undefined}
                  onClick={() => void openProject(desk, row.id)}
                >
                  <strong>{row.name}</strong>
                  <span>{t('library.opened', { date: date(row.openedAt) })}</span>
                </button>
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => run('new-project')}>
            <Icon name="plus" />
            {t('command.newProject')}
          </button>
        </section>
        {project !== null && session !== null && (
          <section aria-label={t('library.sources')}>
            <h3>{t('library.sources')}</h3>
            <EditableText
              label={t('library.projectName')}
              value={project.project.name}
              onSave={async (text) =>
                (await act(desk, (state) => renameProject(state, { name: text }))).kind !== 'refused'
              }
            />
            {coder !== undefined && (
              <EditableText
                label={t('library.coderName')}
                value={coder.name}
                onSave={async (text) =>
                  (await act(desk, (state) => renameCoder(state, { coderId: coder.id, name: text }))).kind !== 'refused'
                }
              />
            )}
            <div className="library-acts">
              <button type="button" onClick={() => run('open-sources')}>
                <Icon name="plus" />
                {t('command.openSources')}
              </button>
              <button type="button" onClick={() => run('open-folder')}>
                <Icon name="plus" />
                {t('command.openFolder')}
              </button>
            </div>
            <ul className="library-list">
              {presentSources(project).map((source) => (
                <li key={source.id} className={source.id === openId ? 'current' : ''}>
                  <div className="library-source">
                    <button
                      type="button"
                      aria-label={t('library.open', { source: source.name })}
                      aria-current={source.id === openId ? 'true' : undefined}
                      onClick={() => void openSource(desk, source.id)}
                    >
                      <Icon name="open" />
                    </button>
                    <EditableText
                      label={t('library.sourceName')}
                      value={source.name}
                      onSave={async (text) =>
                        (await act(desk, (state) => renameSource(state, { sourceId: source.id, name: text }))).kind !==
                        'refused'
                      }
                    />
                    <IconButton
                      icon="trash"
                      label={t('library.remove', { source: source.name })}
                      onClick={() =>
                        void act(desk, (state, world) => binSources(state, { sourceIds: [source.id] }, world))
                      }
                    />
                  </div>
                  <span className="library-facts">
                    {[
                      source.fileName,
                      source.encoding.toUpperCase(),
                      t('library.characters', { count: source.length }),
                      t('inspector.count', { count: marksOf(project, source.id).codings.size }),
                      date(source.importedAt),
                    ].join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
            {presentSources(project).length === 0 && <p className="hint">{t('welcome.emptyProject')}</p>}
          </section>
        )}
      </div>
    </Dialog>
  )
}
