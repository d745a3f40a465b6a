import type { ReactNode } from 'react'
import { removeImported } from '#renderer/commands/acts/source-acts.ts'
import { act } from '#renderer/commands/desk.ts'
import { groupRows, isDoubtful, type ReportRow } from '#renderer/commands/import-report.ts'
import { openSource } from '#renderer/commands/open-source.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { ImportFailure } from '#shared/bridge.ts'
import { MOST_FILES } from '#shared/importable-files.ts'
import { isSourcePresent } from '#shared/journal/present.ts'
import type { SourceId } from '#shared/model/ids.ts'

/** What became of each file of an import, what wants looking at first. */
export function ImportReportDialog(): ReactNode {
  const { t, desk, language } = useShell()
  const report = useWorkbench((state) => state.report)
  if (report === null) return null
  const close = (): void => desk.workbench.setState({ dialog: null, report: null })
  const groups = groupRows(report.rows)
  const added = report.rows.flatMap(({ result }) => (result.kind === 'imported' ? [result.sourceId] : []))
  const isBad = groups.imported.length + groups.doubtful.length + groups.there.length === 0
  const sections = [
    ['import.failedCount', groups.failed],
    ['import.doubtfulCount', groups.doubtful],
    ['import.thereCount', groups.there],
    ['import.importedCount', groups.imported],
  ] as const
  return (
    <Dialog
      title={t(isBad ? 'import.failed' : 'import.report')}
      closeLabel={t('common.close')}
      isAlert={isBad}
      onClose={close}
    >
      {/* The keyboard begins here, where it can scroll and where Enter does nothing that was not meant. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="dialog-body import-report" data-first tabIndex={0} aria-label={t('import.report')}>
        {report.stopped > 0 && <p>{t('import.stopped', { count: report.stopped })}</p>}
        {report.isCut && <p>{t('import.cut', { most: MOST_FILES.toLocaleString(language) })}</p>}
        {sections.map(
          ([title, rows]) =>
            rows.length > 0 && (
              <section key={title} aria-label={t(title, { count: rows.length })}>
                <h3>{t(title, { count: rows.length })}</h3>
                <ul className="failures">
                  {rows.map((row, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two files of one folder may have one name; rows never move
                    <Row key={index} row={row} />
                  ))}
                </ul>
              </section>
            ),
        )}
        {report.passedOver > 0 && <p className="hint">{t('import.passedOver', { count: report.passedOver })}</p>}
        {groups.failed.length > 0 && <p className="hint">{t('import.nothingKept')}</p>}
      </section>
      <footer className="dialog-foot">
        {added.length > 1 && (
          <button
            type="button"
            onClick={() => {
              close()
              void act(desk, (state) => removeImported(state, { sourceIds: added }))
            }}
          >
            {t('import.takeBack', { count: added.length })}
          </button>
        )}
        <button type="button" className="primary" onClick={close}>
          {t('common.done')}
        </button>
      </footer>
    </Dialog>
  )
}

function Row({ row }: { readonly row: ReportRow }): ReactNode {
  const { t, desk } = useShell()
  const { fileName, folder, result } = row
  const sourceId = result.kind === 'imported' || result.kind === 'there' ? result.sourceId : null
  const sourceName = useProject(({ state }) =>
    sourceId === null || !isSourcePresent(state, sourceId) ? null : state.sources.get(sourceId)?.name,
  )
  const open = (id: SourceId): void => {
    desk.workbench.setState({ report: null })
    void openSource(desk, id)
  }
  return (
    <li>
      <div className="import-row">
        <p>
          <strong>{fileName}</strong>
          {folder !== '' && <span className="import-folder">{folder}</span>}
        </p>
        {sourceId !== null && sourceName != null && (
          <span className="import-acts">
            {result.kind === 'imported' && isDoubtful(result) && (
              <button
                type="button"
                aria-label={t('import.chooseEncodingOf', { file: fileName })}
                onClick={() =>
                  desk.workbench.setState({ dialog: { kind: 'encoding', question: { kind: 'source', sourceId } } })
                }
              >
                {t('import.chooseEncoding')}
              </button>
            )}
            <button type="button" aria-label={t('import.open', { file: fileName })} onClick={() => open(sourceId)}>
              {t('import.openIt')}
            </button>
          </span>
        )}
      </div>
      <Words row={row} sourceName={sourceName ?? null} />
    </li>
  )
}

/** What there is to say of a file beyond its name. */
function Words({ row: { result }, sourceName }: { readonly row: ReportRow; readonly sourceName: string | null }) {
  const { t } = useShell()
  switch (result.kind) {
    case 'failed':
      return (
        <>
          <span>{t(`import.${result.failure.reason}`)}</span>
          {isForReaders(result.failure) && <code>{result.failure.detail}</code>}
        </>
      )
    case 'not-saved':
      return (
        <>
          <span>{t('import.notSaved')}</span>
          {result.detail !== '' && <code>{result.detail}</code>}
        </>
      )
    case 'there':
      return sourceName === null ? null : <span>{t('import.is', { source: sourceName })}</span>
    case 'imported': {
      const encoding = result.encoding.toUpperCase()
      return (
        <>
          {result.certainty === 'unsure' && <span>{t('import.unsure', { encoding })}</span>}
          {result.undecodable > 0 && <span>{t('import.undecodable', { count: result.undecodable, encoding })}</span>}
        </>
      )
    }
  }
}

/** A format's name helps; the system's own words do only where ours say no more than that it failed. */
function isForReaders({ reason, detail }: ImportFailure): boolean {
  if (reason === 'not-text') return /^\p{Lu}/u.test(detail)
  return (reason === 'importer-failed' || reason === 'not-readable') && detail !== ''
}
