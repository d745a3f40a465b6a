import { type ReactNode, useMemo, useState } from 'react'
import { takeAsExample } from '#renderer/commands/codebook-commands.ts'
import { presentCodingsOf } from '#renderer/commands/codings-of.ts'
import { useShell } from '#renderer/features/shell.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { PassageList } from './PassageList.tsx'

/** The passages of a code, each of which can be taken as an example of it. */
export function CodePassages({
  project,
  codeId,
}: {
  readonly project: ProjectState
  readonly codeId: CodeId
}): ReactNode {
  const { t, desk } = useShell()
  const [isOpen, setOpen] = useState(false)
  const codings = useMemo(() => [...presentCodingsOf(project, new Set([codeId]))], [project, codeId])
  if (codings.length === 0) return null
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('code.passages', { count: codings.length })}</summary>
      {isOpen && (
        <PassageList
          project={project}
          codings={codings}
          actOf={({ id, sourceId }) => (
            <button type="button" className="as-example" onClick={() => void takeAsExample(desk, sourceId, id)}>
              {t('code.asExample')}
            </button>
          )}
        />
      )}
    </details>
  )
}
