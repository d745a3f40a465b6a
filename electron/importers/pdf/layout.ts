import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { endsSentence } from '#shared/transcript/characters.ts'
import { blocksInOrder, type TextBlock } from './blocks.ts'
import { findGutters } from './gutters.ts'
import { LARGER_THAN_TEXT } from './headings.ts'
import { withReach } from './headline-reach.ts'
import { boundsOf, type Line, linesOf } from './lines.ts'
import { goesOnInNextBlock, type Setting, settingOf, startsParagraph } from './paragraphs.ts'
import type { Row } from './segments.ts'
import { findTableGutters, isLastCell, type TableRow, tableRowsOf } from './tables.ts'

/** Lines that belong together. */
export interface Paragraph {
  readonly lines: readonly Line[]
  /** It goes on with the last paragraph before it that is text, from another column or page. */
  readonly goesOn: boolean
  readonly isTableCell: boolean
  readonly aside: SetAsideKind | null
}

/** What all pages of a file have in common. Sizes and places in points. */
export interface FileStyle {
  /** The size in which most characters are set. */
  readonly bodySize: number
  /** From line to line, in font sizes. */
  readonly pitch: number
  /** Where most pages' lines end. */
  readonly right: number
}

/** The last line of text before a block, however many pages back. */
export interface LastLine {
  readonly line: Line
  readonly setting: Setting
}

/** Puts the rows of one page into paragraphs, in reading order; `last` is where the text before it stopped. */
export function paragraphsOfPage(
  rows: readonly Row[],
  style: FileStyle,
  last: LastLine | null,
): { readonly paragraphs: readonly Paragraph[]; readonly last: LastLine | null } {
  const [, pageRight] = boundsOf(rows)
  const gutters = findGutters(withReach(rows, style.bodySize), style.bodySize)
  const lines = linesOf(rows, gutters, findTableGutters(rows, gutters))
  const blocks = blocksInOrder(lines)
  const bottom = rows.at(-1)?.v ?? 0
  const top = rows[0]?.v ?? 0
  let before = last
  const paragraphs = blocks.flatMap(stretchesOf).flatMap(({ cell: [, right], lines: all }) => {
    const edge = right >= pageRight - 1 ? Math.max(right, style.right) : right
    const isTable = (all[0]?.tableCells ?? 1) > 1
    const end = isTable ? all.length : footnotesFrom(all, style, top + (bottom - top) * 0.5)
    const text = all.slice(0, end)
    const found = isTable ? tableParagraphs(text, edge, style) : textParagraphs(text, edge, style, before)
    // What is set smaller than the text (captions, credits) does not stand between two parts of it.
    const line = text.findLast(({ size }) => size > style.bodySize * 0.93)
    if (line !== undefined) before = { line, setting: settingOf(text, edge, style.pitch) }
    return [...found, ...textParagraphs(all.slice(end), edge, style, null, 'note')]
  })
  return { paragraphs: joinTitles(paragraphs, style), last: before }
}

/** A block cut where tables begin and end. */
function stretchesOf({ cell, lines }: TextBlock): readonly TextBlock[] {
  const stretches: { readonly cell: TextBlock['cell']; readonly lines: Line[] }[] = []
  for (const line of lines) {
    const stretch = stretches.at(-1)
    const isInTable = (stretch?.lines[0]?.tableCells ?? 1) > 1
    if (stretch !== undefined && isInTable === line.tableCells > 1) stretch.lines.push(line)
    else stretches.push({ cell, lines: [line] })
  }
  return stretches
}

/** Lines of one headline differ in length and may have come out as blocks of their own. */
function joinTitles(paragraphs: readonly Paragraph[], { bodySize }: FileStyle): readonly Paragraph[] {
  const joined: Paragraph[] = []
  for (const paragraph of paragraphs) {
    const before = joined.at(-1)
    const last = before?.lines.at(-1)
    const [first] = paragraph.lines
    const isTitle =
      before !== undefined &&
      last !== undefined &&
      first !== undefined &&
      first.size > bodySize * LARGER_THAN_TEXT &&
      Math.abs(first.size - last.size) < last.size * 0.05 &&
      first.v > last.v &&
      first.v - last.v < last.size * 1.6 &&
      !endsSentence(last.text, 0, last.text.length) &&
      !before.isTableCell
    if (isTitle) joined[joined.length - 1] = { ...before, lines: [...before.lines, ...paragraph.lines] }
    else joined.push(paragraph)
  }
  return joined
}

