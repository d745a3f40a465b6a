import { type ReactNode, useMemo } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { versionAt } from '#shared/codebook/version-of.ts'
import { presentCodings } from '#shared/journal/present.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { CodebookVersion } from '#shared/model/codebook-version.ts'
import type { CodebookVersionId } from '#shared/model/ids.ts'
import { PassageList } from './PassageList.tsx'

/** The codings that were made while a version was the last one with a name. */
export function VersionCodings(props: {
  readonly project: ProjectState
  readonly versions: readonly CodebookVersion[]
  readonly versionId: CodebookVersionId | null
}): ReactNode {
  const { project, versions, versionId } = props
  const { t } = useShell()
  const codings = useMemo(
    () => [...presentCodings(project)].filter(({ createdAt }) => versionAt(versions, createdAt) === versionId),
    [project, versions, versionId],
  )
  return (
    <details className="version-codings">
      <summary>{t('versions.codingsOf', { count: codings.length })}</summary>
      <PassageList project={project} codings={codings} withCode />
    </details>
  )
}
