import type { ReactNode } from 'react'
import { fitToSelection, moveEdge } from '#renderer/commands/edge-commands.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { CodingId } from '#shared/model/ids.ts'

/** Moves the edges of the coding in hand, or fits it to what is selected. */
export function EdgeButtons({ codingId }: { readonly codingId: CodingId }): ReactNode {
  const { t, desk } = useShell()
  const hasSelection = useWorkbench((state) => state.selection !== null)
  const move = (edge: 'start' | 'end', by: -1 | 1) => (): void => void moveEdge(desk, codingId, edge, by)
  return (
    <fieldset className="edges" aria-label={t('inspector.edges')}>
      <span>{t('inspector.start')}</span>
      <IconButton icon="left" label={t('command.startEarlier')} onClick={move('start', -1)} />
      <IconButton icon="right" label={t('command.startLater')} onClick={move('start', 1)} />
      <span>{t('inspector.end')}</span>
      <IconButton icon="left" label={t('command.endEarlier')} onClick={move('end', -1)} />
      <IconButton icon="right" label={t('command.endLater')} onClick={move('end', 1)} />
      <IconButton
        icon="fit"
        label={t('inspector.fit')}
        isDisabled={!hasSelection}
        onClick={() => void fitToSelection(desk, codingId)}
      />
    </fieldset>
  )
}
