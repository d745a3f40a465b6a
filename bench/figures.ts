/**
 * Who is measured: our program; the annotation library in two ways; the page with nothing but paragraphs and CSS
 * highlights; and for the export the CSV library alone on the same rows.
 */
export const SUBJECTS = ['lectern', 'recogito-default', 'recogito-fastest', 'floor', 'csv-stringify'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Who can show a text. */
export const TEXT_SUBJECTS = ['lectern', 'recogito-default', 'recogito-fastest', 'floor'] as const
export type TextSubject = (typeof TEXT_SUBJECTS)[number]

/** What is measured of one text with its codings, by every subject. */
const SHARED_FIGURES = [
  'open',
  'add',
  'remove',
  'recolour',
  'hit',
  'jump',
  'find',
  'copy-all',
  'scroll-read',
  'scroll-drag',
  'scroll-jump',
  'memory',
] as const

/** What is measured of one text of our program alone: when the rest of it is there, and the panes beside it. */
const OWN_FIGURES = [
  'open-whole',
  'outline-open',
  'outline-scroll',
  'inspector-take',
  'inspector-list',
  'inspector-scroll',
  'filter-on',
  'filter-off',
] as const

/** What is measured of a project as a whole. */
const PROJECT_FIGURES = [
  'start',
  'switch',
  'library-open',
  'library-scroll',
  'library-search',
  'library-sort',
  'codebook-scroll',
  'codebook-search',
  'codebook-apply',
  'counts',
  'palette-open',
  'palette-type',
  'filter-search',
  'history-open',
  'history-scroll',
  'export-dialog',
  'export',
  'memory',
] as const

export const FIGURES = [...new Set([...SHARED_FIGURES, ...OWN_FIGURES, ...PROJECT_FIGURES])] as const
export type Figure = (typeof FIGURES)[number]

export type Unit = 'ms' | 'µs' | 'MB'

export function unitOf(figure: Figure): Unit {
  return figure === 'memory' ? 'MB' : figure === 'hit' ? 'µs' : 'ms'
}

/** Its values are the times from frame to frame. */
export function isScrolling(figure: Figure): boolean {
  return figure.includes('scroll')
}
