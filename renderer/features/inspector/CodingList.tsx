import { type ReactNode, useMemo } from 'react'
import { showCoding } from '#renderer/commands/coding-commands.ts'
import { missingIn } from '#renderer/commands/incomplete.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { codingTest } from '#shared/query/coding-filter.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { quoteOf } from '../coding-words.ts'

/** A list is for finding the way; beyond this many one goes by the text. */
const MOST = 200

/** Codings of the open source in the order in which they stand, or some of them. */
export function CodingList({
  open,
  only,
}: {
  readonly open: OpenSource
  readonly only?: readonly CodingId[]
}): ReactNode {
  const { t, desk, run } = useShell()
  const project = useProject((session) => session.state)
  const filter = useWorkbench((state) => state.filter)
  const rows = useMemo(() => {
    if (project === null) return []
    const { codings, segments } = marksOf(project, open.sourceId)
    const wanted = only === undefined ? [...codings.values()] : only.flatMap((id) => codings.get(id) ?? [])
    const isShown = codingTest(project, filter, open.reading.turns)
    return wanted
      .flatMap((coding) => {
        const segment = segments.get(coding.segmentId)
        const code = project.codes.get(coding.codeId)
        if (segment === undefined || code === undefined || !isShown(coding, segment)) return []
        const extent = extentOf(segment)
        return [{ coding, code, segment, extent, missing: missingIn(project, open.reading, coding, extent) }]
      })
      .sort((a, b) => a.extent.start - b.extent.start || a.extent.end - b.extent.end)
  }, [project, open.sourceId, open.reading, filter, only])
  const incomplete = useMemo(() => rows.filter(({ missing }) => missing.length > 0).length, [rows])
  if (project === null) return null
  if (rows.length === 0) return <p className="hint">{t('inspector.none')}</p>
  const codes = codeList(project)
  return (
    <>
      {only === undefined && (
        <p className="pane-note coding-counts">
          {t('inspector.count', { count: rows.length })}
          {incomplete > 0 && (
            <button type="button" title={t('command.nextIncomplete')} onClick={() => run('next-incomplete-coding')}>
              {t('fields.incompleteCount', { count: incomplete })}
            </button>
          )}
        </p>
      )}
      <ul className="coding-list">
        {rows.slice(0, MOST).map(({ coding, code, segment, missing }) => (
          <li key={coding.id}>
            <button type="button" data-coding={coding.id} onClick={() => showCoding(desk, coding.id)}>
              <CodeSwatch colour={code.colour} manner={rootOf(codes, code.id)?.family?.manner ?? 'tint'} />
              <span className="coding-list-text">
                <span className="coding-list-code">{code.name}</span>
                {missing.length > 0 && (
                  <span className="field-missing">
                    {t('fields.incomplete', { fields: missing.map(({ label }) => label).join(t('common.listComma')) })}
                  </span>
                )}
                <span className="coding-list-quote">{quoteOf(segment.anchors, open)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p className="pane-note">{t('inspector.more', { count: rows.length - MOST })}</p>}
    </>
  )
}
