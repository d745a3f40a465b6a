import { useMemo } from 'react'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import type { Mark } from '#renderer/editor/mark.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { asksAnything, type CodingFilter, codingTest, filterInForce } from '#shared/query/coding-filter.ts'
import { marksToDraw } from './marks-of.ts'

/**
 * The codings of the open source that the filter lets through, and the one in hand, so that nobody codes
 * into the dark.
 */
export function useMarks(
  open: OpenSource,
  project: ProjectState | null,
  filter: CodingFilter,
  codingId: CodingId | null,
): readonly Mark[] {
  const isFiltering = project !== null && asksAnything(filterInForce(project, filter))
  // What is in hand changes nothing while everything is shown.
  const held = isFiltering ? codingId : null
  return useMemo(() => {
    if (project === null) return []
    if (!isFiltering) return marksToDraw(project, open.sourceId, () => true)
    const isWanted = codingTest(project, filter, open.reading.turns)
    return marksToDraw(project, open.sourceId, (coding, segment) => coding.id === held || isWanted(coding, segment))
  }, [project, open.sourceId, open.reading.turns, filter, isFiltering, held])
}
