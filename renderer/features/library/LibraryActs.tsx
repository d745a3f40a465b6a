import type { ReactNode } from 'react'
import { archiveSources, binSources, restoreSources, unarchiveSources } from '#renderer/commands/acts/library-acts.ts'
import type { MakeAct } from '#renderer/commands/acts/refusal.ts'
import { removeSources } from '#renderer/commands/acts/source-acts.ts'
import { act } from '#renderer/commands/desk.ts'
import { openSource } from '#renderer/commands/open-source.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { isPresent } from '#shared/journal/present.ts'
import type { SourceId } from '#shared/model/ids.ts'

/** What can be done with the chosen documents. */
export function LibraryActs(props: {
  readonly chosen: readonly SourceId[]
  readonly isBin: boolean
  readonly binned: number
  readonly canRename: boolean
  readonly onAsk: (what: 'rename' | 'group' | 'duplicate') => void
  readonly onDone: () => void
}): ReactNode {
  const { chosen, isBin, binned, canRename, onAsk, onDone } = props
  const { t, desk } = useShell()
  const sources = useProject(({ state }) => state.sources)
  const isArchived = chosen.length > 0 && chosen.every((id) => sources?.get(id)?.archivedAt !== undefined)
  const [first] = chosen
  const perform = (make: MakeAct): void => {
    void act(desk, make).then(onDone)
  }
  const button = (label: string, key: string | undefined, isOn: boolean, onClick: () => void): ReactNode => (
    <button
      type="button"
      disabled={!isOn}
      title={key === undefined ? undefined : `${label} (${key})`}
      onClick={onClick}
    >
      {label}
    </button>
  )
  const isAny = chosen.length > 0
  return (
    <fieldset className="library-acts" aria-label={t('library.acts')}>
      <span className="library-chosen">{t('library.chosen', { count: chosen.length })}</span>
      {isBin ? (
        <>
          {button(t('library.restore'), 'Enter', isAny, () =>
            perform((state) => restoreSources(state, { sourceIds: chosen })),
          )}
          {button(t('library.emptyBin'), undefined, binned > 0, () =>
            perform((state) => {
              const binnedNow = [...state.sources.values()].filter((source) => !isPresent(source))
              return removeSources(state, { sourceIds: binnedNow.map(({ id }) => id) })
            }),
          )}
        </>
      ) : (
        <>
          {button(t('library.openIt'), 'Enter', first !== undefined && chosen.length === 1, () => {
            if (first !== undefined) void openSource(desk, first)
          })}
          {button(t('library.rename'), 'F2', canRename, () => onAsk('rename'))}
          {button(t('library.group'), 'G', isAny, () => onAsk('group'))}
          {button(t('library.duplicate'), 'D', chosen.length === 1, () => onAsk('duplicate'))}
          {button(t(isArchived ? 'library.unarchive' : 'library.archive'), undefined, isAny, () =>
            perform((state, world) =>
              isArchived
                ? unarchiveSources(state, { sourceIds: chosen })
                : archiveSources(state, { sourceIds: chosen }, world),
            ),
          )}
          {button(t('library.bin'), 'Delete', isAny, () =>
            perform((state, world) => binSources(state, { sourceIds: chosen }, world)),
          )}
        </>
      )}
    </fieldset>
  )
}
