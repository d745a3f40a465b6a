import { type ReactNode, useMemo, useState } from 'react'
import { DEFINITION_PARTS, type DefinitionPart } from '#renderer/commands/acts/define-code.ts'
import { type MergeOutlook, mergeCodes, mergeOutlook, mergeProblem } from '#renderer/commands/acts/merge-codes.ts'
import { act } from '#renderer/commands/desk.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { codeList } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { CodeSelect } from './CodeSelect.tsx'

/** Makes one code part of another. What will happen stands there before it is done. */
export function MergeDialog({ codeId }: { readonly codeId: CodeId | null }): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const [fromId, setFrom] = useState(codeId)
  const [intoId, setInto] = useState<CodeId | null>(null)
  const codes = project === null ? [] : codeList(project)
  const from = fromId === null ? undefined : project?.codes.get(fromId)
  const into = intoId === null ? undefined : project?.codes.get(intoId)
  const outlook = useMemo(() => {
    if (project === null || from === undefined || into === undefined) return null
    const merging = { fromId: from.id, intoId: into.id }
    const refusal = mergeProblem(project, merging)
    return refusal ?? mergeOutlook(project, merging)
  }, [project, from, into])
  if (project === null) return null
  const close = (): void => {
    desk.workbench.setState({ dialog: null })
    desk.focusPane('codebook')
  }
  const isPossible = outlook !== null && !('refused' in outlook)
  const merge = (): void => {
    if (!isPossible || from === undefined || into === undefined) return
    const labels = Object.fromEntries(DEFINITION_PARTS.map((part) => [part, t(`code.${part}`)])) as Record<
      DefinitionPart,
      string
    >
    const merging = { fromId: from.id, intoId: into.id, labels }
    // The bar that stops it is behind the dialog. Why it could be refused stands here before.
    close()
    void act(desk, (state, world) => mergeCodes(state, merging, world))
  }
  return (
    <Dialog title={t('merge.title')} closeLabel={t('common.close')} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          merge()
        }}
      >
        <div className="dialog-body form">
          <CodeSelect label={t('merge.from')} codes={codes} value={fromId} besides={intoId} onChoose={setFrom} />
          <CodeSelect label={t('merge.into')} codes={codes} value={intoId} besides={fromId} onChoose={setInto} />
          <div className="outlook" role="status">
            {outlook === null || from === undefined || into === undefined ? (
              <p className="hint">{t('merge.choose')}</p>
            ) : 'refused' in outlook ? (
              <p className="problem">{t(outlook.refused, outlook.values)}</p>
            ) : (
              <Outlook outlook={outlook} from={from.name} into={into.name} />
            )}
          </div>
        </div>
        <footer className="dialog-foot">
          <button type="button" onClick={close}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="primary" disabled={!isPossible}>
            {t('merge.do')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

function Outlook(props: { readonly outlook: MergeOutlook; readonly from: string; readonly into: string }): ReactNode {
  const { t } = useShell()
  const { outlook, from, into } = props
  const { codings, duplicates, differing, links, children, sets } = outlook
  return (
    <>
      <ul>
        {(codings > duplicates || codings === 0) && (
          <li>{t('merge.moves', { count: codings - duplicates, from, into })}</li>
        )}
        {duplicates > 0 && <li>{t('merge.duplicates', { count: duplicates })}</li>}
        {differing > 0 && <li>{t('merge.differing', { count: differing })}</li>}
        {links > 0 && <li>{t('merge.links', { count: links })}</li>}
        {children.length > 0 && <li>{t('merge.children', { codes: children.join(t('common.listComma')), into })}</li>}
        {sets.length > 0 && <li>{t('merge.sets', { sets: sets.join(t('common.listComma')), into })}</li>}
        <li>{t('merge.notes', { from, into })}</li>
      </ul>
      <p className="hint">{t('merge.undo')}</p>
    </>
  )
}
