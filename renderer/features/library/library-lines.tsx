import type { CSSProperties, DragEvent, MouseEvent, ReactNode } from 'react'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'
import type { CoderId, SourceId } from '#shared/model/ids.ts'
import type { LibraryColumn, LibraryLine, LibraryRow } from '#shared/sources/library-rows.ts'
import { keyOfLine } from './choice.ts'
import { LibraryCell } from './LibraryCell.tsx'
import { isNumeric } from './library-columns.ts'
import { startSourceDrag } from './source-drag.ts'

/** Where a line stands, and what may be dropped on it. */
interface LinePlace {
  readonly index: number
  /** It is the line that Tab leads to. */
  readonly isActive: boolean
  readonly style: CSSProperties
  readonly onDragOver?: (event: DragEvent) => void
  readonly onDrop?: (event: DragEvent) => void
}

/** The head of a group, with the number of its documents. */
export function GroupLine(
  props: LinePlace & { readonly line: Extract<LibraryLine, { kind: 'group' }>; readonly onClick: () => void },
): ReactNode {
  const { line, index, isActive, style, onDragOver, onDrop, onClick } = props
  const { t } = useShell()
  return (
    <tr
      className="library-line library-group"
      data-line={keyOfLine(line)}
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={!line.isFolded}
      tabIndex={isActive ? 0 : -1}
      style={style}
      onClick={onClick}
      onDragOver={onDragOver}
      onDrop={onDrop}
    >
      <td>
        <Icon name={line.isFolded ? 'right' : 'down'} />
        <strong>{line.name === '' ? t('library.noGroup') : line.name}</strong>
        <span className="hint">{line.sourceIds.length}</span>
      </td>
    </tr>
  )
}

/** A document with what the shown columns say of it. */
export function SourceLine(
  props: LinePlace & {
    readonly row: LibraryRow
    readonly isGrouped: boolean
    readonly isChosen: boolean
    readonly columns: readonly LibraryColumn[]
    readonly coderName: (id: CoderId) => string
    /** What is dragged when this line is. */
    readonly dragged: () => readonly SourceId[]
    readonly onClick: (event: MouseEvent) => void
    readonly onDoubleClick: () => void
  },
): ReactNode {
  const { row, index, isActive, isGrouped, isChosen, columns, coderName, dragged, style, ...events } = props
  const isOpen = useWorkbench(({ open }) => open?.sourceId === row.source.id)
  return (
    <tr
      className={`library-line ${isOpen ? 'current' : ''}`}
      data-line={row.source.id}
      aria-rowindex={index + 2}
      aria-level={isGrouped ? 2 : 1}
      aria-selected={isChosen}
      aria-current={isOpen ? 'true' : undefined}
      tabIndex={isActive ? 0 : -1}
      style={style}
      draggable
      onDragStart={(event) => startSourceDrag(event, dragged())}
      {...events}
    >
      {columns.map((column) => (
        <td key={column} className={isNumeric(column) ? 'numeric' : `cell-${column}`}>
          <LibraryCell row={row} column={column} coderName={coderName} />
        </td>
      ))}
    </tr>
  )
}
