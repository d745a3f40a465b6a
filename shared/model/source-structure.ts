import { isCount, isText, listOf, oneOf, recordGuard } from './guard.ts'
import { SET_ASIDE_KINDS, type SetAsideKind } from './set-aside-kind.ts'
import { isTextSpan, type TextSpan, type Utf16Offset } from './text-span.ts'

/** How the lines of a source text stand to its paragraphs. */
export const LINE_MEANINGS = ['unknown', 'paragraphs', 'wrapped'] as const

/**
 * `unknown`: as in any plain text, it has to be learned. `paragraphs`: the file knows its paragraphs,
 * and each line is a whole one. `wrapped`: lines are those of a page; an empty line parts paragraphs.
 */
export type LineMeaning = (typeof LINE_MEANINGS)[number]

/** A page begins here. */
export interface PageStart {
  readonly start: Utf16Offset
  /** As it is printed on the page or counted by the file: `12`, `iv`. */
  readonly name: string
}

/** A stretch with the time at which it was said, in milliseconds from the recording's beginning. */
export interface TimedSpan {
  readonly span: TextSpan
  readonly from: number
  readonly to: number
}

export const STYLES = [
  'bold',
  'italic',
  'underline',
  'heading',
  'quotation',
  'list-item',
  'table-cell',
  'link',
] as const
export type Style = (typeof STYLES)[number]

/** A stretch that the file sets apart from the rest. Stretches may overlap. */
export interface StyledSpan {
  readonly span: TextSpan
  readonly style: Style
}

/** The file itself says who speaks a stretch, by markup that is not part of the text. */
export interface SpokenSpan {
  readonly span: TextSpan
  readonly speaker: string
}

/** The file or its importer knows that a stretch is no speech. */
export interface AsideSpan {
  readonly span: TextSpan
  readonly kind: SetAsideKind
}

/**
 * What a file says of its text beyond the characters. Positions are those of the source text, in
 * UTF-16 units; each list is in source order. It is made once, by the importer, and kept beside the
 * text: the recogniser reads both.
 */
export interface SourceStructure {
  readonly lines: LineMeaning
  readonly pages: readonly PageStart[]
  readonly times: readonly TimedSpan[]
  readonly styles: readonly StyledSpan[]
  readonly speakers: readonly SpokenSpan[]
  readonly asides: readonly AsideSpan[]
}

/** What is known of text that says nothing beyond its characters. */
export const NO_STRUCTURE: SourceStructure = {
  lines: 'unknown',
  pages: [],
  times: [],
  styles: [],
  speakers: [],
  asides: [],
}

export const isSourceStructure = recordGuard<SourceStructure>({
  lines: oneOf(...LINE_MEANINGS),
  pages: listOf(recordGuard<PageStart>({ start: isCount, name: isText })),
  times: listOf(recordGuard<TimedSpan>({ span: isTextSpan, from: isCount, to: isCount })),
  styles: listOf(recordGuard<StyledSpan>({ span: isTextSpan, style: oneOf(...STYLES) })),
  speakers: listOf(recordGuard<SpokenSpan>({ span: isTextSpan, speaker: isText })),
  asides: listOf(recordGuard<AsideSpan>({ span: isTextSpan, kind: oneOf(...SET_ASIDE_KINDS) })),
})
