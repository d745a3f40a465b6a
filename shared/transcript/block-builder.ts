import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { spanOf, utf16 } from '#shared/model/text-span.ts'
import type { MappedText } from '#shared/text/mapped-text.ts'
import { MappedTextBuilder } from '#shared/text/mapped-text-builder.ts'
import { isBlank, joinsWithSpace } from './characters.ts'
import { Hyphens } from './hyphens.ts'
import { closeUp, closeUpPart, type LineStretch } from './letter-spacing.ts'
import type { Line } from './lines.ts'
import type { Block } from './reading.ts'

/** Makes blocks of one text's lines: joins lines, mends hyphenation, closes up letter-spacing, drops Markdown of labels. */
export class BlockBuilder {
  readonly #text: string
  readonly #hyphens: Hyphens

  constructor(text: string, lines: readonly Line[]) {
    this.#text = text
    this.#hyphens = new Hyphens(text, lines)
  }

  /** A paragraph of speech or of what is set aside, out of one stretch a line; `line` counts from 1. */
  paragraph(
    stretches: readonly LineStretch[],
    line: number,
    turn: number | null,
    setAside: SetAsideKind | null,
  ): Block {
    const text = this.#text
    const start = stretches[0]?.[0] ?? 0
    const end = stretches.at(-1)?.[1] ?? start
    const mark = setAside === null ? null : /^#{1,6}[ \t]+(?=\S)/u.exec(text.slice(start, Math.min(end, start + 16)))
    const shown =
      mark === null
        ? stretches
        : [
            [start + mark[0].length, stretches[0]?.[1] ?? end, stretches[0]?.[2] ?? false] as const,
            ...stretches.slice(1),
          ]
    const kind = setAside === null ? 'paragraph' : 'set-aside'
    const mapped = this.#joinStretches(shown)
    return { kind, text: mapped.text, pieces: mapped.pieces, span: spanOf(start, end), turn, setAside, line }
  }

  /** The label of a turn, over one line or several: Markdown is dropped, all else stays as printed. */
  label(lines: readonly Line[], start: number, end: number, turn: number): Block {
    const text = this.#text
    const builder = new MappedTextBuilder(text)
    const mark = '#-•*_'.includes(text.charAt(start)) ? markLength(text.slice(start, end)) : 0
    let before = -1
    for (const line of lines) {
      const from = Math.max(line.start, start + mark)
      const to = Math.min(line.end, end)
      if (before !== -1 && joinsWithSpace(text, before, from)) keepGap(text, builder, before, from)
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

  /** Reads source stretches, one a line, as one text. */
  #joinStretches(stretches: readonly LineStretch[]): MappedText {
    const text = this.#text
    const [only] = stretches
    if (only !== undefined && stretches.length === 1 && !only[2]) {
      const [start, end] = only
      const pieces = start === end ? [] : [{ at: 0, source: utf16(start), length: end - start }]
      return { text: text.slice(start, end), pieces }
    }
    const builder = new MappedTextBuilder(text)
    for (let k = 0; k < stretches.length; k++) {
      const [start, end, isLetterSpaced] = stretches[k] ?? [0, 0, false]
      const next = stretches[k + 1]
      const drops = next !== undefined && !isLetterSpaced && this.#hyphens.isDropped(end, next[0])
      if (isLetterSpaced) for (const [from, to] of closeUp(text, start, end)) builder.keep(from, to)
      else builder.keep(start, drops ? end - 1 : end)
      if (next !== undefined && !drops && joinsWithSpace(text, end, next[0])) keepGap(text, builder, end, next[0])
    }
    return builder.build()
  }
}

/** Between lines the break reads as a space; within one, the blank that stands there. */
function keepGap(text: string, builder: MappedTextBuilder, end: number, next: number): void {
  if (next <= end) return
  const found = text.indexOf('\n', end)
  if (found !== -1 && found < next) builder.keepBreakAsSpace(found)
  else if (isBlank(text.charCodeAt(end))) builder.keep(end, end + 1)
  else if (isBlank(text.charCodeAt(next - 1))) builder.keep(next - 1, next)
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
