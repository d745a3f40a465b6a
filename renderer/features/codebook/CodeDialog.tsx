import { type ReactNode, useState } from 'react'
import { type DefinitionPart, defineCode } from '#renderer/commands/acts/define-code.ts'
import { deleteCode, deletionOf } from '#renderer/commands/acts/delete-code.ts'
import { moveCode } from '#renderer/commands/acts/move-code.ts'
import { recolourCode } from '#renderer/commands/acts/recolour-code.ts'
import { renameCode } from '#renderer/commands/acts/rename-code.ts'
import { setCodeKey } from '#renderer/commands/acts/set-code-key.ts'
import { setManner } from '#renderer/commands/acts/set-manner.ts'
import { act } from '#renderer/commands/desk.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { Icon } from '#renderer/ui/Icon.tsx'
import { canMoveUnder, codePath, inTreeOrder, rootOf } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import { COLOUR_NAMES, MANNERS } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'

const PARTS: readonly DefinitionPart[] = ['definition', 'include', 'exclude']

/** All that is said of one code, each part saved as it is left, each change an act of its own. */
export function CodeDialog({ codeId }: { readonly codeId: CodeId }): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const [problem, setProblem] = useState<string | null>(null)
  const code = project?.codes.get(codeId)
  const close = (): void => desk.workbench.setState({ dialog: null })
  if (project === null || code === undefined) return null
  const codes = codeList(project)
  const manner = rootOf(codes, codeId)?.family?.manner ?? 'tint'
  const going = deletionOf(project, codeId)
  const save = async (make: Parameters<typeof act>[1]): Promise<boolean> => {
    const outcome = await act(desk, make)
    const isRefused = outcome.kind === 'refused' && outcome.refusal.refused !== 'refusal.sameValue'
    setProblem(isRefused ? t(outcome.refusal.refused, outcome.refusal.values) : null)
    return !isRefused && outcome.kind !== 'failed'
  }
  return (
    <Dialog title={codePath(codes, codeId).join(' › ')} closeLabel={t('common.close')} onClose={close}>
      <div className="dialog-body form">
        {problem !== null && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="form-row">
          <EditableText
            label={t('code.name')}
            value={code.name}
            onSave={(name) => save((state) => renameCode(state, { codeId, name }))}
          />
          {code.isCodable && (
            <div className="key-field">
              <EditableText
                label={t('code.key')}
                value={code.key ?? ''}
                maxLength={2}
                onSave={(key) => save((state) => setCodeKey(state, { codeId, key }))}
              />
            </div>
          )}
        </div>
        <fieldset className="colours">
          <legend>{t('code.colour')}</legend>
          {COLOUR_NAMES.map((colour) => (
            <label key={colour} className="colour-choice" title={t(`colour.${colour}`)}>
              <input
                type="radio"
                name="colour"
                checked={code.colour === colour}
                onChange={() => void save((state) => recolourCode(state, { codeId, colour }))}
              />
              <CodeSwatch colour={colour} manner={manner} />
              <span className="unseen">{t(`colour.${colour}`)}</span>
            </label>
          ))}
        </fieldset>
        {code.family !== null && (
          <fieldset className="colours">
            <legend>{t('code.manner')}</legend>
            {MANNERS.map((choice) => (
              <label key={choice} className="colour-choice">
                <input
                  type="radio"
                  name="manner"
                  checked={manner === choice}
                  onChange={() => void save((state) => setManner(state, { codeId, manner: choice }))}
                />
                <CodeSwatch colour={code.colour} manner={choice} />
                {t(`manner.${choice}`)}
              </label>
            ))}
          </fieldset>
        )}
        {PARTS.map((part) => (
          <EditableText
            key={part}
            label={t(`code.${part}`)}
            value={code[part]}
            rows={part === 'definition' ? 3 : 2}
            savesWhileTyping
            onSave={(text) => save((state) => defineCode(state, { codeId, part, text }))}
          />
        ))}
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
