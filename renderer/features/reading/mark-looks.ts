import type { Mark, MarkFamily, MarkLooks } from '#renderer/editor/mark.ts'
import { childrenOf, rootOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import type { PlacedCoding } from '#shared/query/placed-codings.ts'

const known = new WeakMap<ProjectState['codes'], MarkLooks>()

/** How the codings of a project look. The same for as long as its codes are. */
export function looksOf(state: ProjectState): MarkLooks {
  let looks = known.get(state.codes)
  if (looks === undefined) {
    looks = looksBy(state.codes, codeList(state))
    known.set(state.codes, looks)
  }
  return looks
}

function looksBy(codes: ProjectState['codes'], list: readonly Code[]): MarkLooks {
  const families = new Map<CodeId, MarkFamily>()
  const familyIn = (code: Code): MarkFamily => {
    const root = rootOf(list, code.id) ?? code
    const family = families.get(root.id) ?? familyOf(root, Math.max(0, childrenOf(list, null).indexOf(root)))
    families.set(root.id, family)
    families.set(code.id, family)
    return family
  }
  const marks = new WeakMap<PlacedCoding, Mark>()
  return {
    drawn(placed) {
      const { coding, segment, extent } = placed
      const code = codes.get(coding.codeId)
      if (code === undefined) return null
      let mark = marks.get(placed)
      if (mark === undefined) {
        const family = families.get(code.id) ?? familyIn(code)
        mark = {
          id: coding.id,
          codeId: code.id,
          spans: segment.anchors.map(({ span }) => span),
          extent,
          colour: code.colour,
          manner: family.manner,
          name: code.name,
          family,
        }
        marks.set(placed, mark)
      }
      return mark
    },
    familyOf({ coding: { codeId } }) {
      const family = families.get(codeId)
      if (family !== undefined) return family
      const code = codes.get(codeId)
      return code === undefined ? null : familyIn(code)
    },
  }
}

function familyOf({ name, colour, family }: Code, place: number): MarkFamily {
  return { place, name, colour, manner: family?.manner ?? 'tint' }
}
