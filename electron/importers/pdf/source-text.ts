import { SourceTextBuilder } from '#electron/importers/source-text-builder.ts'
import type { FurnitureRow } from './furniture.ts'
import { setFurnitureAside } from './furniture.ts'
import { findHeadings } from './headings.ts'
import { type FileStyle, type LastLine, type Paragraph, paragraphsOfPage } from './layout.ts'
import { withoutLineNumbers } from './line-numbers.ts'
import type { Line } from './lines.ts'
import type { Row } from './segments.ts'

/** What was found on one page. */
export interface PdfPage {
  /** As the file names it. */
  readonly name: string
  /** Rows of the text itself, in the direction in which most of the page is written. */
  readonly rows: readonly Row[]
  /** Rows in another direction: page numbers and headlines of vertical text. */
  readonly sideRows: readonly Row[]
  /** They stand above the rest. */
  readonly isSideFirst: boolean
  /** What is printed sideways in the margins, and stamps. */
  readonly margin: readonly string[]
}

/** Puts the pages of a file together to source text. */
export function writePages(pages: readonly PdfPage[]): ReturnType<SourceTextBuilder['build']> {
  const numbered = pages.map(({ rows }) => withoutLineNumbers(rows))
  const cleanRows = setFurnitureAside(pages.map(({ name }, at) => ({ name, rows: numbered[at]?.rows ?? [] })))
  const cleanSides = setFurnitureAside(pages.map(({ name, sideRows }) => ({ name, rows: sideRows })))
  const style = styleOf(cleanRows.map(({ body }) => body))
  let last: LastLine | null = null
  const found = pages.map(({ name, isSideFirst, margin }, at) => {
    const { heads, body, feet } = cleanRows[at] ?? { heads: [], body: [], feet: [] }
    const side = cleanSides[at] ?? { heads: [], body: [], feet: [] }
    const beside = paragraphsOfPage(side.body, style, null).paragraphs
    const text = paragraphsOfPage(body, style, last)
    last = text.last
    const numbers = numbered[at]?.numbers ?? ''
    return {
      name,
      paragraphs: [
        ...[...heads, ...side.heads].map(furnitureParagraph),
        ...(isSideFirst ? beside : []),
        ...text.paragraphs,
        ...(isSideFirst ? [] : beside),
        ...(numbers === '' ? [] : [plainParagraph(numbers, 'page-number')]),
        ...margin.map((words) => plainParagraph(words, 'running-head')),
        ...[...side.feet, ...feet].map(furnitureParagraph),
      ],
    }
  })
  const headings = findHeadings(
    found.flatMap(({ paragraphs }) => paragraphs),
    style,
  )
  return write(
    found.map(({ name, paragraphs }) => ({
      name,
      paragraphs: paragraphs.map((paragraph) => ({
        ...paragraph,
        aside: paragraph.aside ?? headings.get(paragraph) ?? null,
      })),
    })),
    isBoldRare(cleanRows.map(({ body }) => body)),
  )
}

function furnitureParagraph({ row, kind }: FurnitureRow): Paragraph {
  return plainParagraph(row.segments.map(({ text }) => text).join(' '), kind)
}

function plainParagraph(text: string, aside: Paragraph['aside']): Paragraph {
  const line: Line = {
    text,
    styles: [],
    u0: 0,
    u1: 0,
    v: 0,
    size: 0,
    row: 0,
    cell: [0, 0],
    tableCell: 0,
    tableCells: 1,
  }
  return { lines: [line], goesOn: false, isTableCell: false, aside }
}

interface NamedPage {
  readonly name: string
  readonly paragraphs: readonly Paragraph[]
}

/** Furniture and notes stand between two parts of a paragraph without an empty line; all else has one around it. */
function write(pages: readonly NamedPage[], showsBold: boolean): ReturnType<SourceTextBuilder['build']> {
  const builder = new SourceTextBuilder()
  const upcoming = goesOnBehind(pages.flatMap(({ paragraphs }) => paragraphs))
  let at = 0
  for (const { name, paragraphs } of pages) {
    if (paragraphs.length === 0) builder.startPage(name)
    paragraphs.forEach((paragraph, index) => {
      const goesOn = isText(paragraph.aside) ? paragraph.goesOn : upcoming[at] === true
      at++
      if (!goesOn && builder.length > 0) builder.write('\n')
      if (index === 0) builder.startPage(name)
      const start = builder.length
      let cell = start
      paragraph.lines.forEach((line, k) => {
        const next = paragraph.lines[k + 1]
        writeLine(builder, line, showsBold)
        if (paragraph.isTableCell && next?.tableCell !== line.tableCell) {
          builder.style(cell, 'table-cell')
          cell = builder.length + 1
        }
        if (next !== undefined) builder.write('\n')
      })
      if (paragraph.aside !== null) builder.setAside(start, paragraph.aside)
      builder.endLine()
    })
  }
  return builder.build('wrapped')
}

function isText(aside: Paragraph['aside']): boolean {
  return aside === null || aside === 'headline' || aside === 'subheading'
}

/** For each paragraph whether the next one that is text goes on with the last one before it. */
function goesOnBehind(paragraphs: readonly Paragraph[]): readonly boolean[] {
  const answers: boolean[] = new Array<boolean>(paragraphs.length)
  let goesOn = false
  for (let at = paragraphs.length - 1; at >= 0; at--) {
    answers[at] = goesOn
    const paragraph = paragraphs[at]
    if (paragraph !== undefined && isText(paragraph.aside)) goesOn = paragraph.goesOn
  }
  return answers
}

function writeLine(builder: SourceTextBuilder, { text, styles }: Line, showsBold: boolean): void {
  let at = 0
  for (const { from, to, isBold, isItalic } of styles) {
    builder.write(text.slice(at, from))
    const start = builder.length
    builder.write(text.slice(from, to))
    if (isBold && showsBold) builder.style(start, 'bold')
    if (isItalic) builder.style(start, 'italic')
    at = to
  }
  builder.write(text.slice(at))
}

function styleOf(pages: readonly (readonly Row[])[]): FileStyle {
  const sizes = new Map<number, number>()
  const pitches = new Map<number, number>()
  const rights: number[] = []
  for (const rows of pages) {
    let before: Row | null = null
    let right = 0
    for (const row of rows) {
      for (const { size, text, u1 } of row.segments) {
        const rounded = Math.round(size * 2) / 2
        sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length)
        right = Math.max(right, u1)
      }
      if (before !== null) {
        const pitch = Math.round(((row.v - before.v) / row.size) * 20) / 20
        if (pitch >= 1 && pitch <= 3) pitches.set(pitch, (pitches.get(pitch) ?? 0) + 1)
      }
      before = row
    }
    if (rows.length > 0) rights.push(right)
  }
  rights.sort((a, b) => a - b)
  return {
    bodySize: mostFrequent(sizes, 10),
    pitch: mostFrequent(pitches, 1.3),
    right: rights[Math.floor(rights.length * 0.7)] ?? 0,
  }
}

function mostFrequent(counts: ReadonlyMap<number, number>, otherwise: number): number {
  let best = otherwise
  let most = 0
  for (const [value, count] of counts) {
    if (count > most) [best, most] = [value, count]
  }
  return best
}

/** Where most of a file is bold, bold says nothing. */
function isBoldRare(pages: readonly (readonly Row[])[]): boolean {
  let all = 0
  let bold = 0
  for (const rows of pages) {
    for (const { segments } of rows) {
      for (const { text, styles } of segments) {
        all += text.length
        for (const { from, to, isBold } of styles) if (isBold) bold += to - from
      }
    }
  }
  return bold <= all * 0.5
}
