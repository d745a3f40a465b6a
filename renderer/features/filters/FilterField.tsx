import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { CodingFilter } from '#shared/query/coding-filter.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { useSounds } from '../use-sounds.ts'
import { FILTER_KINDS, type FilterOption, filterOptions, isChosen } from './filter-options.ts'

/** More are not read through: one types on. */
const MOST = 120

/** A field with a list of all that can be asked for. Enter or a click asks for it, or no longer; the list stays, so that several can be chosen. */
export function FilterField(props: {
  readonly project: ProjectState
  readonly speakers: readonly string[]
  readonly filter: CodingFilter
  readonly onToggle: (option: FilterOption) => void
  readonly onLeave: () => void
}): ReactNode {
  const { project, speakers, filter, onToggle, onLeave } = props
  const { t } = useShell()
  const isOpen = useWorkbench((state) => state.filterOpen)
  const [words, setWords] = useState('')
  const [isListed, setListed] = useState(false)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const sounds = useSounds()
  const all = useMemo(() => filterOptions(project, speakers, words, sounds), [project, speakers, words, sounds])
  const options = all.slice(0, MOST)
  const activeOption = options[active]

  // Asked for by its command it has the keyboard at once.
  useEffect(() => {
    if (isOpen) input.current?.focus()
  }, [isOpen])
  useEffect(() => {
    list.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const acts: Record<string, () => void> = {
      ArrowDown: () => (isListed ? setActive(Math.min(active + 1, options.length - 1)) : setListed(true)),
      ArrowUp: () => setActive(Math.max(0, active - 1)),
      Enter: () => activeOption !== undefined && onToggle(activeOption),
      Escape() {
        setWords('')
        onLeave()
      },
    }
    const wanted = acts[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    event.stopPropagation()
    wanted()
  }
  return (
    <div className="filter-field">
      <input
        ref={input}
        type="search"
        role="combobox"
        data-pane="filter"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        aria-expanded={isListed}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={isListed && activeOption !== undefined ? `${id}-${active}` : undefined}
        value={words}
        onFocus={() => setListed(true)}
        onBlur={() => setListed(false)}
        onClick={() => setListed(true)}
        onChange={(event) => {
          setWords(event.target.value)
          setActive(0)
          setListed(true)
        }}
        onKeyDown={onKeyDown}
      />
      {isListed && (
        <div
          ref={list}
          id={id}
          className="filter-list menu"
          role="listbox"
          aria-multiselectable="true"
          aria-label={t('filter.title')}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
        >
          {FILTER_KINDS.map((kind) => {
            const group = options.flatMap((option, at) => (option.kind === kind ? [{ option, at }] : []))
            return (
              group.length > 0 && (
                // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
                <div key={kind} role="group" aria-label={t(`filter.${kind}`)}>
                  <div className="filter-heading" aria-hidden="true">
                    {t(`filter.${kind}`)}
                  </div>
                  {group.map(({ option, at }) => (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
                    <div
                      key={option.id}
                      id={`${id}-${at}`}
                      data-at={at}
                      role="option"
                      tabIndex={-1}
                      aria-selected={isChosen(filter, option)}
                      className={at === active ? 'menu-item active' : 'menu-item'}
                      style={{ paddingInlineStart: `${8 + option.depth * 14}px` }}
                      onClick={() => {
                        setActive(at)
                        onToggle(option)
                      }}
                    >
                      <span className="filter-check" aria-hidden="true">
                        {isChosen(filter, option) ? '✓' : ''}
                      </span>
                      {option.look !== null && <CodeSwatch {...option.look} />}
                      <span className="filter-name">{option.name}</span>
                    </div>
                  ))}
                </div>
              )
            )
          })}
          {options.length === 0 && <p className="hint">{t('filter.nothing')}</p>}
          {all.length > MOST && <p className="hint">{t('filter.more', { count: all.length - MOST })}</p>}
        </div>
      )}
    </div>
  )
}
