import type { ReactNode } from 'react'
import { addCode } from '#renderer/commands/acts/add-code.ts'
import { codeCounts } from '#renderer/commands/code-counts.ts'
import { useShell } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { useSave } from '../dialog-save.ts'
import { CodeSelect } from './CodeSelect.tsx'
import { NewNameField } from './NewNameField.tsx'

/** A digit assigns to each, so there are no more. */
const MOST = 9

/** Which code is split, and into which: new ones beside it, or ones that are there. */
export function SplitTargets(props: {
  readonly project: ProjectState
  readonly fromId: CodeId | null
  readonly targets: readonly CodeId[]
  readonly onFrom: (id: CodeId | null) => void
  readonly onTargets: (ids: readonly CodeId[]) => void
  readonly onBegin: () => void
}): ReactNode {
  const { project, fromId, targets, onFrom, onTargets, onBegin } = props
  const { t } = useShell()
  const { save, problem } = useSave()
  const codes = codeList(project)
  const from = fromId === null ? undefined : project.codes.get(fromId)
  const count = fromId === null ? 0 : (codeCounts(project, null).get(fromId) ?? 0)
  const isFull = targets.length >= MOST
  const add = async (name: string): Promise<boolean> => {
    let made: CodeId | null = null
    const isDone = await save((state, world) => {
      const result = addCode(state, { parentId: from?.parentId ?? null, name }, world)
      if (!('refused' in result)) made = (result.changes[0]?.after?.id ?? null) as CodeId | null
      return result
    })
    if (isDone && made !== null) onTargets([...targets, made])
    return isDone
  }
  return (
    <>
      <div className="dialog-body form">
        {problem !== null && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <CodeSelect
          label={t('split.from')}
          codes={codes}
          value={fromId}
          onChoose={(id) => {
            onFrom(id)
            onTargets(targets.filter((target) => target !== id))
          }}
        />
        {from !== undefined && (
          <>
            <p className="hint">{t('split.hint', { count })}</p>
            {targets.length > 0 && (
              <ol className="split-targets">
                {targets.map((id, index) => (
                  <li key={id}>
                    <kbd>{index + 1}</kbd>
                    <CodeSwatch
                      colour={project.codes.get(id)?.colour ?? 'grey'}
                      manner={rootOf(codes, id)?.family?.manner ?? 'tint'}
                    />
                    <span className="code-name">{project.codes.get(id)?.name}</span>
                    <IconButton
                      icon="close"
                      label={t('split.without', { code: project.codes.get(id)?.name ?? '' })}
                      onClick={() => onTargets(targets.filter((target) => target !== id))}
                    />
                  </li>
                ))}
              </ol>
            )}
            {!isFull && <NewNameField label={t('split.new')} action={t('split.add')} onAdd={add} />}
            {!isFull && (
              <CodeSelect
                label={t('split.existing')}
                codes={codes.filter(({ id }) => !targets.includes(id))}
                value={null}
                besides={fromId}
                onChoose={(id) => {
                  if (id !== null) onTargets([...targets, id])
                }}
              />
            )}
          </>
        )}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="primary" disabled={targets.length === 0 || count === 0} onClick={onBegin}>
          {t('split.begin', { count })}
        </button>
      </footer>
    </>
  )
}
