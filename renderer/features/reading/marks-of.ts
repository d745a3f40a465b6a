import type { Mark } from '#renderer/editor/mark.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'

/** The codings of a source as the view draws them. */
export function marksToDraw(state: ProjectState, sourceId: SourceId): readonly Mark[] {
  const { codings, segments } = marksOf(state, sourceId)
  const codes = codeList(state)
  return [...codings.values()].flatMap((coding): Mark[] => {
    const segment = segments.get(coding.segmentId)
    const code = state.codes.get(coding.codeId)
    if (segment === undefined || code === undefined) return []
    return [
      {
        id: coding.id,
        spans: segment.anchors.map((anchor) => anchor.span),
        extent: extentOf(segment),
        colour: code.colour,
        manner: rootOf(codes, code.id)?.family?.manner ?? 'tint',
        name: code.name,
      },
    ]
  })
}
