import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ImportFailure } from '#shared/bridge.ts'
import type { Act } from '#shared/journal/entry.ts'
import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { CodeId, CodingId, SourceId } from '#shared/model/ids.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import type { LineIndex } from '#shared/text/line-index.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import type { ProjectSession } from './project-session.ts'

/** The source on the screen. */
export interface OpenSource {
  readonly sourceId: SourceId
  readonly text: string
  /** What the recogniser made of it; shown unless the reading is switched off. */
  readonly recognised: Reading
  /** Finds source lines. */
  readonly lines: LineIndex
  /** Each source line as it is. */
  readonly asIs: Reading
  /** Where the reader was when the source was opened. */
  readonly place: number | null
}

/** What stands in front of everything else. */
export type Dialog =
  | { readonly kind: 'choose-code'; readonly recoding: CodingId | null }
  | { readonly kind: 'projects' }
  | { readonly kind: 'new-project' }
  | { readonly kind: 'export' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'code'; readonly codeId: CodeId }
  | { readonly kind: 'import-failed'; readonly failures: readonly ImportFailure[] }
  | { readonly kind: 'already-there'; readonly sourceId: SourceId; readonly fileName: string }

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

export type PaneName = 'outline' | 'transcript' | 'codebook' | 'inspector'

/** What is open, looked at and selected. None of it is stored with the project, none of it is an act. */
export interface WorkbenchState {
  readonly session: ProjectSession | null
  readonly open: OpenSource | null
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
  readonly findOpen: boolean
  readonly dialog: Dialog | null
  readonly notice: Notice | null
  /** What is being done when it takes a while, or null. */
  readonly busy: MessageKey | null
}

export type Workbench = StoreApi<WorkbenchState>

/** Makes an empty workbench: nothing is open. */
export function createWorkbench(): Workbench {
  return createStore<WorkbenchState>(() => ({
    session: null,
    open: null,
    readingOn: true,
    setAsideShown: false,
    linesShown: false,
    selection: null,
    cursor: 0,
    lookingAt: 0,
    codingId: null,
    findOpen: false,
    dialog: null,
    notice: null,
    busy: null,
  }))
}

/** What commands may ask of the transcript on the screen. Positions are source positions, UTF-16. */
export interface TranscriptHandle {
  readonly select: (span: TextSpan) => void
  readonly goTo: (offset: number, where?: 'start' | 'center') => void
  readonly selectAll: () => void
  readonly focus: () => void
}
