import {
  colourOf,
  type LaidOut,
  layOut,
  type PeerCoding,
  type PeerSubject,
  type PeerText,
  rangeOf,
} from './peer-subject.ts'

/** Plain paragraphs and one CSS highlight a code, every range registered: what a page costs without any program. */
export function floorSubject(scroller: HTMLElement, root: HTMLElement, { paragraphs, codings }: PeerText): PeerSubject {
  let laidOut: LaidOut = { nodes: [], starts: [] }
  const highlights = new Map<number, Highlight>()
  const ranges = new Map<string, { readonly code: number; readonly range: StaticRange }>()
  const style = document.createElement('style')
  const names = new Map<number, string>()
  let spare = 0

  const put = (id: string, coding: PeerCoding): void => {
    const range = rangeOf(
      laidOut,
      coding,
      (startContainer, startOffset, endContainer, endOffset) =>
        new StaticRange({ startContainer, startOffset, endContainer, endOffset }),
    )
    let highlight = highlights.get(coding.code)
    if (highlight === undefined) {
      highlight = new Highlight()
      highlights.set(coding.code, highlight)
      names.set(coding.code, `code-${coding.code}`)
      CSS.highlights.set(`code-${coding.code}`, highlight)
    }
    highlight.add(range)
    ranges.set(id, { code: coding.code, range })
  }
  const done = Promise.resolve()
  return {
    scroller,
    open: () => {
      style.textContent = Array.from(
        { length: 60 },
        (_, code) => `::highlight(code-${code}) { background: ${colourOf(code)}4d }`,
      ).join('\n')
      document.head.append(style)
      laidOut = layOut(root, paragraphs)
      for (const [index, coding] of codings.entries()) put(String(index), coding)
      return done
    },
    add: (id, coding) => {
      put(id, coding)
      return done
    },
    remove: (id) => {
      const found = ranges.get(id)
      if (found !== undefined) highlights.get(found.code)?.delete(found.range)
      ranges.delete(id)
      return done
    },
    // A highlight that moves to another name costs less than a rule that is changed.
    recolour: (code) => {
      const highlight = highlights.get(code)
      if (highlight === undefined) return done
      CSS.highlights.delete(names.get(code) ?? '')
      spare = (spare + 1) % 30
      names.set(code, `code-${30 + spare}`)
      CSS.highlights.set(`code-${30 + spare}`, highlight)
      return done
    },
    hit: (x, y) => {
      const range = document.caretRangeFromPoint(x, y)
      if (range === null) return []
      return codings.filter((coding) =>
        rangeOf(
          laidOut,
          coding,
          (from, fromOffset, to, toOffset) =>
            from === to &&
            from === range.startContainer &&
            fromOffset <= range.startOffset &&
            range.startOffset < toOffset,
        ),
      )
    },
    jump: (index) => {
      const coding = codings[index]
      if (coding === undefined) return done
      rangeOf(laidOut, coding, (from) => from.parentElement?.scrollIntoView({ block: 'center' }))
      return done
    },
  }
}
