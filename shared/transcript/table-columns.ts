import type { AsideSpan, SourceStructure, SpokenSpan } from '#shared/model/source-structure.ts'
import { spanOf } from '#shared/model/text-span.ts'

const SPEAKER =
  /^(?:speaker|speaker name|name|participant|who|sprecher(?:in)?|hablante|orador|locuteur|intervenant|说话人|說話人|发言人|發言人|讲话人|姓名|人物|話者|発言者|화자)$/iu
const CONTENT =
  /^(?:content|text|transcript|speech|utterance|dialogue|inhalt|contenido|texto|texte|contenu|内容|內容|发言|發言|发言内容|文本|转录|转写|原文|発言|発言内容|발언|내용)$/iu
/** UTF-16 units. */
const LONGEST_HEADER = 200
const MOST_COLUMNS = 12
const FEWEST_ROWS = 2

/** A cell of a row, UTF-16 units, half-open. */
type Cell = readonly [start: number, end: number]

/**
 * What the first row of a table says of its columns, where it names one for who speaks and one for what is
 * said: that row is no speech, nor are other columns. Where the speaker stands behind what is said, or columns
 * stand between them, the file's own word for who speaks each row is taken.
 */
export function tableColumnsOf(text: string): Pick<SourceStructure, 'asides' | 'speakers'> {
  const none = { asides: [], speakers: [] }
  const start = text.search(/\S/u)
  const stop = start === -1 ? -1 : text.indexOf('\n', start)
  if (stop === -1 || stop - start > LONGEST_HEADER) return none
  const header = cellsOf(text, start, stop).map(([from, to]) => text.slice(from, to).trim())
  const speaker = header.findIndex((words) => SPEAKER.test(words))
  const content = header.findIndex((words) => CONTENT.test(words))
  if (speaker === -1 || content === -1) return none

  const asides: AsideSpan[] = [{ span: spanOf(start, stop), kind: 'note' }]
  const speakers: SpokenSpan[] = []
  let rows = 0
  for (let from = stop + 1; from < text.length; ) {
    const next = text.indexOf('\n', from)
    const end = next === -1 ? text.length : next
    const cells = cellsOf(text, from, end)
    if (cells.length > Math.max(speaker, content)) {
      rows++
      addRow(text, cells, speaker, content, asides, speakers)
    }
    from = end + 1
  }
  return rows < FEWEST_ROWS ? none : { asides, speakers }
}

function addRow(
  text: string,
  cells: readonly Cell[],
  speaker: number,
  content: number,
  asides: AsideSpan[],
  speakers: SpokenSpan[],
): void {
  const name = text.slice(...(cells[speaker] ?? [0, 0])).trim()
  const isApart = speaker > content || content > speaker + 1
  cells.forEach(([start, end], column) => {
    if (text.slice(start, end).trim() === '') return
    if (column === content) {
      if (isApart && name !== '') speakers.push({ span: spanOf(start, end), speaker: name })
    } else if (isApart || column > content) asides.push({ span: spanOf(start, end), kind: 'note' })
  })
}

function cellsOf(text: string, start: number, end: number): readonly Cell[] {
  const cells: Cell[] = []
  let from = start
  for (let at = start; at <= end && cells.length < MOST_COLUMNS; at++) {
    if (at < end && text.charCodeAt(at) !== 0x09) continue
    cells.push([from, at])
    from = at + 1
  }
  return cells
}
