import type { Change } from '#shared/journal/change.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { ReadingEditId, SourceId } from '#shared/model/ids.ts'
import type { ReadingChange } from '#shared/model/reading-edit.ts'
import { casesFollowing } from './case-acts.ts'
import { type ActResult, type ActWorld, MissingRecord, refuse } from './refusal.ts'

/** A correction of one source's reading. */
export interface SourceCorrection {
  readonly sourceId: SourceId
  readonly change: ReadingChange
}

/** What each correction is called in the history. */
const NAMES: Readonly<Record<ReadingChange['kind'], MessageKey>> = {
  label: 'act.markLabel',
  'no-label': 'act.unmarkLabel',
  split: 'act.splitParagraph',
  join: 'act.joinParagraphs',
  'set-aside': 'act.setAside',
  'bring-back': 'act.bringBack',
  speakers: 'act.nameSpeakers',
  'turn-speaker': 'act.setTurnSpeaker',
  'speaker-role': 'act.setSpeakerRole',
  'turn-role': 'act.setTurnRole',
  exchange: 'act.moveExchange',
  confirmed: 'act.confirmReading',
}

/** As these are called in several sources at once; places are counted by the names above. */
const WIDE_NAMES: Readonly<Partial<Record<ReadingChange['kind'], MessageKey>>> = {
  speakers: 'act.nameSpeakersWidely',
  'speaker-role': 'act.setSpeakerRoleWidely',
}

/**
 * Puts corrections upon the readings of sources, as one act. Source texts and codings are not
 * touched. The first correction names the act.
 *
 * @param isLast no other source has the names that are changed: the cases that hold them follow
 */
export function editReading(
  state: ProjectState,
  { corrections, isLast = false }: { corrections: readonly SourceCorrection[]; isLast?: boolean },
  world: ActWorld,
): ActResult {
  const [first] = corrections
  if (first === undefined) return refuse('refusal.nothingToCorrect')
  if (corrections.some(({ change }) => namesNobody(change))) return refuse('refusal.nameEmpty')
  for (const { sourceId } of corrections)
    if (!state.sources.has(sourceId)) throw new MissingRecord(`no source ${sourceId}`)
  const count = countOf(corrections)
  return {
    name: (count > 1 ? WIDE_NAMES[first.change.kind] : undefined) ?? NAMES[first.change.kind],
    values: { count, ...wordsOf(first.change) },
    changes: [
      ...corrections.map(
        ({ sourceId, change }): Change => ({
          kind: 'edit',
          before: null,
          after: {
            id: world.newId() as ReadingEditId,
            sourceId,
            change,
            createdAt: world.at,
            createdBy: world.coderId,
          },
        }),
      ),
      ...(isLast ? casesAfter(state, corrections) : []),
    ],
  }
}

/** How cases follow a renaming; the same renaming in several sources is one. */
function casesAfter(state: ProjectState, corrections: readonly SourceCorrection[]): readonly Change[] {
  const renaming = corrections.find(({ change }) => change.kind === 'speakers')?.change
  return renaming?.kind === 'speakers' ? casesFollowing(state, renaming) : []
}

/** How many places are corrected; of what is said of a speaker, in how many sources. */
function countOf(corrections: readonly SourceCorrection[]): number {
  const spans = corrections.flatMap(({ change }) => ('spans' in change ? change.spans : []))
  return spans.length > 0 ? spans.length : new Set(corrections.map(({ sourceId }) => sourceId)).size
}

function namesNobody(change: ReadingChange): boolean {
  if (change.kind === 'speakers') return change.to.trim() === ''
  return change.kind === 'turn-speaker' && change.speaker.trim() === ''
}

function wordsOf(change: ReadingChange): Readonly<Record<string, string>> {
  if (change.kind === 'speakers')
    return { from: change.names.filter((name) => name !== change.to).join('、'), to: change.to }
  if (change.kind === 'speaker-role' || change.kind === 'turn-speaker') return { speaker: change.speaker }
  return {}
}

/** Takes every correction of a source's reading away: it reads as the recogniser proposes. */
export function resetReading(state: ProjectState, { sourceId }: { sourceId: SourceId }): ActResult {
  const source = state.sources.get(sourceId)
  if (source === undefined) throw new MissingRecord(`no source ${sourceId}`)
  const edits = [...marksOf(state, sourceId).edits.values()]
  if (edits.length === 0) return refuse('refusal.nothingToReset')
  return {
    name: 'act.resetReading',
    values: { source: source.name, count: edits.length },
    // Taken back, they come in the order in which they were made.
    changes: edits.reverse().map((edit): Change => ({ kind: 'edit', before: edit, after: null })),
  }
}
