import { type ReactNode, useMemo } from 'react'
import { isFiltering } from '#renderer/commands/shown-codings.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { marksOf } from '#shared/journal/state.ts'
import { codingTest } from '#shared/query/coding-filter.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { FilterField } from './FilterField.tsx'
import { type FilterOption, optionsChosen, toggled } from './filter-options.ts'

/** What the filter asks for, how much it shows, and the ways to change and to clear it. There for as long as a filter is on. */
export function FilterBar({ open }: { readonly open: OpenSource }): ReactNode {
  const isOpen = useWorkbench((state) => state.filterOpen)
  const isOn = useWorkbench(isFiltering)
  // What it counts is not worth counting while nothing is filtered.
  return isOn || isOpen ? <Filter open={open} isOn={isOn} /> : null
}

function Filter({ open, isOn }: { readonly open: OpenSource; readonly isOn: boolean }): ReactNode {
  const { t, desk, run } = useShell()
  const project = useProject((session) => session.state)
  const filter = useWorkbench((state) => state.filter)
  const codingId = useWorkbench((state) => state.codingId)
  const counted = useMemo(() => {
    if (project === null) return { shown: 0, count: 0, isHeldHidden: false }
    const { codings, segments } = marksOf(project, open.sourceId)
    const isWanted = codingTest(project, filter, open.reading.turns)
    let shown = 0
    let isHeldHidden = false
    for (const coding of codings.values()) {
      const segment = segments.get(coding.segmentId)
      if (segment !== undefined && isWanted(coding, segment)) shown += 1
      else if (coding.id === codingId) isHeldHidden = true
    }
    return { shown, count: codings.size, isHeldHidden }
  }, [project, open.sourceId, open.reading.turns, filter, codingId])
  if (project === null) return null

  const change = (option: Pick<FilterOption, 'kind' | 'id'>): void =>
    desk.workbench.setState({ filter: toggled(filter, option) })
  const close = (): void => {
    desk.workbench.setState({ filterOpen: false })
    desk.transcript.current?.focus()
  }
  return (
    <section className="filter-bar" aria-label={t('filter.title')}>
      <Icon name="filter" />
      <FilterField
        speakers={open.reading.speakers}
        project={project}
        filter={filter}
        onToggle={change}
        onLeave={close}
      />
      {optionsChosen(project, filter).map((option) => (
        <button
          key={`${option.kind} ${option.id}`}
          type="button"
          className="filter-chip"
          aria-label={t('filter.remove', { name: option.name })}
          title={t('filter.remove', { name: option.name })}
          onClick={() => change(option)}
        >
          {option.look !== null && <CodeSwatch {...option.look} />}
          <span>{option.name}</span>
          <Icon name="close" />
        </button>
      ))}
      {isOn && (
        <>
          <output className="filter-count">
            {t('filter.shown', { shown: counted.shown, count: counted.count })}
            {counted.isHeldHidden && ` · ${t('filter.heldIsHidden')}`}
          </output>
          <button
            type="button"
            onClick={() => {
              run('clear-filter')
              desk.transcript.current?.focus()
            }}
          >
            {t('filter.clear')}
          </button>
        </>
      )}
      {!isOn && <IconButton icon="close" label={t('common.close')} onClick={close} />}
    </section>
  )
}
