import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { spanOf, utf16 } from '#shared/model/text-span.ts'
import type { MappedText } from '#shared/text/mapped-text.ts'
import { MappedTextBuilder } from '#shared/text/mapped-text-builder.ts'
import { joinsWithSpace } from './characters.ts'
import { closeUp, closeUpPart, type LineStretch } from './letter-spacing.ts'
import type { Line } from './lines.ts'
import type { Block } from './reading.ts'

/** Reads source stretches, one a line, as one text: lines joined, letter-spacing closed up. */
function joinStretches(text: string, stretches: readonly LineStretch[]): MappedText {
  const [only] = stretches
  if (only !== undefined && stretches.length === 1 && !only[2]) {
    const [start, end] = only
    const pieces = start === end ? [] : [{ at: 0, source: utf16(start), length: end - start }]
    return { text: text.slice(start, end), pieces }
  }
  const builder = new MappedTextBuilder(text)
  let before: LineStretch | null = null
  for (const stretch of stretches) {
    if (before !== null && joinsWithSpace(text, before[1], stretch[0])) {
      builder.keepBreakAsSpace(text.indexOf('\n', before[1]))
    }
    if (!stretch[2]) builder.keep(stretch[0], stretch[1])
    else for (const [start, end] of closeUp(text, stretch[0], stretch[1])) builder.keep(start, end)
    before = stretch
  }
  return builder.build()
}

/** A paragraph of speech or of what is set aside, out of one stretch a line; `line` counts from 1. */
export function paragraphBlock(
  text: string,
  stretches: readonly LineStretch[],
  line: number,
  turn: number | null,
  setAside: SetAsideKind | null,
): Block {
  const start = stretches[0]?.[0] ?? 0
  const end = stretches.at(-1)?.[1] ?? start
  const mark = setAside === null ? null : /^#{1,6}[ \t]+(?=\S)/u.exec(text.slice(start, Math.min(end, start + 16)))
  const shown =
    mark === null
      ? stretches
      : [[start + mark[0].length, stretches[0]?.[1] ?? end, stretches[0]?.[2] ?? false] as const, ...stretches.slice(1)]
  const kind = setAside === null ? 'paragraph' : 'set-aside'
  const mapped = joinStretches(text, shown)
  return { kind, text: mapped.text, pieces: mapped.pieces, span: spanOf(start, end), turn, setAside, line }
}

/** The label of a turn, over one line or two: Markdown is dropped, all else stays as printed. */
export function labelBlock(text: string, lines: readonly Line[], start: number, end: number, turn: number): Block {
  const builder = new MappedTextBuilder(text)
  const mark = '#-•'.includes(text.charAt(start)) ? markLength(text.slice(start, end)) : 0
  let before = -1
  for (const line of lines) {
    const from = Math.max(line.start, start + mark)
    const to = Math.min(line.end, end)
    if (before !== -1 && joinsWithSpace(text, before, from)) builder.keepBreakAsSpace(text.indexOf('\n', before))
    if (!line.isLetterSpaced) keepWithoutEmphasis(text, builder, from, to)
    else
      for (const [keptFrom, keptTo] of closeUpPart(text, line, from, to))
        keepWithoutEmphasis(text, builder, keptFrom, keptTo)
    before = to
  }
  const mapped = builder.build()
  const line = lines[0]?.number ?? 1
  const span = spanOf(start, end)
  return { kind: 'label', text: mapped.text, pieces: mapped.pieces, span, turn, setAside: null, line }
}

function markLength(printed: string): number {
  return /^(?:#{1,6}\s+|[-•]\s+(?=\*\*|__))/u.exec(printed)?.[0].length ?? 0
}

function keepWithoutEmphasis(text: string, builder: MappedTextBuilder, start: number, end: number): void {
  let from = start
  const printed = text.slice(start, end)
  if (!printed.includes('*') && !printed.includes('__')) {
    builder.keep(start, end)
    return
  }
  for (const mark of printed.matchAll(/\*+|__+/gu)) {
    builder.keep(from, start + mark.index)
    from = start + mark.index + mark[0].length
  }
  builder.keep(from, end)
}
