import { type ReactNode, useMemo, useState } from 'react'
import { deleteVersion, nameVersion, renameVersion } from '#renderer/commands/acts/codebook-versions.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Icon } from '#renderer/ui/Icon.tsx'
import { countByVersion, inOrderOfTime } from '#shared/codebook/version-of.ts'
import { presentCodings } from '#shared/journal/present.ts'
import type { CodebookVersionId } from '#shared/model/ids.ts'
import { useSave } from '../dialog-save.ts'
import { NewNameField } from './NewNameField.tsx'
import { VersionCodings } from './VersionCodings.tsx'
import { VersionComparison } from './VersionComparison.tsx'

/** The codebook as it was at moments that were given a name: listed, compared, and which codings date from which. */
export function VersionsDialog(): ReactNode {
  const { t, desk, language } = useShell()
  const project = useProject((session) => session.state)
  const [chosen, setChosen] = useState<CodebookVersionId | null>(null)
  const [isBeforeAll, setBeforeAll] = useState(false)
  const { save, problem } = useSave()
  const versions = useMemo(() => inOrderOfTime(project?.codebookVersions.values() ?? []), [project?.codebookVersions])
  const counts = useMemo(
    () => (project === null ? new Map() : countByVersion(versions, presentCodings(project))),
    [project, versions],
  )
  if (project === null) return null
  const version = isBeforeAll ? undefined : (versions.find(({ id }) => id === chosen) ?? versions.at(-1))
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const choose = (id: CodebookVersionId | null): void => {
    setChosen(id)
    setBeforeAll(id === null)
  }
  const before = counts.get(null) ?? 0
  return (
    <Dialog
      title={t('versions.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="dialog-body sides">
        <div className="side-list">
          <p className="hint">{t('versions.hint')}</p>
          <NewNameField
            label={t('versions.new')}
            action={t('versions.make')}
            onAdd={async (name) => {
              const isDone = await save((state, world) => nameVersion(state, { name }, world))
              if (isDone) {
                setChosen(null)
                setBeforeAll(false)
              }
              return isDone
            }}
          />
          <ul className="choice-list">
            {versions.toReversed().map(({ id, name, createdAt, createdBy }) => (
              <li key={id}>
                <button type="button" aria-current={id === version?.id} onClick={() => choose(id)}>
                  <span className="choice-lines">
                    <strong>{name}</strong>
                    <span>
                      {dates.format(new Date(createdAt))} · {project.coders.get(createdBy)?.name}
                    </span>
                    <span>{t('versions.codings', { count: counts.get(id) ?? 0 })}</span>
                  </span>
                </button>
              </li>
            ))}
            {versions.length > 0 && before > 0 && (
              <li>
                <button type="button" aria-current={isBeforeAll} onClick={() => choose(null)}>
                  <span className="choice-lines">
                    <strong>{t('versions.beforeAll')}</strong>
                    <span>{t('versions.codings', { count: before })}</span>
                  </span>
                </button>
              </li>
            )}
          </ul>
        </div>
        {versions.length === 0 ? (
          <p className="hint">{t('versions.none')}</p>
        ) : (
          <section className="side-main" aria-label={version?.name ?? t('versions.beforeAll')}>
            {version !== undefined && (
              <>
                <div className="form-row" key={version.id}>
                  <EditableText
                    label={t('versions.name')}
                    value={version.name}
                    onSave={(name) => save((state) => renameVersion(state, { versionId: version.id, name }))}
                  />
                  <button
                    type="button"
                    className="danger"
                    onClick={() => void save((state) => deleteVersion(state, { versionId: version.id }))}
                  >
                    <Icon name="trash" />
                    {t('versions.delete')}
                  </button>
                </div>
                <VersionComparison
                  key={`compare-${version.id}`}
                  project={project}
                  version={version}
                  versions={versions}
                />
              </>
            )}
            <VersionCodings project={project} versions={versions} versionId={version?.id ?? null} />
          </section>
        )}
      </div>
      <p className="dialog-said" role="status">
        {problem ?? ''}
      </p>
    </Dialog>
  )
}
