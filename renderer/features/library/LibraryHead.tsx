import type { ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'
import type { LibraryColumn, LibraryOrder } from '#shared/sources/library-rows.ts'
import { isNumeric, variableOf } from './library-columns.ts'
import { orderBy } from './library-settings.ts'

/** The heads of the columns; pressing one sorts by it, pressing it again the other way round. */
export function LibraryHead(props: {
  readonly columns: readonly LibraryColumn[]
  readonly order: LibraryOrder
  readonly onOrder: (order: LibraryOrder) => void
}): ReactNode {
  const { columns, order, onOrder } = props
  const { t } = useShell()
  return (
    <thead className="library-head">
      <tr className="library-line" aria-rowindex={1}>
        {columns.map((column) => {
          const isSorted = order.column === column
          const variable = variableOf(column)
          return (
            <th
              key={column}
              scope="col"
              className={isNumeric(column) ? 'numeric' : ''}
              aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : undefined}
            >
              <button type="button" onClick={() => onOrder(orderBy(order, column))}>
                <span>{variable ?? t(`library.column.${column as Exclude<LibraryColumn, `variable:${string}`>}`)}</span>
                {isSorted && <Icon name={order.isDescending ? 'down' : 'up'} />}
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
