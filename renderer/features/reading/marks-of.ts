import type { Mark, MarkFamily } from '#renderer/editor/mark.ts'
import { childrenOf, rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { extentOf, type Segment } from '#shared/model/segment.ts'

/** What a mark was made of; while none of it has changed, neither has the mark. */
interface Known {
  readonly segment: Segment
  readonly code: Code
  readonly family: MarkFamily
  readonly mark: Mark
}

const known = new WeakMap<Coding, Known>()
const familiesOf = new WeakMap<readonly Code[], Map<Code, MarkFamily>>()

/**
 * The codings of a source as the view draws them, those of them that `isShown` says. Records are never
 * changed in place, so marks are made once for a coding and found again: what is new among 10,000 can be
 * told by identity.
 */
export function marksToDraw(
  state: ProjectState,
  sourceId: SourceId,
  isShown: (coding: Coding, segment: Segment) => boolean,
): readonly Mark[] {
  const { codings, segments } = marksOf(state, sourceId)
  const familyOf = familyFinder(codeList(state))
  const marks: Mark[] = []
  for (const coding of codings.values()) {
    const segment = segments.get(coding.segmentId)
    const code = state.codes.get(coding.codeId)
    if (segment !== undefined && code !== undefined && isShown(coding, segment)) {
      marks.push(markOf(coding, segment, code, familyOf(code)))
    }
  }
  return marks
}

function markOf(coding: Coding, segment: Segment, code: Code, family: MarkFamily): Mark {
  const before = known.get(coding)
  if (before?.segment === segment && before.code === code && before.family === family) return before.mark
  const mark: Mark = {
    id: coding.id,
    codeId: code.id,
    spans: segment.anchors.map((anchor) => anchor.span),
    extent: extentOf(segment),
    colour: code.colour,
    manner: family.manner,
    name: code.name,
    family,
  }
  known.set(coding, { segment, code, family, mark })
  return mark
}

function familyFinder(codes: readonly Code[]): (code: Code) => MarkFamily {
  let families = familiesOf.get(codes)
  if (families === undefined) {
    families = new Map()
    familiesOf.set(codes, families)
  }
  const found = families
  return (code) => {
    let family = found.get(code)
    if (family !== undefined) return family
    const root = rootOf(codes, code.id) ?? code
    family = found.get(root) ?? {
      place: Math.max(0, childrenOf(codes, null).indexOf(root)),
      name: root.name,
      colour: root.colour,
      manner: root.family?.manner ?? 'tint',
    }
    found.set(root, family)
    found.set(code, family)
    return family
  }
}
