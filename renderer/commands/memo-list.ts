import { isPresent } from '#shared/journal/present.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import { laterNames } from '#shared/memos/renamed-speakers.ts'
import type { CoderId, SourceId } from '#shared/model/ids.ts'
import { type Memo, type MemoTarget, memoTitle } from '#shared/model/memo.ts'
import { turnAt } from '#shared/transcript/units.ts'
import { turnName } from './memo-subjects.ts'
import { codingOf, linkName, segmentOf } from './text-links.ts'
import type { OpenSource } from './workbench.ts'

/** A memo with what the list says of it. */
export interface MemoRow {
  readonly memo: Memo
  /** What it is about, as it is called now. */
  readonly name: string
  /** What a speaker is called now, where that is something else than `name`. */
  readonly nameNow: string | null
  /** The source that it stands in, for what belongs to one. */
  readonly sourceId: SourceId | null
  /** What it is about is not to be found under that name any more, or in the bin. */
  readonly status: 'there' | 'gone' | 'in-bin'
  readonly title: string
}

/** What of all memos is to be listed. */
export interface MemoFilter {
  readonly words: string
  readonly kind: MemoTarget['kind'] | null
  readonly coderId: CoderId | null
}

const WORDS = 40

/** Every memo of the project, the last changed first. `texts` are source texts, of those that are known. */
export function memoRows(
  state: ProjectState,
  open: OpenSource | null,
  texts: ReadonlyMap<SourceId, string>,
): readonly MemoRow[] {
  return [...state.memos.values()]
    .sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : a.modifiedAt > b.modifiedAt ? -1 : a.id < b.id ? -1 : 1))
    .map((memo) => ({ memo, title: memoTitle(memo.text), ...describe(state, open, texts, memo.target) }))
}

/** Those rows that fit: every word that is asked for stands in the memo or in the name of what it is about. */
export function rowsThatFit(rows: readonly MemoRow[], { words, kind, coderId }: MemoFilter): readonly MemoRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ memo, name, nameNow }) => {
    if (kind !== null && memo.target.kind !== kind) return false
    if (coderId !== null && memo.createdBy !== coderId) return false
    const text = `${name}\n${nameNow ?? ''}\n${memo.text}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

function describe(
  state: ProjectState,
  open: OpenSource | null,
  texts: ReadonlyMap<SourceId, string>,
  target: MemoTarget,
): Pick<MemoRow, 'name' | 'nameNow' | 'sourceId' | 'status'> {
  switch (target.kind) {
    case 'project':
      return { name: state.project.name, nameNow: null, sourceId: null, status: 'there' }
    case 'speaker':
      return { ...speakerNow(state, open, target.name), sourceId: null }
    case 'turn': {
      const { sourceId, start } = target
      const turn = open?.sourceId === sourceId ? turnAt(open.reading, start) : null
      const isGone = open?.sourceId === sourceId && turn === null
      const name =
        turn === null || open === null ? beginning(texts.get(sourceId) ?? '', start) : turnName(open.reading, turn)
      return { name, nameNow: null, sourceId, status: isGone ? 'gone' : statusOf(state, sourceId) }
    }
    case 'code':
      return { name: linkName(state, target) ?? '', nameNow: null, sourceId: null, status: 'there' }
    default: {
      const sourceId =
        target.kind === 'source'
          ? target.id
          : target.kind === 'segment'
            ? (segmentOf(state, target.id)?.sourceId ?? null)
            : (codingOf(state, target.id)?.segment.sourceId ?? null)
      const name = linkName(state, target)
      const status = name === null ? 'gone' : sourceId === null ? 'there' : statusOf(state, sourceId)
      return { name: name ?? '', nameNow: null, sourceId, status }
    }
  }
}

function statusOf(state: ProjectState, sourceId: SourceId): MemoRow['status'] {
  const source = state.sources.get(sourceId)
  if (source === undefined) return 'gone'
  return isPresent(source) ? 'there' : 'in-bin'
}

/** What can be known of a speaker without reading every source: of one source that is the whole of it. */
function speakerNow(
  state: ProjectState,
  open: OpenSource | null,
  name: string,
): Pick<MemoRow, 'name' | 'nameNow' | 'status'> {
  if (open === null || open.reading.speakers.includes(name)) return { name, nameNow: null, status: 'there' }
  const later = [...laterNames(state, name)]
  const nameNow = later.find((one) => open.reading.speakers.includes(one)) ?? later.at(-1) ?? null
  return { name, nameNow, status: nameNow === null && state.sources.size === 1 ? 'gone' : 'there' }
}

function beginning(text: string, start: number): string {
  return [...text.slice(start, start + 2 * WORDS).replace(/\s+/g, ' ')].slice(0, WORDS).join('')
}
