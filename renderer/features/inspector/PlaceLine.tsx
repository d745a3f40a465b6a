import type { ReactNode } from 'react'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useShell } from '#renderer/features/shell.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { turnAt } from '#shared/transcript/units.ts'

/** Where a passage stands, in words: speaker, turn, exchange, source lines. */
export function PlaceLine({ open, extent }: { readonly open: OpenSource; readonly extent: TextSpan }): ReactNode {
  const { t } = useShell()
  const turn = turnAt(open.reading, extent.start)
  const exchange =
    turn === null
      ? undefined
      : open.reading.exchanges.find(({ questions, answers }) => [...questions, ...answers].includes(turn.index))
  const first = open.lines.lineAt(extent.start)
  const last = open.lines.lineAt(extent.end - 1)
  return (
    <dl className="place">
      {turn !== null && (
        <>
          <dt>{t('inspector.speaker')}</dt>
          <dd>{turn.speaker ?? t('reading.unnamed')}</dd>
          <dt>{t('inspector.turn')}</dt>
          <dd>
            {turn.index + 1} · {t(`role.${turn.role}`)}
            {exchange !== undefined && ` · ${t('inspector.exchange', { number: exchange.index + 1 })}`}
          </dd>
        </>
      )}
      <dt>{t('inspector.lines')}</dt>
      <dd>{first === last ? first : `${first}–${last}`}</dd>
    </dl>
  )
}
