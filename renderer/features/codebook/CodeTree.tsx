import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { addCode } from '#renderer/commands/acts/add-code.ts'
import { codeSelection } from '#renderer/commands/coding-commands.ts'
import { act } from '#renderer/commands/desk.ts'
import { useShell } from '#renderer/features/shell.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { CodeRow, type Use } from './CodeRow.tsx'
import { NewCodeField } from './NewCodeField.tsx'
import { RowMenu } from './RowMenu.tsx'
import type { ShownRow } from './rows-shown.ts'
import { useCodeDrag } from './use-code-drag.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useTreeKeys } from './use-tree-keys.ts'

const ROW = 28
const FAMILY_ROW = 36
const FIELD = 36
/** Rows beyond the visible ones that stand ready on both sides. */
const READY = 30

/** The codes as a tree. Only the rows near the visible ones are drawn, and the one that has the keyboard. */
export function CodeTree(props: {
  readonly codes: readonly Code[]
  readonly rows: readonly ShownRow[]
  readonly isOwnOrder: boolean
  readonly countsOf: (code: Code) => Use
  readonly onFold: (id: CodeId) => void
}): ReactNode {
  const { codes, rows, isOwnOrder, countsOf, onFold } = props
  const { t, desk } = useShell()
  const [active, setActive] = useState<CodeId | null>(null)
  const [adding, setAdding] = useState<CodeId | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  /** The row that is to get the keyboard once it is drawn. */
  const wanted = useRef<CodeId | null>(null)
  const activeIndex = Math.max(
    0,
    rows.findIndex((row) => row.code.id === active),
  )
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const code = rows[index]?.code
      return (code?.parentId === null ? FAMILY_ROW : ROW) + (code !== undefined && code.id === adding ? FIELD : 0)
    },
    getItemKey: (index) => rows[index]?.code.id ?? index,
    overscan: READY,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      return indexes.includes(activeIndex) || rows.length === 0
        ? indexes
        : [...indexes, activeIndex].sort((a, b) => a - b)
    },
  })
  useEffect(() => {
    if (wanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-code="${wanted.current}"]`)
    if (row == null) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })

  const focusRow = (index: number): void => {
    const row = rows[index]
    if (row === undefined) return
    wanted.current = row.code.id
    setActive(row.code.id)
    virtualizer.scrollToIndex(index)
    // The row may be active already, and nothing be drawn anew.
    scroller.current?.querySelector<HTMLElement>(`[data-code="${row.code.id}"]`)?.focus({ preventScroll: true })
  }
  const use = ({ code, isParent }: ShownRow): void => {
    if (code.isCodable) void codeSelection(desk, code.id)
    else if (isParent) onFold(code.id)
  }
  const edit = ({ code }: ShownRow): void => desk.workbench.setState({ dialog: { kind: 'code', codeId: code.id } })
  const addBelow = ({ code, isParent, isOpen }: ShownRow): void => {
    if (isParent && !isOpen) onFold(code.id)
    setAdding(code.id)
  }
  const add = async (parentId: CodeId, name: string): Promise<boolean> => {
    const outcome = await act(desk, (state, world) => addCode(state, { parentId, name }, world))
    if (outcome.kind === 'done') setAdding(null)
    return outcome.kind === 'done'
  }
  const onKeyDown = useTreeKeys(rows, activeIndex, isOwnOrder, {
    focusRow,
    fold: (row) => onFold(row.code.id),
    use,
    edit,
    addBelow,
  })
  const { place, dragOf } = useCodeDrag(codes, isOwnOrder)
  const pressed = useKeptFocus()

  return (
    <RowMenu rows={rows} isOwnOrder={isOwnOrder} onUse={use} onEdit={edit} onAddBelow={addBelow}>
      <div
        className="code-tree"
        role="tree"
        aria-label={t('codebook.title')}
        ref={scroller}
        onKeyDown={onKeyDown}
        {...pressed}
        data-pane="codebook"
        tabIndex={-1}
        onFocus={(event) => {
          if (event.target === scroller.current) focusRow(activeIndex)
        }}
      >
        <div role="none" className="code-tree-rows" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            const { code } = row
            return (
              <div
                key={item.key}
                role="none"
                className="code-tree-row"
                data-index={item.index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <CodeRow
                  row={row}
                  manner={rootOf(codes, code.id)?.family?.manner ?? 'tint'}
                  use={countsOf(code)}
                  isActive={item.index === activeIndex}
                  drop={place?.targetId === code.id ? place.where : null}
                  acts={{
                    onUse: () => use(row),
                    onFold: () => onFold(code.id),
                    onActive: () => setActive(code.id),
                    onEdit: () => edit(row),
                    onAddBelow: () => addBelow(row),
                  }}
                  drag={dragOf(row)}
                  adding={
                    adding === code.id && (
                      <NewCodeField
                        label={t('codebook.newCode', { code: code.name })}
                        onAdd={(name) => add(code.id, name)}
                        onCancel={() => setAdding(null)}
                      />
                    )
                  }
                />
              </div>
            )
          })}
        </div>
      </div>
    </RowMenu>
  )
}
