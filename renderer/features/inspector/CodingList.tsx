import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { missingIn } from '#renderer/commands/incomplete.ts'
import { toReadingOrder } from '#renderer/commands/reading-order.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { usePassingRows } from '#renderer/ui/passing-rows.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import { asksAnything, codingTest, filterInForce } from '#shared/query/coding-filter.ts'
import { type PlacedCoding, placedCodings } from '#shared/query/placed-codings.ts'
import { CodingRow } from './CodingRow.tsx'

const ROW = 52
/** Rows that stand ready beyond those in view. */
const READY = 6

/** How far down a list was: which row stood first in view. */
export interface ListPlace {
  readonly sourceId: SourceId
  readonly codingId: CodingId
  /** How much of the row was above the view, in CSS pixels; below 0 where there was room above it. */
  readonly within: number
  /** What stood above the list, in CSS pixels. */
  readonly top: number
  /** The rows that were drawn, as high as they were. */
  readonly drawn: VirtualItem[]
}

interface Scrolled {
  readonly scroller: RefObject<HTMLElement | null>
  /** Outlives the list, which goes while a coding is in hand. */
  readonly place: RefObject<ListPlace | null>
}

/** The codings of the open source that the filter shows, in the order in which they stand. Only the rows near those in view are drawn. */
export function CodingList(props: Scrolled & { readonly open: OpenSource }): ReactNode {
  const { open, scroller, place } = props
  const { t, run } = useShell()
  const project = useProject((session) => session.state)
  const filter = useWorkbench((state) => state.filter)
  const rows = useMemo(
    () => (project === null ? [] : rowsOf(project, open, codingTestFor(project, filter, open))),
    [project, open, filter],
  )
  const incomplete = useMemo(
    () =>
      project === null
        ? 0
        : rows.reduce((sum, placed) => sum + (missingIn(project, open.reading, placed).length > 0 ? 1 : 0), 0),
    [rows, project, open.reading],
  )
  if (project === null) return null
  if (rows.length === 0) return <p className="hint">{t('inspector.none')}</p>
  return (
    <>
      <p className="pane-note coding-counts">
        {t('inspector.count', { count: rows.length })}
        {incomplete > 0 && (
          <button type="button" title={t('command.nextIncomplete')} onClick={() => run('next-incomplete-coding')}>
            {t('fields.incompleteCount', { count: incomplete })}
          </button>
        )}
      </p>
      <Rows project={project} open={open} rows={rows} scroller={scroller} place={place} />
    </>
  )
}

function Rows(
  props: Scrolled & {
    readonly project: ProjectState
    readonly open: OpenSource
    readonly rows: readonly PlacedCoding[]
  },
): ReactNode {
  const { project, open, rows, scroller, place } = props
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(() => place.current?.top ?? 0)
  const [focused, setFocused] = useState<number | null>(null)
  // What stands above the list in the pane, which is positioned, scrolls with it; the line of counts may wrap.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows have other counts
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [rows])
  // Nothing of it is drawn elsewhere first: rows are measured as they are drawn, and move the others.
  const [offset] = useState(() => offsetOf(open, rows, place.current))
  const virtual = useVirtualizer({
    count: rows.length,
    initialOffset: offset,
    initialMeasurementsCache: place.current?.drawn ?? [],
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: READY,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.coding.id ?? index,
    // A row that is scrolled away keeps the keyboard.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      return focused === null || focused >= rows.length || indexes.includes(focused)
        ? indexes
        : [...indexes, focused].sort((a, b) => a - b)
    },
  })
  usePassingRows(virtual)
  const latest = useRef({ sourceId: open.sourceId, rows, top })
  latest.current = { sourceId: open.sourceId, rows, top }
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it goes
  useLayoutEffect(
    () => () => {
      const { sourceId, rows: shown, top: above } = latest.current
      const left = virtual.scrollOffset ?? 0
      const first = virtual.getVirtualItemForOffset(left)
      const codingId = first === undefined ? undefined : shown[first.index]?.coding.id
      if (first === undefined || codingId === undefined) return
      place.current = { sourceId, codingId, within: left - first.start, top: above, drawn: virtual.getVirtualItems() }
    },
    [],
  )
  return (
    <ul
      className="coding-list windowed"
      ref={list}
      style={{ height: virtual.getTotalSize() }}
      onFocus={({ target }) => {
        const index = target.closest<HTMLElement>('[data-index]')?.dataset['index']
        setFocused(index === undefined ? null : Number(index))
      }}
      onBlur={() => setFocused(null)}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const placed = rows[index]
        return (
          placed !== undefined && (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <CodingRow project={project} open={open} placed={placed} />
            </li>
          )
        )
      })}
    </ul>
  )
}

/** How far a list goes on that begins where it was left: rows that have not been drawn are taken to be as high as any. */
function offsetOf({ sourceId }: OpenSource, rows: readonly PlacedCoding[], place: ListPlace | null): number {
  if (place?.sourceId !== sourceId) return 0
  const index = rows.findIndex(({ coding }) => coding.id === place.codingId)
  if (index === -1) return 0
  const heights = new Map(place.drawn.map(({ key, size }) => [key, size]))
  const above = rows.slice(0, index).reduce((sum, { coding }) => sum + (heights.get(coding.id) ?? ROW), 0)
  return place.top + above + place.within
}

type Test = ReturnType<typeof codingTest> | null

function codingTestFor(project: ProjectState, filter: Parameters<typeof codingTest>[1], open: OpenSource): Test {
  return asksAnything(filterInForce(project, filter)) ? codingTest(project, filter, open.reading.turns) : null
}

function rowsOf(project: ProjectState, { sourceId }: OpenSource, isShown: Test): readonly PlacedCoding[] {
  const { inOrder } = placedCodings(marksOf(project, sourceId)).index
  return toReadingOrder(isShown === null ? inOrder : inOrder.filter(({ coding, segment }) => isShown(coding, segment)))
}
