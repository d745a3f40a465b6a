import { useMemo } from 'react'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useProject } from '#renderer/features/shell.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Code, Family } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodingId } from '#shared/model/ids.ts'
import type { Segment } from '#shared/model/segment.ts'

/** The coding in hand with all that its sections in the inspector speak of. */
export interface CodingInHand {
  readonly project: ProjectState
  readonly open: OpenSource
  readonly coding: Coding
  readonly segment: Segment
  readonly code: Code
  readonly family: Family | null
}

/** Follows a coding of the open source; `null` where it is no longer there. */
export function useCodingInHand(open: OpenSource, codingId: CodingId): CodingInHand | null {
  const project = useProject((session) => session.state)
  return useMemo(() => {
    if (project === null) return null
    const { codings, segments } = marksOf(project, open.sourceId)
    const coding = codings.get(codingId)
    const segment = coding === undefined ? undefined : segments.get(coding.segmentId)
    const code = coding === undefined ? undefined : project.codes.get(coding.codeId)
    if (coding === undefined || segment === undefined || code === undefined) return null
    return { project, open, coding, segment, code, family: rootOf(codeList(project), code.id)?.family ?? null }
  }, [project, open, codingId])
}
