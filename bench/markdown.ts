import { barsOf } from './bars.ts'
import type { Report } from './report.ts'
import { inWords } from './sizes.ts'
import { barTable, growthTable, sizesIn, sizeTable, type Table } from './tables.ts'

const BEGIN = '<!-- bench: written by npm run bench -- --markdown -->'
const END = '<!-- /bench -->'

/** The report as Markdown: the bars in the open, all else to be unfolded. */
export function markdownOf({ machine, versions, measuredAt, rows, missing }: Report): string {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  const sizes = sizesIn(rows).map((size) => `${folded(inWords(size), tableOf(sizeTable(size, rows, missing)))}\n`)
  return [
    `Measured on ${measuredAt.slice(0, 10)}: ${machine}; ${named.join(', ')}.`,
    tableOf(barTable(barsOf(rows))),
    folded('How the cost of one text grows', tableOf(growthTable(rows, 'lectern', 'texts'))),
    folded('How the cost of a project grows', tableOf(growthTable(rows, 'lectern', 'projects'))),
    ...sizes,
  ]
    .map((part) => part.trim())
    .join('\n\n')
}

/** A page with the report between its two marks; a page without them becomes the report. */
export function withReport(page: string, report: string): string {
  const block = `${BEGIN}\n${report}\n${END}`
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)]
  return from === -1 || to === -1 ? `${block}\n` : page.slice(0, from) + block + page.slice(to + END.length)
}

function tableOf({ head, lines }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`
  return [line(head), `|${head.map((_, index) => (index === 0 ? '---' : '--:')).join('|')}|`, ...lines.map(line)].join(
    '\n',
  )
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`
}
