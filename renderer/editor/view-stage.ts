import type { Block } from '#shared/transcript/reading.ts'
import type { TranscriptDocument } from './document.ts'

/** The elements that the view draws into. */
export interface TranscriptElements {
  readonly scroller: HTMLElement
  /** Inside of `scroller`, positioned; holds the four below. */
  readonly page: HTMLElement
  readonly root: HTMLElement
  readonly stripes: HTMLElement
  readonly cursor: HTMLElement
  /** In `page`; for the handles at both ends of the coding in hand. */
  readonly handles: HTMLElement
  /** Beside the scrollbar; holds a canvas, and `.overview-view` for the part that is in view. */
  readonly overview: HTMLElement
}

/** What every part of one view works on: where it draws, what is shown there, and until when. */
export interface ViewStage {
  readonly elements: TranscriptElements
  readonly blocks: readonly Block[]
  readonly shown: TranscriptDocument
  /** The chunks near the viewport: laid out, painted, and the only ones that may be measured. */
  readonly near: ReadonlySet<number>
  /** Aborted when the view is taken down; every listener is bound to it. */
  readonly ended: AbortSignal
}
