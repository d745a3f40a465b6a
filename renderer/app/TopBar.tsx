import { memo, type ReactNode, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { openSource } from '#renderer/commands/open-source.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { presentSources } from '#shared/journal/present.ts'
import type { SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { pickerNames } from '#shared/sources/picker-names.ts'

/** The sources that are worked with, to go from one to another. An act that changes none of them does not draw it anew. */
const SourcePicker = memo(function SourcePicker(props: {
  readonly sources: readonly Source[]
  readonly openId: SourceId | null
}): ReactNode {
  const { sources, openId } = props
  const { t, desk } = useShell()
  // At once, and while it is still on its way: the next arrow key goes on from it.
  const chosenId = useStore(desk.workbench, ({ opening, open }) => (opening ?? open)?.sourceId ?? null)
  const names = useMemo(
    () => pickerNames(sources.filter(({ id, archivedAt }) => archivedAt === undefined || id === openId)),
    [sources, openId],
  )
  if (names.size === 0) return null
  return (
    <select
      className="source-select"
      aria-label={t('library.sources')}
      value={chosenId ?? ''}
      onChange={(event) => void openSource(desk, event.target.value as SourceId)}
    >
      {chosenId === null && <option value="">{t('app.chooseSource')}</option>}
      {[...names].map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
})

/** What is open, how it is shown, and the acts one needs most. */
export function TopBar(): ReactNode {
  const { t, run } = useShell()
  const project = useProject((session) => session.state)
  const undo = useProject((session) => session.undo)
  const redo = useProject((session) => session.redo)
  const open = useWorkbench((state) => state.open)
  const readingOn = useWorkbench((state) => state.readingOn)
  const setAsideShown = useWorkbench((state) => state.setAsideShown)
  const linesShown = useWorkbench((state) => state.linesShown)
  const sourceName = open === null ? undefined : project?.sources.get(open.sourceId)?.name
  const projectName = project?.project.name
  useEffect(() => {
    document.title = [sourceName, projectName, 'Lectern'].filter((part) => part !== undefined).join(' — ')
  }, [sourceName, projectName])
  const sources = project === null ? null : presentSources(project)
  const toggles = [
    ['toggle-reading', readingOn, t('app.reading')],
    ['toggle-set-aside', setAsideShown && readingOn, t('app.setAside')],
    ['toggle-lines', linesShown, t('app.lines')],
  ] as const
  return (
    <header className="top-bar">
      <button
        type="button"
        className="project-button"
        onClick={() => run('show-projects')}
        title={t('command.showProjects')}
      >
        {project?.project.name ?? t('library.projects')}
      </button>
      {sources !== null && <SourcePicker sources={sources} openId={open?.sourceId ?? null} />}
      {project !== null && (
        <IconButton icon="library" label={t('command.showLibrary')} onClick={() => run('show-library')} />
      )}
      <span className="spacer" />
      {open !== null && (
        <fieldset className="toggles" aria-label={t('menu.view')}>
          {toggles.map(([command, isOn, label]) => (
            <button
              key={command}
              type="button"
              aria-pressed={isOn}
              disabled={command === 'toggle-set-aside' && !readingOn}
              onClick={() => run(command)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      )}
      <IconButton
        icon="undo"
        label={undo === null ? t('command.undo') : t('menu.undoNamed', { act: t(undo.name, undo.values) })}
        isDisabled={undo === null}
        onClick={() => run('undo')}
      />
      <IconButton
        icon="redo"
        label={redo === null ? t('command.redo') : t('menu.redoNamed', { act: t(redo.name, redo.values) })}
        isDisabled={redo === null}
        onClick={() => run('redo')}
      />
      <IconButton
        icon="filter"
        label={t('command.filterCodings')}
        isDisabled={open === null}
        onClick={() => run('filter-codings')}
      />
      <IconButton icon="find" label={t('command.find')} isDisabled={open === null} onClick={() => run('find')} />
      <IconButton icon="keyboard" label={t('command.showKeys')} onClick={() => run('show-keys')} />
      <IconButton icon="open" label={t('command.openSources')} onClick={() => run('open-sources')} />
      <button type="button" className="primary" disabled={project === null} onClick={() => run('export-csv')}>
        <Icon name="export" />
        {t('app.export')}
      </button>
    </header>
  )
}
