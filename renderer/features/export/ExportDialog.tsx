import { type ReactNode, useMemo, useState } from 'react'
import { exportCodings } from '#renderer/commands/export-codings.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { inTreeOrder } from '#shared/codebook/tree.ts'
import type { CsvOptions } from '#shared/formats/export-request.ts'
import { presentSources } from '#shared/journal/present.ts'
import { codeList } from '#shared/journal/state.ts'
import type { CodeId, SourceId } from '#shared/model/ids.ts'
import { CheckList } from './CheckList.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { useExportThread } from './use-export-thread.ts'

/** What goes into the CSV, with the first rows as they will be written. */
export function ExportDialog(): ReactNode {
  const { t, desk } = useShell()
  const state = useProject((session) => session.state)
  const [byteOrderMark, setByteOrderMark] = useState(true)
  const [escapeFormulas, setEscapeFormulas] = useState(false)
  const [codeIds, setCodeIds] = useState<readonly CodeId[] | null>(null)
  const [sourceIds, setSourceIds] = useState<readonly SourceId[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { thread, letGo, preview } = useExportThread({ codeIds, sourceIds })
  const sources = useMemo(() => (state === null ? [] : presentSources(state)), [state])
  const sourceItems = useMemo(
    () =>
      sources.map(({ id, name, archivedAt }) => ({
        id,
        label: archivedAt === undefined ? name : t('export.archived', { source: name }),
        depth: 0,
      })),
    [sources, t],
  )
  const codeItems = useMemo(
    () =>
      (state === null ? [] : inTreeOrder(codeList(state)))
        .filter((row) => row.code.isCodable)
        .map((row) => ({ id: row.code.id, label: row.code.name, depth: row.depth - 1 })),
    [state],
  )
  const archived = sources.filter(({ archivedAt }) => archivedAt !== undefined).length
  const close = (): void => desk.workbench.setState({ dialog: null })
  const save = (): void => {
    if (thread === null) return
    const options: CsvOptions = { byteOrderMark, escapeFormulas, codeIds, sourceIds }
    void exportCodings(desk, thread, options, () => {
      letGo()
      close()
    }).then(setProblem)
  }
  return (
    <Dialog title={t('export.title')} closeLabel={t('common.close')} size="large" onClose={close}>
      <div className="dialog-body export">
        <div className="export-choices">
          <CheckList
            title={t('export.sources')}
            allLabel={t('export.all')}
            items={sourceItems}
            chosen={sourceIds}
            onChange={setSourceIds}
          />
          <CheckList
            title={t('export.codes')}
            allLabel={t('export.all')}
            items={codeItems}
            chosen={codeIds}
            onChange={setCodeIds}
          />
        </div>
        {archived > 0 && <p className="hint">{t('export.archivedToo', { count: archived })}</p>}
        <label className="check">
          <input type="checkbox" checked={byteOrderMark} onChange={(event) => setByteOrderMark(event.target.checked)} />
          <span>{t('export.byteOrderMark')}</span>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={escapeFormulas}
            onChange={(event) => setEscapeFormulas(event.target.checked)}
          />
          <span>{t('export.escapeFormulas')}</span>
        </label>
        {problem !== null && (
          <p className="problem" role="alert">
            {t('notice.exportFailed', { detail: problem })}
          </p>
        )}
        {preview === null ? <p className="hint">{t('busy.opening')}</p> : <PreviewTable preview={preview} />}
      </div>
      <footer className="dialog-foot">
        <button type="button" onClick={close}>
          {t('common.cancel')}
        </button>
        <button type="button" className="primary" onClick={save}>
          {t('export.save')}
        </button>
      </footer>
    </Dialog>
  )
}
