import type { ReactNode } from 'react'
import { deleteCode, deletionOf } from '#renderer/commands/acts/delete-code.ts'
import { moveCode } from '#renderer/commands/acts/move-code.ts'
import { act } from '#renderer/commands/desk.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Icon } from '#renderer/ui/Icon.tsx'
import { canMoveUnder, codePath, inTreeOrder } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { useSave } from '../dialog-save.ts'
import { MemoField } from '../MemoField.tsx'
import { MemoMentions } from '../MemoMentions.tsx'
import { CodeColours } from './CodeColours.tsx'
import { CodeNameRow } from './CodeNameRow.tsx'
import { CodePassages } from './CodePassages.tsx'
import { CodeTexts } from './CodeTexts.tsx'
import { PartNamesField } from './PartNamesField.tsx'

/** All that is said of one code, each part saved as it is left, each change an act of its own. */
export function CodeDialog({ codeId }: { readonly codeId: CodeId }): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const { save, problem } = useSave()
  const code = project?.codes.get(codeId)
  const close = (): void => desk.workbench.setState({ dialog: null })
  if (project === null || code === undefined) return null
  const codes = codeList(project)
  const going = deletionOf(project, codeId)
  return (
    <Dialog title={codePath(codes, codeId).join(' › ')} closeLabel={t('common.close')} onClose={close}>
      <div className="dialog-body form">
        {problem !== null && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <CodeNameRow code={code} save={save} />
        <CodeColours code={code} codes={codes} save={save} />
        {code.family !== null && (
          <div>
            <button type="button" onClick={() => desk.workbench.setState({ dialog: { kind: 'family', codeId } })}>
              {t('family.open', { count: code.family.fields.length })}
            </button>
          </div>
        )}
        <CodeTexts code={code} save={save} />
        <PartNamesField code={code} save={save} />
        <CodePassages project={project} codeId={codeId} />
        <MemoField target={{ kind: 'code', id: codeId }} label={t('memo.title')} />
        <MemoMentions links={[{ kind: 'code', id: codeId }]} />
        {code.parentId !== null && (
          <ChoiceField
            label={t('code.parent')}
            value={code.parentId}
            choices={inTreeOrder(codes)
              .filter((row) => row.code.id === code.parentId || canMoveUnder(codes, codeId, row.code.id))
              .map((row) => ({ value: row.code.id, label: `${'\u2003'.repeat(row.depth)}${row.code.name}` }))}
            onChoose={(parentId) => save((state) => moveCode(state, { codeId, parentId: parentId as CodeId }))}
          />
        )}
      </div>
      <footer className="dialog-foot">
        <button
          type="button"
          className="danger"
          onClick={() => {
            close()
            void act(desk, (state) => deleteCode(state, { codeId }))
          }}
        >
          <Icon name="trash" />
          {going.codings === 0 && going.codes === 1
            ? t('code.delete')
            : `${t('code.delete')} · ${t('code.deleteCodes', { count: going.codes })} · ${t('code.deleteCodings', { count: going.codings })}`}
        </button>
        <button type="button" className="primary" onClick={close}>
          {t('common.done')}
        </button>
      </footer>
    </Dialog>
  )
}
