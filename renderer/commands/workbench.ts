import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Act } from '#shared/journal/entry.ts'
import type { KeyChanges } from '#shared/keymap/keymap.ts'
import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { CodeId, CodingId, SourceId } from '#shared/model/ids.ts'
import type { LinkRelation } from '#shared/model/link.ts'
import type { MemoTarget } from '#shared/model/memo.ts'
import type { SourceStructure } from '#shared/model/source-structure.ts'
import type { TextSpan, Utf16Offset } from '#shared/model/text-span.ts'
import { type CodingFilter, NO_FILTER } from '#shared/query/coding-filter.ts'
import type { SourceSummary } from '#shared/sources/source-summary.ts'
import type { LineIndex } from '#shared/text/line-index.ts'
import type { DirectedSelection } from '#shared/transcript/extend-selection.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import type { AlikeOffer } from './alike-offer.ts'
import type { ParkedPane } from './beside.ts'
import type { EncodingQuestion } from './import-encoding.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportRun } from './import-run.ts'
import type { LongWork } from './long-work.ts'
import type { MemoSubject } from './memo-subjects.ts'
import type { ProjectSession } from './project-session.ts'
import type { Summing } from './summaries.ts'

/** The source on the screen. */
export interface OpenSource {
  readonly sourceId: SourceId
  readonly text: string
  readonly structure: SourceStructure
  /** What the recogniser makes of it. */
  readonly proposed: Reading
  /** That, with the edits that were put upon it; shown unless the reading is switched off. */
  readonly reading: Reading
  /** Finds source lines. */
  readonly lines: LineIndex
  /** Each source line as it is. */
  readonly asIs: () => Reading
  /** Where the reader was when the source was opened. */
  readonly place: number | null
}

/** What stands in front of everything else. */
export type Dialog =
  | { readonly kind: 'choose-code'; readonly recoding: CodingId | null }
  | { readonly kind: 'name-part'; readonly codingId: CodingId; readonly index: number }
  | { readonly kind: 'link-target' }
  | { readonly kind: 'links' }
  | { readonly kind: 'projects' }
  | { readonly kind: 'library' }
  | { readonly kind: 'new-project' }
  | { readonly kind: 'export' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'history' }
  | { readonly kind: 'variables' }
  | { readonly kind: 'speakers' }
  | { readonly kind: 'turn'; readonly at: Utf16Offset }
  | { readonly kind: 'code'; readonly codeId: CodeId }
  | { readonly kind: 'family'; readonly codeId: CodeId }
  | { readonly kind: 'codebook-table' }
  /** Which code becomes part of another, or is split; `null` where it is still to be chosen. */
  | { readonly kind: 'merge-codes'; readonly codeId: CodeId | null }
  | { readonly kind: 'split-code'; readonly codeId: CodeId | null }
  | { readonly kind: 'code-sets' }
  | { readonly kind: 'codebook-versions' }
  /** All memos; the one on `chosen` is shown. */
  | { readonly kind: 'memos'; readonly chosen: MemoTarget | null }
  | { readonly kind: 'import-report' }
  | { readonly kind: 'encoding'; readonly question: EncodingQuestion }
  | { readonly kind: 'already-there'; readonly sourceId: SourceId; readonly fileName: string }

/** Passages of a source that wait to be coded as one, together with what is selected then. */
export interface HeldPassages {
  readonly sourceId: SourceId
  readonly spans: readonly TextSpan[]
}

/** A link that is being made: whoever makes it is looking for the other coding. */
export interface Linking {
  readonly sourceId: SourceId
  readonly from: CodingId
  readonly relation: LinkRelation
}

/** The part of a coding that was changed last, for as long as the cursor stays where it was then. */
export interface PartInHand {
  readonly codingId: CodingId
  readonly index: number
  readonly place: number
}

/** Something said once, seen and read out: what was done, or why it was not. */
export interface Notice {
  /** Counts up, so that the same words twice are two notices. */
  readonly number: number
  readonly tone: 'done' | 'refused' | 'failed'
  readonly key: MessageKey
  readonly values: Readonly<Record<string, string | number>>
  /** The act that it speaks of, given to the message as `act`. */
  readonly about: Pick<Act, 'name' | 'values'> | null
}

/** What the pointer or the keyboard rests on outside of the text, and is made to stand out in it. */
export type Pointed =
  | { readonly kind: 'coding'; readonly id: CodingId }
  | { readonly kind: 'code'; readonly id: CodeId }

/** Codings that meet in one place, of which one is to be chosen. */
export interface CodingChoice {
  /** At least two. */
  readonly ids: readonly CodingId[]
  /** The line that was clicked, or where the cursor stands, in the window's CSS pixels; the list keeps off it. */
  readonly beside: { readonly left: number; readonly top: number; readonly bottom: number }
}

export type PaneName = 'outline' | 'transcript' | 'codebook' | 'inspector' | 'memo' | 'fields' | 'filter' | 'find'

/** The memos that are written below the text: on which of the things that stood at the cursor. */
export interface MemoPanel {
  readonly subjects: readonly MemoSubject[]
  readonly chosen: MemoTarget
}

/** One growing of the selection: what it was, with its cursor, and what it became. */
export interface GrownStep {
  readonly span: TextSpan | null
  readonly cursor: number
  readonly to: TextSpan
}

