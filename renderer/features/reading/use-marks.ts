import { useMemo, useRef } from 'react'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { type Marks, NO_MARKS } from '#renderer/editor/mark.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { asksAnything, type CodingFilter, codingTest, filterInForce } from '#shared/query/coding-filter.ts'
import { type ShownMarks, shownMarks } from './shown-marks.ts'

/**
 * The codings of the open source that the filter lets through, and the one in hand, so that nobody codes
 * into the dark.
 */
export function useMarks(
  open: OpenSource,
  project: ProjectState | null,
  filter: CodingFilter,
  codingId: CodingId | null,
): Marks {
  const { turns } = open.reading
  // The project's marks and memos say nothing of what the filter asks.
  const { codes, codeSets, coders } = project ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only what the filter asks for
  const isWanted = useMemo(
    () =>
      project === null || !asksAnything(filterInForce(project, filter)) ? null : codingTest(project, filter, turns),
    [codes, codeSets, coders, filter, turns],
  )
  // What is in hand changes nothing while everything is shown.
  const held = isWanted === null ? null : codingId
  const before = useRef<ShownMarks | null>(null)
  return useMemo(() => {
    if (project === null) return NO_MARKS
    before.current = shownMarks({ state: project, sourceId: open.sourceId, isWanted, held }, before.current)
    return before.current
  }, [project, open.sourceId, isWanted, held])
}
