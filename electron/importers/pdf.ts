import type { Extraction, Importer } from './extraction.ts'
import { failed } from './extraction.ts'
import { type GlyphPage, openPdf } from './pdf/document.ts'
import { DIRECTIONS, type Direction } from './pdf/glyphs.ts'
import { withInitialsRaised } from './pdf/initials.ts'
import { isRightToLeft, turnedOver } from './pdf/right-to-left.ts'
import { type Run, runsOf } from './pdf/runs.ts'
import { withoutStrayRejections } from './pdf/runtime.ts'
import { rowsOf } from './pdf/segments.ts'
import { type PdfPage, writePages } from './pdf/source-text.ts'

/** As much as any transcript could hold. */
const MOST_PAGES = 10_000
const MOST_GLYPHS = 30_000_000
const MOST_GLYPHS_ON_PAGE = 500_000
/** So large a share of a page's text is no note in the margin, however it is turned. */
const LARGE_SHARE = 0.25

/** Tells a PDF by its header, which may stand behind other bytes (ISO 32000-1, annex H.3.4.1: within the first 1024). */
export function isPdf(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 1024) - 4
  for (let at = 0; at < end; at++) {
    if (
      bytes[at] === 0x25 &&
      bytes[at + 1] === 0x50 &&
      bytes[at + 2] === 0x44 &&
      bytes[at + 3] === 0x46 &&
      bytes[at + 4] === 0x2d
    )
      return true
  }
  return false
}

/**
 * Makes source text of a PDF: one line of a page is one line of text, columns come in reading order, an
 * empty line parts paragraphs, pages keep their names, running heads and page numbers are set aside.
 * Pages without text (scans) stay empty; a file of nothing else fails with `no-text-layer`.
 */
export const readPdf: Importer = (bytes) => withoutStrayRejections(() => read(bytes))

async function read(bytes: Uint8Array): Promise<Extraction> {
  const pdf = await openPdf(bytes)
  if (pdf.kind === 'failed') return pdf
  try {
    if (pdf.pageCount > MOST_PAGES) return failed('too-large', `${pdf.pageCount} pages`)
    const pages: PdfPage[] = []
    let glyphs = 0
    let unreadable = 0
    for (let index = 0; index < pdf.pageCount; index++) {
      const page = await pdf.readPage(index, MOST_GLYPHS_ON_PAGE)
      if (page === null) unreadable++
      glyphs += page?.glyphs.length ?? 0
      if (page?.glyphs.length === MOST_GLYPHS_ON_PAGE || glyphs > MOST_GLYPHS) {
        return failed('too-large', `too much text on page ${index + 1}`)
      }
      pages.push(page === null ? { ...NO_PAGE, name: String(index + 1) } : pageOf(page))
    }
    if (unreadable > 0 && unreadable === pdf.pageCount) return failed('damaged', 'none of its pages can be read')
    if (glyphs === 0) return failed('no-text-layer')
    const { text, structure } = writePages(pages)
    const undecodable = text.split('\ufffd').length - 1
    return { kind: 'text', text, encoding: 'utf-8', certainty: 'certain', lineEnds: 'none', undecodable, structure }
  } finally {
    await pdf.close()
  }
}

const NO_PAGE: PdfPage = { name: '', rows: [], sideRows: [], isSideFirst: false, margin: [] }

function pageOf({ name, width, height, glyphs, askew }: GlyphPage): PdfPage {
  const isTurned = isRightToLeft(glyphs)
  const byDirection = new Map<Direction, Run[]>()
  const flowing = isTurned ? turnedOver(glyphs, width) : glyphs
  for (const run of runsOf(withInitialsRaised(flowing))) {
    const runs = byDirection.get(run.direction)
    if (runs === undefined) byDirection.set(run.direction, [run])
    else runs.push(run)
  }
  const lengthOf = (direction: Direction): number => {
    return (byDirection.get(direction) ?? []).reduce((sum, run) => sum + run.glyphs.length, 0)
  }
  const [main = 'right', ...others] = [...DIRECTIONS].sort((a, b) => lengthOf(b) - lengthOf(a))
  const isText = (direction: Direction): boolean => {
    return direction === 'right' || lengthOf(direction) > glyphs.length * LARGE_SHARE
  }
  const side = others.find((direction) => isText(direction) && lengthOf(direction) > 0)
  const margins = others.filter((direction) => direction !== side)
  const sideRuns = side === undefined ? [] : (byDirection.get(side) ?? [])
  const high = sideRuns.filter(({ v, direction }) => direction === 'right' && v < height / 2)
  return {
    name,
    rows: rowsOf(byDirection.get(main) ?? [], isTurned && main === 'right'),
    sideRows: rowsOf(sideRuns, isTurned && side === 'right'),
    isSideFirst: high.length * 2 > sideRuns.length,
    margin: [
      ...margins
        .flatMap((direction) => rowsOf(byDirection.get(direction) ?? []))
        .map((row) => {
          return row.segments.map(({ text }) => text).join(' ')
        }),
      ...(askew.trim() === '' ? [] : [askew.trim()]),
    ],
  }
}