/** What is open, looked at and selected. None of it is stored with the project, none of it is an act. */
export interface WorkbenchState {
  readonly session: ProjectSession | null
  /** The source that is worked in. */
  readonly open: OpenSource | null
  /** The source that was asked for last, until it stands there; null while none is on its way. `giveUp`: it is waited for no longer. */
  readonly opening: { readonly sourceId: SourceId; readonly giveUp: () => void } | null
  /** The source that stands beside it, or null. */
  readonly beside: ParkedPane | null
  /** On which side the source that is worked in stands. */
  readonly side: 'start' | 'end'
  readonly readingOn: boolean
  readonly setAsideShown: boolean
  readonly linesShown: boolean
  /** Source positions, UTF-16; null when nothing is marked off. */
  readonly selection: TextSpan | null
  /** Where the reading cursor stands in the source. */
  readonly cursor: number
  /** The source position that was last moved or scrolled to: where the reader is. */
  readonly lookingAt: number
  /** The coding in hand: shown in the inspector, changed by keys. */
  readonly codingId: CodingId | null
  /** The one that an act has made and taken in hand last. */
  readonly codingMade: CodingId | null
  /** What was typed as an answer and could not be taken, by coding and field: kept until it is mended or left off. */
  readonly unfitAnswers: ReadonlyMap<string, string>
  readonly pointed: Pointed | null
  /** The codings under the pointer, else at the cursor; shortest first. */
  readonly here: readonly CodingId[]
  readonly choice: CodingChoice | null
  /** Which codings are shown; kept while one goes from source to source. */
  readonly filter: CodingFilter
  readonly filterOpen: boolean
  /** The codes that were applied last, the last one first. */
  readonly recentCodes: readonly CodeId[]
  /** How the selection was grown, so that it can be shrunk the same way. */
  readonly grown: readonly GrownStep[]
  /** What was changed of the keys. */
  readonly keyChanges: KeyChanges
  /** The codes that a digit applies are shown below the text. */
  readonly pinnedShown: boolean
  /** A selection made with the mouse brings up a short list of codes. */
  readonly quickListOn: boolean
  /** The quick list is asked for by key. */
  readonly quickListAsked: boolean
  readonly part: PartInHand | null
  readonly held: HeldPassages | null
  readonly linking: Linking | null
  readonly findOpen: boolean
  /** The doubtful places are being walked through. */
  readonly reviewOpen: boolean
  /** The correction just made, where the same may be due elsewhere; null when it is not asked for. */
  readonly alike: AlikeOffer | null
  readonly memoPanel: MemoPanel | null
  readonly dialog: Dialog | null
  readonly notice: Notice | null
  /** Files that are being imported while everything else goes on, or null. */
  readonly importing: ImportRun | null
  /** What became of the last import, until somebody has seen it. */
  readonly report: ImportReport | null
  /** What is known of the readings of the project's sources, for lists and counts; those that are missing follow. */
  readonly summaries: ReadonlyMap<SourceId, SourceSummary>
  /** The readings that are still to be summed up, or null when all are. */
  readonly summing: Summing | null
  /** What takes long and goes on beside everything else. */
  readonly works: readonly LongWork[]
  /** What is being done when it takes a while, or null. */
  readonly busy: MessageKey | null
}

export type Workbench = StoreApi<WorkbenchState>

/** Makes an empty workbench: nothing is open. */
export function createWorkbench(): Workbench {
  return createStore<WorkbenchState>(() => ({
    session: null,
    open: null,
    opening: null,
    beside: null,
    side: 'start',
    readingOn: true,
    setAsideShown: false,
    linesShown: false,
    selection: null,
    cursor: 0,
    lookingAt: 0,
    codingId: null,
    codingMade: null,
    unfitAnswers: new Map(),
    pointed: null,
    here: [],
    choice: null,
    filter: NO_FILTER,
    filterOpen: false,
    recentCodes: [],
    grown: [],
    keyChanges: {},
    pinnedShown: true,
    quickListOn: true,
    quickListAsked: false,
    part: null,
    held: null,
    linking: null,
    findOpen: false,
    reviewOpen: false,
    alike: null,
    memoPanel: null,
    dialog: null,
    notice: null,
    importing: null,
    report: null,
    summaries: new Map(),
    summing: null,
    works: [],
    busy: null,
  }))
}

/** Where there is room beside what is selected, in the window's coordinates, CSS pixels. */
export interface RoomBeside {
  /** The line on which the selection ends. */
  readonly line: CodingChoice['beside']
  /** How far to the right words reach at all. */
  readonly wordsEnd: number
  /** What of the transcript is seen. */
  readonly frame: { readonly top: number; readonly bottom: number; readonly right: number }
}

/** What commands may ask of the transcript on the screen. Positions are source positions, UTF-16. */
export interface TranscriptHandle {
  readonly select: (span: TextSpan) => void
  /** Selects from one position to another, which may stand before it and moves when the selection is extended. */
  readonly selectTo: (selection: DirectedSelection) => void
  readonly goTo: (offset: number, where?: 'start' | 'center') => void
  readonly selectAll: () => void
  readonly focus: () => void
  /** Where there is room beside the selection; null without one, or where its end is not in view. */
  readonly room: () => RoomBeside | null
  /** Where the cursor stands in the window, in CSS pixels; null where it is not in the text. */
  readonly cursorRect: () => CodingChoice['beside'] | null
}
