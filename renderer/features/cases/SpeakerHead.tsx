import type { ReactNode } from 'react'
import { removeCase, renameCase, type SpeakerRef, splitCase } from '#renderer/commands/acts/case-acts.ts'
import { useShell } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Cell } from '#renderer/ui/table/Cell.tsx'
import type { SpeakerLine } from '#shared/cases/speaker-lines.ts'
import type { EditedColumns } from '../use-columns.ts'

/** What a speaker is called, and the names of the readings that are theirs, each of which can be taken out again. */
export function SpeakerHead(props: {
  readonly line: SpeakerLine
  readonly of: SpeakerRef
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
  readonly perform: EditedColumns['perform']
}): ReactNode {
  const { line, of, isChosen, onChoose, perform } = props
  const { t } = useShell()
  const { case: known, name, speakers } = line
  const isPlain = speakers.length === 1 && speakers[0] === name
  return (
    <div className="speaker-head">
      <input
        type="checkbox"
        aria-label={t('speakers.choose', { name })}
        checked={isChosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <div className="speaker-names">
        <Cell
          label={t('speakers.nameOf', { name })}
          value={name}
          onSave={async (to) => {
            await perform((state, world) => renameCase(state, { of, name: to }, world))
          }}
        />
        {known !== null && !isPlain && (
          <div className="speaker-others">
            {speakers.map((speaker) =>
              speakers.length === 1 ? (
                <span key={speaker} className="badge">
                  {speaker}
                </span>
              ) : (
                <button
                  key={speaker}
                  type="button"
                  className="badge"
                  aria-label={t('speakers.split', { speaker })}
                  title={t('speakers.split', { speaker })}
                  onClick={() => void perform((state, world) => splitCase(state, { caseId: known.id, speaker }, world))}
                >
                  {speaker}
                  <Icon name="close" />
                </button>
              ),
            )}
          </div>
        )}
      </div>
      {known !== null && (
        <IconButton
          icon="trash"
          label={t('speakers.remove', { name })}
          isSkipped
          onClick={() => void perform((state, world) => removeCase(state, { caseId: known.id }, world))}
        />
      )}
    </div>
  )
}
