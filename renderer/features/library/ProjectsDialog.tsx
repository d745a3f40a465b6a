import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { renameCoder } from '#renderer/commands/acts/project-acts.ts'
import { act } from '#renderer/commands/desk.ts'
import { openProject } from '#renderer/commands/open-project.ts'
import { binProject, renameAnyProject, restoreProject } from '#renderer/commands/project-commands.ts'
import { type ListedProject, listTouched } from '#renderer/db/project-store.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Icon } from '#renderer/ui/Icon.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { presentCodingCount, presentSources } from '#shared/journal/present.ts'
import { LastNotice } from './LastNotice.tsx'

/** All projects, those in the bin too, and what the open one and its coder are called. */
export function ProjectsDialog(): ReactNode {
  const { t, desk, run } = useShell()
  const session = useWorkbench((state) => state.session)
  const project = useProject((now) => now.state)
  const [rows, setRows] = useState<readonly ListedProject[]>([])
  const name = project?.project.name ?? null
  const read = useCallback(() => void listTouched(desk.db).then(setRows), [desk])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is read again when the open project's name changes
  useEffect(read, [read, name])
  const coder = session === null ? undefined : project?.coders.get(session.coderId)
  const binned = rows.filter(({ binnedAt }) => binnedAt !== undefined)
  return (
    <Dialog
      title={t('library.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="dialog-body library">
        <section aria-label={t('library.projects')}>
          <h3>{t('library.projects')}</h3>
          <ul className="library-list">
            {rows
              .filter(({ binnedAt }) => binnedAt === undefined)
              .map((row) => (
                <ProjectItem key={row.id} row={row} onChange={read} />
              ))}
          </ul>
          <button type="button" onClick={() => run('new-project')}>
            <Icon name="plus" />
            {t('command.newProject')}
          </button>
          {binned.length > 0 && (
            <details className="library-bin">
              <summary>{t('library.projectBin', { count: binned.length })}</summary>
              <ul className="library-list" aria-label={t('library.projectBin', { count: binned.length })}>
                {binned.map((row) => (
                  <li key={row.id} className="library-source">
                    <strong>{row.name}</strong>
                    <button
                      type="button"
                      aria-label={t('library.restoreProject', { project: row.name })}
                      onClick={() => void restoreProject(desk, row.id, row.name).then(read)}
                    >
                      {t('library.restore')}
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
        {project !== null && session !== null && (
          <section aria-label={project.project.name}>
            <h3>{t('library.openProject')}</h3>
            <EditableText
              label={t('library.projectName')}
              value={project.project.name}
              onSave={(text) => renameAnyProject(desk, session.id, text)}
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
              <button type="button" onClick={() => run('show-library')}>
                <Icon name="library" />
                {t('command.showLibrary')}
              </button>
              <button type="button" onClick={() => run('open-sources')}>
                <Icon name="plus" />
                {t('command.openSources')}
              </button>
              <button type="button" onClick={() => run('open-folder')}>
                <Icon name="plus" />
                {t('command.openFolder')}
              </button>
            </div>
          </section>
        )}
      </div>
      <LastNotice />
    </Dialog>
  )
}

function ProjectItem({ row, onChange }: { readonly row: ListedProject; readonly onChange: () => void }): ReactNode {
  const { t, desk, language } = useShell()
  const session = useWorkbench((state) => state.session)
  const project = useProject((now) => now.state)
  const [isRenaming, setRenaming] = useState(false)
  const isOpen = row.id === session?.id
  // Of the open one it is known better than the list has it.
  const counts =
    isOpen && project !== null
      ? { sources: presentSources(project).length, codings: presentCodingCount(project) }
      : row.counts
  const facts = [
    ...(counts === undefined
      ? []
      : [t('library.sourceCount', { count: counts.sources }), t('inspector.count', { count: counts.codings })]),
    t('library.touched', { date: new Date(row.touchedAt).toLocaleDateString(language) }),
  ]
  return (
    <li className={isOpen ? 'current' : ''}>
      <div className="library-project">
        <button type="button" aria-current={isOpen ? 'true' : undefined} onClick={() => void openProject(desk, row.id)}>
          <strong>{row.name}</strong>
          <span>{facts.join(' · ')}</span>
        </button>
        <IconButton
          icon="pencil"
          label={t('library.renameProject', { project: row.name })}
          onClick={() => setRenaming(!isRenaming)}
        />
        <IconButton
          icon="trash"
          label={t('library.binProject', { project: row.name })}
          onClick={() => void binProject(desk, row.id, row.name).then(onChange)}
        />
      </div>
      {isRenaming && (
        <EditableText
          label={t('library.newNameOf', { source: row.name })}
          value={row.name}
          onSave={async (text) => {
            const isTaken = await renameAnyProject(desk, row.id, text)
            if (isTaken) {
              setRenaming(false)
              onChange()
            }
            return isTaken
          }}
        />
      )}
    </li>
  )
}
