import type { ProjectState } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import type { Link } from '#shared/model/link.ts'

/** The links that a coding has a part in. */
export interface CodingLinks {
  readonly outgoing: readonly Link[]
  readonly incoming: readonly Link[]
}

type Table = ReadonlyMap<unknown, Link>
type ByCoding = ReadonlyMap<CodingId, readonly Link[]>
interface Ends {
  readonly from: ByCoding
  readonly to: ByCoding
}

const known = new WeakMap<Table, Ends>()

/**
 * The links from and to a coding, from whatever source. Each source's links are sorted by their ends
 * once for as long as they do not change, so that asking costs a look into each source.
 */
export function linksOf(state: Pick<ProjectState, 'marks'>, codingId: CodingId): CodingLinks {
  const outgoing: Link[] = []
  const incoming: Link[] = []
  for (const { links } of state.marks.values()) {
    if (links.size === 0) continue
    const { from, to } = endsOf(links)
    outgoing.push(...(from.get(codingId) ?? []))
    incoming.push(...(to.get(codingId) ?? []))
  }
  return { outgoing, incoming }
}

function endsOf(links: Table): Ends {
  let ends = known.get(links)
  if (ends === undefined) {
    ends = { from: byEnd(links, 'from'), to: byEnd(links, 'to') }
    known.set(links, ends)
  }
  return ends
}

function byEnd(links: Table, end: 'from' | 'to'): ByCoding {
  const found = new Map<CodingId, Link[]>()
  for (const link of links.values()) {
    const there = found.get(link[end])
    if (there === undefined) found.set(link[end], [link])
    else there.push(link)
  }
  return found
}
