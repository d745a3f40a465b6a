import type { ReactNode } from 'react'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf } from '#shared/journal/state.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'

/** Names are for a glance; the stripes and the list have them all. */
const MOST = 6

/** Which codings stand under the pointer, else at the cursor: below everything, where it covers nothing that is read. */
export function HereLine(): ReactNode {
  const { t } = useShell()
  const project = useProject((session) => session.state)
  const open = useWorkbench((state) => state.open)
  const beside = useWorkbench((state) => state.beside?.open ?? null)
  const here = useWorkbench((state) => state.here)
  if (project === null || here.length === 0) return null
  const shown = [open, beside].flatMap((source) => (source === null ? [] : [marksOf(project, source.sourceId)]))
  const codes = codeList(project)
  const found = here.flatMap((id) => {
    const codeId = shown.find(({ codings }) => codings.has(id))?.codings.get(id)?.codeId
    const code = codeId === undefined ? undefined : project.codes.get(codeId)
    return code === undefined ? [] : [{ id, code }]
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set would be a form's
    <p className="here-line" role="group" aria-label={t('here.label')}>
      {found.slice(0, MOST).map(({ id, code }) => (
        <span key={id} className="here-code">
          <CodeSwatch colour={code.colour} manner={rootOf(codes, code.id)?.family?.manner ?? 'tint'} />
          {code.name}
        </span>
      ))}
      {found.length > MOST && <span>+{found.length - MOST}</span>}
    </p>
  )
}
