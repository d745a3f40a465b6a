import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react'
import { groupSources } from '#renderer/commands/acts/library-acts.ts'
import { act } from '#renderer/commands/desk.ts'
import { useShell } from '#renderer/features/shell.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { type Choice, chooseAll, chosenSources, goTo, keyOfLine, toggleAt } from './choice.ts'
import { LibraryHead } from './LibraryHead.tsx'
import { columnWidths } from './library-columns.ts'
import { GroupLine, SourceLine } from './library-lines.tsx'
import { takesSources } from './source-drag.ts'
import type { Library } from './use-library.ts'

const SOURCE_HEIGHT = 46
const GROUP_HEIGHT = 32

export interface TableHandle {
  readonly focus: () => void
}

/**
 * The documents as a table of which only the lines in view are made. Arrows move, Shift extends,
 * Space chooses, Enter opens, Left and Right fold groups.
 */
export function LibraryTable(props: {
  readonly ref: Ref<TableHandle>
  readonly library: Library
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
  readonly onOpen: (sourceId: SourceId) => void
  readonly onAsk: (what: 'rename' | 'group' | 'duplicate') => void
  readonly onBin: () => void
}): ReactNode {
  const { ref, library, choice, onChoose, onOpen, onAsk, onBin } = props
  const { lines, settings, change } = library
  const { t, desk } = useShell()
  const scroller = useRef<HTMLDivElement>(null)
  /** Where the line with the keyboard stood, for the one that takes its place when it goes. */
  const stoodAt = useRef(0)
  const found = lines.findIndex((line) => keyOfLine(line) === choice.active)
  const active = found === -1 ? Math.min(stoodAt.current, lines.length - 1) : found
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? GROUP_HEIGHT : SOURCE_HEIGHT),
    getItemKey: (index) => {
      const line = lines[index]
      return line === undefined ? index : keyOfLine(line)
    },
    overscan: 8,
    // The line that has the keyboard stays, wherever one scrolls to.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), ...(active >= 0 ? [active] : [])])].sort((a, b) => a - b),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights go by the kind of each line
  useEffect(() => virtual.measure(), [lines])

  const focusLine = (index: number): void => {
    const line = lines[index]
    if (line === undefined) return
    virtual.scrollToIndex(index)
    const key = keyOfLine(line)
    const focus = (): void =>
      scroller.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
    focus()
    // It may be drawn, or moved, only now. Whoever has gone elsewhere by the next key is not called back.
    requestAnimationFrame(() => {
      const { activeElement } = document
      if (activeElement === document.body || scroller.current?.contains(activeElement) === true) focus()
    })
  }
  const hadFocus = useRef(false)
  useEffect(() => {
    if (found !== -1) stoodAt.current = found
    // The line that had the keyboard is gone: the one in its place takes over.
    else if (choice.active !== null && active >= 0) {
      onChoose(goTo(lines, choice, active))
      if (hadFocus.current) focusLine(active)
    }
  })
  useImperativeHandle(ref, () => ({ focus: () => focusLine(Math.max(0, active)) }))

  const go = (index: number, isExtending: boolean): void => {
    const to = Math.max(0, Math.min(lines.length - 1, index))
    // The line that has the keyboard before any was chosen begins the range.
    const line = lines[active]
    const anchor = choice.anchor ?? (line === undefined ? null : keyOfLine(line))
    onChoose(goTo(lines, { ...choice, anchor }, to, isExtending))
    focusLine(to)
  }
  const fold = (name: string, isFolded: boolean): void => {
    const others = settings.folded.filter((one) => one !== name)
    change({ folded: isFolded ? [...others, name] : others })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lines[active]
    if (line === undefined || event.nativeEvent.isComposing || event.altKey) return
    if (!(event.target instanceof Element) || event.target.closest('[data-line]') !== event.target) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / SOURCE_HEIGHT) - 1)
    const isCommand = event.ctrlKey || event.metaKey
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: lines.length - 1,
    }
    const step = steps[event.key]
    if (step !== undefined) go(step, event.shiftKey)
    else if (isCommand && event.key.toLowerCase() === 'a') onChoose(chooseAll(lines, choice))
    else if (isCommand) return
    else if (event.key === ' ') onChoose(toggleAt(lines, choice, active))
    else if (event.key === 'Enter') {
      if (line.kind === 'source') onOpen(line.row.source.id)
      else fold(line.name, !line.isFolded)
    } else if (event.key === 'ArrowLeft' && line.kind === 'group') fold(line.name, true)
    else if (event.key === 'ArrowRight' && line.kind === 'group') fold(line.name, false)
    else if (event.key === 'ArrowLeft' && line.kind === 'source' && line.isGrouped) {
      go(
        lines.slice(0, active).findLastIndex(({ kind }) => kind === 'group'),
        false,
      )
    } else if (event.key === 'F2') onAsk('rename')
    else if (event.key.toLowerCase() === 'g') onAsk('group')
    else if (event.key.toLowerCase() === 'd') onAsk('duplicate')
    else if (event.key === 'Delete' || event.key === 'Backspace') onBin()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="library-scroller" ref={scroller}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose lines are chosen and folded
        role="treegrid"
        className="library-table"
        aria-label={t('library.documents')}
        aria-multiselectable="true"
        aria-rowcount={lines.length + 1}
        style={{ '--columns': columnWidths(settings.columns) } as CSSProperties}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hadFocus.current = true
        }}
        onBlur={(event) => {
          // A line that is taken away tells of no next one.
          if (event.relatedTarget !== null) hadFocus.current = false
        }}
      >
        <LibraryHead columns={settings.columns} order={settings.order} onOrder={(order) => change({ order })} />
        <tbody className="library-lines" style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map(({ index, key, start, size }) => {
            const line = lines[index]
            if (line === undefined) return null
            const place = {
              index,
              isActive: index === Math.max(0, active),
              style: { transform: `translateY(${start}px)`, height: `${size}px` },
            }
            const drop = takesSources((sourceIds) => {
              const group = line.kind === 'group' ? line.name : (line.row.source.group ?? '')
              void act(desk, (state) => groupSources(state, { sourceIds, group }))
            })
            if (line.kind === 'group') {
              return (
                <GroupLine
                  key={key}
                  {...place}
                  {...drop}
                  line={line}
                  onClick={() => {
                    onChoose(goTo(lines, choice, index))
                    fold(line.name, !line.isFolded)
                  }}
                />
              )
            }
            const { id } = line.row.source
            return (
              <SourceLine
                key={key}
                {...place}
                {...(line.isGrouped ? drop : {})}
                row={line.row}
                isGrouped={line.isGrouped}
                columns={settings.columns}
                coderName={library.coderName}
                isChosen={choice.chosen.has(id)}
                dragged={() => (choice.chosen.has(id) ? chosenSources(lines, choice) : [id])}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey) onChoose(toggleAt(lines, choice, index))
                  else onChoose(goTo(lines, choice, index, event.shiftKey))
                }}
                onDoubleClick={() => onOpen(id)}
              />
            )
          })}
        </tbody>
      </table>
      {lines.length === 0 && <p className="hint library-none">{t('library.none')}</p>}
    </div>
  )
}
