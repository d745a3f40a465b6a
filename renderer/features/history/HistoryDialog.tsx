import { type ReactNode, useState } from 'react'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { WorkBars } from '../WorkBars.tsx'
import { RestorePoints } from './RestorePoints.tsx'
import { StepList } from './StepList.tsx'
import { useSteps } from './use-steps.ts'

/** Everything that was done in the project, step by step, with the moments that have a name. */
export function HistoryDialog(): ReactNode {
  const { t, desk } = useShell()
  const coders = useProject(({ state }) => state.coders)
  const [words, setWords] = useState('')
  const [coder, setCoder] = useState('')
  const [said, setSaid] = useState('')
  const history = useSteps()
  if (coders === null) return null
  return (
    <Dialog
      title={t('history.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="dialog-body history">
        <p className="hint">{t('history.hint')}</p>
        <RestorePoints onSaid={setSaid} />
        <div className="history-filter">
          <input
            type="search"
            data-first
            aria-label={t('history.search')}
            placeholder={t('history.search')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {coders.size > 1 && (
            <ChoiceField
              label={t('history.coder')}
              value={coder}
              choices={[
                { value: '', label: t('history.everyone') },
                ...[...coders.values()].map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChoose={async (chosen) => {
                setCoder(chosen)
                return true
              }}
            />
          )}
        </div>
        <StepList {...history} words={words} coder={coder} onSaid={setSaid} />
        <WorkBars />
        {/* The window's own status line is behind the dialog, out of reach of a screen reader. */}
        <p className="dialog-said" role="status">
          {said}
        </p>
      </div>
    </Dialog>
  )
}
