import type { ReactNode } from 'react'
import { addSelectionAsPart, askPartName, dropPart, joinPart, showPart } from '#renderer/commands/part-commands.ts'
import { partAt } from '#renderer/commands/passage.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { sliceReading } from '#shared/text/reading-map.ts'
import type { CodingInHand } from './coding-in-hand.ts'

/** The parts of the passage that the coding in hand stands on: going to one, naming, joining, taking off, adding. */
export function PartsSection({ inHand: { open, coding, segment } }: { readonly inHand: CodingInHand }): ReactNode {
  const { t, desk } = useShell()
  const { anchors } = segment
  const codingId = coding.id
  const hasSelection = useWorkbench((state) => state.selection !== null)
  const current = useWorkbench((state) => partAt(state, { codingId, anchors }))
  const hasParts = anchors.length > 1 || anchors[0]?.part !== undefined
  return (
    <section className="parts" aria-label={t('parts.title')}>
      <div className="section-head">
        <h3 className="pane-subtitle">{t('parts.title')}</h3>
        <IconButton
          icon="plus"
          label={hasSelection ? t('command.addPart') : t('parts.addHint')}
          isDisabled={!hasSelection}
          onClick={() => void addSelectionAsPart(desk)}
        />
      </div>
      {hasParts && (
        <ol className="part-list">
          {anchors.map(({ span, part }, index) => (
            <li key={span.start} aria-current={index === current ? 'true' : undefined}>
              <button
                type="button"
                className="part-jump"
                title={t('parts.show', { number: index + 1 })}
                onClick={() => showPart(desk, codingId, index)}
              >
                <span className="part-number">{index + 1}</span>
                <span className="coding-list-text">
                  <span className={part === undefined ? 'part-unnamed' : 'coding-list-code'}>
                    {part ?? t('parts.unnamed')}
                  </span>
                  <span className="coding-list-quote">{sliceReading(open.reading.blocks, span).slice(0, 80)}</span>
                </span>
              </button>
              <span className="row-acts">
                <IconButton
                  icon="pencil"
                  label={t('parts.name', { number: index + 1 })}
                  onClick={() => askPartName(desk, codingId, index)}
                />
                {index < anchors.length - 1 && (
                  <IconButton
                    icon="join"
                    label={t('parts.join', { number: index + 1 })}
                    onClick={() => void joinPart(desk, codingId, index)}
                  />
                )}
                {anchors.length > 1 && (
                  <IconButton
                    icon="trash"
                    label={t('parts.remove', { number: index + 1 })}
                    onClick={() => void dropPart(desk, codingId, index)}
                  />
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
