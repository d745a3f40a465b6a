import type { ReactNode } from 'react'
import { followLink, wordsOf } from '#renderer/commands/text-links.ts'
import { useShell } from '#renderer/features/shell.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Coding } from '#shared/model/coding.ts'
import { extentOf } from '#shared/model/segment.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'

/** Beyond this many one goes by the text. */
const MOST = 200

/** Codings of any source, each with its words; choosing one goes there. */
export function PassageList(props: {
  readonly project: ProjectState
  readonly codings: readonly Coding[]
  readonly withCode?: boolean
  /** What else can be done with a coding of the list. */
  readonly actOf?: (coding: Coding) => ReactNode
}): ReactNode {
  const { project, codings, withCode = false, actOf } = props
  const { t, desk } = useShell()
  const codes = codeList(project)
  const sources = [...project.sources.keys()]
  const rows = codings
    .flatMap((coding) => {
      const segment = marksOf(project, coding.sourceId).segments.get(coding.segmentId)
      const code = project.codes.get(coding.codeId)
      return segment === undefined || code === undefined ? [] : [{ coding, segment, code }]
    })
    .sort(
      (a, b) =>
        sources.indexOf(a.coding.sourceId) - sources.indexOf(b.coding.sourceId) ||
        extentOf(a.segment).start - extentOf(b.segment).start,
    )
  return (
    <>
      <ul className="coding-list passages">
        {rows.slice(0, MOST).map(({ coding, segment, code }) => (
          <li key={coding.id}>
            <button type="button" onClick={() => void followLink(desk, { kind: 'coding', id: coding.id })}>
              {withCode && (
                <CodeSwatch colour={code.colour} manner={rootOf(codes, code.id)?.family?.manner ?? 'tint'} />
              )}
              <span className="coding-list-text">
                {withCode && <span className="coding-list-code">{code.name}</span>}
                <span className="coding-list-quote">{wordsOf(segment)}</span>
                <span className="coding-path">{project.sources.get(coding.sourceId)?.name}</span>
              </span>
            </button>
            {actOf?.(coding)}
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p className="pane-note">{t('inspector.more', { count: rows.length - MOST })}</p>}
    </>
  )
}
