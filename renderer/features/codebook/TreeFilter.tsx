import type { ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import type { CodeSet } from '#shared/model/code-set.ts'
import type { CodeSetId } from '#shared/model/ids.ts'
import { ORDERS, type Order } from './rows-shown.ts'

/** What of the codebook is looked at, and in which order. */
export function TreeFilter(props: {
  readonly query: string
  readonly order: Order
  readonly sets: readonly CodeSet[]
  readonly setId: CodeSetId | null
  readonly onQuery: (query: string) => void
  readonly onOrder: (order: Order) => void
  readonly onSet: (id: CodeSetId | null) => void
  /** Goes on to the codes that were found. */
  readonly onLeave: () => void
}): ReactNode {
  const { t } = useShell()
  const { query, order, sets, setId, onQuery, onOrder, onSet, onLeave } = props
  return (
    <div className="tree-filter">
      <input
        type="search"
        aria-label={t('codebook.find')}
        placeholder={t('codebook.find')}
        value={query}
        data-find-code
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && query !== '') {
            event.preventDefault()
            onQuery('')
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            onLeave()
          }
        }}
      />
      <select
        aria-label={t('codebook.order')}
        title={t('codebook.order')}
        value={order}
        onChange={(event) => onOrder(ORDERS.find((one) => one === event.target.value) ?? 'own')}
      >
        {ORDERS.map((one) => (
          <option key={one} value={one}>
            {t(`codebook.order.${one}`)}
          </option>
        ))}
      </select>
      {sets.length > 0 && (
        <select
          className="tree-set"
          aria-label={t('codebook.set')}
          title={t('codebook.set')}
          value={setId ?? ''}
          onChange={(event) => onSet(sets.find(({ id }) => id === event.target.value)?.id ?? null)}
        >
          <option value="">{t('codebook.allCodes')}</option>
          {sets.map(({ id, name, codeIds }) => (
            <option key={id} value={id}>
              {t('codebook.setNamed', { set: name, count: codeIds.length })}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
