import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { exportCodings, gatherRecords } from '#renderer/commands/export-codings.ts'
import { useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { inTreeOrder } from '#shared/codebook/tree.ts'
import { prepareCodingsTable } from '#shared/formats/codings-table.ts'
import type { CsvOptions, ProjectRecords } from '#shared/formats/export-request.ts'
import type { CodeId, SourceId } from '#shared/model/ids.ts'
import { CheckList } from './CheckList.tsx'

const PREVIEW_ROWS = 8
const PREVIEW_CELL = 60

/** What goes into the CSV, with the first rows as they will be written. */
export function ExportDialog(): ReactNode {
  const { t, desk } = useShell()
  const [records, setRecords] = useState<ProjectRecords | null>(null)
  const [byteOrderMark, setByteOrderMark] = useState(true)
  const [escapeFormulas, setEscapeFormulas] = useState(false)
  const [codeIds, setCodeIds] = useState<readonly CodeId[] | null>(null)
  const [sourceIds, setSourceIds] = useState<readonly SourceId[] | null>(null)
  useEffect(() => {
    void gatherRecords(desk).then(setRecords)
  }, [desk])
  const [problem, setProblem] = useState<string | null>(null)
  const table = useMemo(
    () => (records === null ? null : prepareCodingsTable(records, { codeIds, sourceIds })),
    [records, codeIds, sourceIds],
  )
  const archived = records?.sources.filter(({ source }) => source.archivedAt !== undefined).length ?? 0
  const options: CsvOptions = { byteOrderMark, escapeFormulas, codeIds, sourceIds }
  return (
    <Dialog
      title={t('export.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      {records === null || table === null ? (
        <p className="hint">{t('busy.opening')}</p>
      ) : (
        <>
          <div className="dialog-body export">
            <div className="export-choices">
              <CheckList
                title={t('export.sources')}
                allLabel={t('export.all')}
                items={records.sources.map(({ source }) => ({
                  id: source.id,
                  label: source.archivedAt === undefined ? source.name : t('export.archived', { source: source.name }),
                  depth: 0,
                }))}
                chosen={sourceIds}
                onChange={setSourceIds}
              />
              <CheckList
                title={t('export.codes')}
                allLabel={t('export.all')}
                items={inTreeOrder(records.codes)
                  .filter((row) => row.code.isCodable)
                  .map((row) => ({ id: row.code.id, label: row.code.name, depth: row.depth - 1 }))}
                chosen={codeIds}
                onChange={setCodeIds}
              />
            </div>
            {archived > 0 && <p className="hint">{t('export.archivedToo', { count: archived })}</p>}
            <label className="check">
              <input
                type="checkbox"
                checked={byteOrderMark}
                onChange={(event) => setByteOrderMark(event.target.checked)}
              />
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
            {table.mismatches.length > 0 && (
              <p className="problem" role="alert">
                {t('notice.mismatch', { count: table.mismatches.length })}
              </p>
            )}
            <h3>{t('export.preview', { count: table.total })}</h3>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
            <section className="preview" tabIndex={0} aria-label={t('export.preview', { count: table.total })}>
              <table>
                <thead>
                  <tr>
                    {table.header.map((name) => (
                      <th key={name} scope="col">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.rows(0, PREVIEW_ROWS).map((row) => (
                    <tr key={row.join('\u0000')}>
                      {row.map((cell, column) => (
                        <td key={table.header[column]} className={isOpaque(table.header[column] ?? '') ? 'opaque' : ''}>
                          {shortened(cell)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            {table.total === 0 && <p className="hint">{t('export.nothing')}</p>}
          </div>
          <footer className="dialog-foot">
            <button type="button" onClick={() => desk.workbench.setState({ dialog: null })}>
              {t('common.cancel')}
            </button>
            <button
              type="button"
              className="primary"
              onClick={() => void exportCodings(desk, records, options).then(setProblem)}
            >
              {t('export.save')}
            </button>
          </footer>
        </>
      )}
    </Dialog>
  )
}

/** Ids and hashes are for programs; a glimpse of them is enough. */
function isOpaque(column: string): boolean {
  return column.endsWith('_id') || column.endsWith('sha256')
}

function shortened(cell: string): string {
  const characters = [...cell]
  return characters.length > PREVIEW_CELL ? `${characters.slice(0, PREVIEW_CELL).join('')}…` : cell
}