function textParagraphs(
  lines: readonly Line[],
  right: number,
  style: FileStyle,
  last: LastLine | null,
  aside: SetAsideKind | null = null,
): readonly Paragraph[] {
  const [first] = lines
  if (first === undefined) return []
  const setting = settingOf(lines, right, style.pitch)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group === undefined || before === undefined || startsParagraph(before, line, setting, group.length === 1))
      groups.push([line])
    else group.push(line)
  }
  const goesOn = last !== null && goesOnInNextBlock(last.line, last.setting, first, setting)
  return groups.map((group, index) => ({ lines: group, goesOn: goesOn && index === 0, isTableCell: false, aside }))
}

/** Each row of a table gives its cells one after the other; a short label stands on the line of what it labels. */
function tableParagraphs(lines: readonly Line[], right: number, style: FileStyle): readonly Paragraph[] {
  const setting = settingOf(lines.filter(isLastCell), right, style.pitch)
  return tableRowsOf(lines, right).flatMap((row): readonly Paragraph[] => {
    const [label, text, ...rest] = withCellsJoined(row)
    const isLabelled =
      label !== undefined &&
      text !== undefined &&
      label.row === text.row &&
      text.tableCell > label.tableCell &&
      /[:：.]$|^\S{1,3}$/u.test(label.text)
    const cells = label === undefined || text === undefined ? row : [label, text, ...rest]
    const joined = isLabelled ? [joinCells(label, text, /[：]$/u.test(label.text) ? '' : ' '), ...rest] : cells
    const groups: Line[][] = []
    for (const line of joined) {
      const group = groups.at(-1)
      const before = group?.at(-1)
      const isSameCell = before?.tableCell === line.tableCell
      if (group === undefined || before === undefined) groups.push([line])
      else if (isSameCell && isLastCell(line) && startsParagraph(before, line, setting, group.length === 1))
        groups.push([line])
      else group.push(line)
    }
    const isTableCell = !isLabelled && row.some((line) => !isLastCell(line))
    return groups.map((group) => ({ lines: group, goesOn: false, isTableCell, aside: null }))
  })
}

/** Who speaks, when, and what is said: of three cells and more, those of one line stand on that of the text, as in other tables. */
function withCellsJoined(row: TableRow): TableRow {
  const labels = row.filter((line) => !isLastCell(line))
  const [text, ...rest] = row.slice(labels.length)
  const areOfOneLine = labels.every(
    (line, at) => line.row === text?.row && line.tableCell > (labels[at - 1]?.tableCell ?? -1),
  )
  if (text === undefined || labels.length < 2 || !areOfOneLine) return row
  return [labels.reduceRight((joined, label) => joinCells(label, joined, '\t'), text), ...rest]
}

function joinCells(label: Line, text: Line, gap: string): Line {
  const from = label.text.length + gap.length
  const moved = text.styles.map((style) => ({ ...style, from: style.from + from, to: style.to + from }))
  return { ...text, text: `${label.text}${gap}${text.text}`, u0: label.u0, styles: [...label.styles, ...moved] }
}

/** The index of the first line of the footnotes that end a block below `middle`: set smaller, and marked. */
function footnotesFrom(lines: readonly Line[], { bodySize }: FileStyle, middle: number): number {
  let first = lines.length
  while (first > 0 && (lines[first - 1]?.size ?? bodySize) <= bodySize * 0.92 && (lines[first - 1]?.v ?? 0) > middle)
    first--
  const mark = lines[first]?.text ?? ''
  return /^[(（〔[]?[\d*†‡§①-⑳※注](?!\d{3})/u.test(mark) ? first : lines.length
}
