import type { SourceStructure } from '#shared/model/source-structure.ts'
import type { Label } from './conventions.ts'
import type { Page } from './paragraphs.ts'
import { lineBehind } from './source-index.ts'
import { partsOfLabel } from './speaker-name.ts'

/**
 * Turns that the file itself knows of: stretches with the name of who speaks them, which is not
 * printed. Stretches of one speaker that follow each other are one turn. `covered` holds the lines of
 * those stretches: no label is looked for in them.
 */
export function spokenLabels(
  { lines, furniture }: Page,
  { speakers }: SourceStructure,
): { readonly labels: readonly Label[]; readonly covered: ReadonlySet<number> } {
  const labels: Label[] = []
  const covered = new Set<number>()
  let next = 0
  for (const { span, speaker } of speakers) {
    const first = Math.max(next, lineBehind(lines, span.start))
    let index = first
    while (index < lines.length && lines.start(index) < span.end) covered.add(index++)
    next = index
    let line = first
    while (line < index && furniture.has(line)) line++
    const start = lines.start(line)
    const last = labels.at(-1)
    if (line >= index || last?.speaker === speaker) continue
    const { affiliation, speaker: name } = partsOfLabel(speaker)
    const said = name === '' ? speaker : name
    if (last?.speaker === said) continue
    labels.push({
      form: 'spoken',
      line,
      lastLine: line,
      start,
      end: start,
      speech: start,
      speaker: said,
      person: said,
      affiliation,
      time: null,
      isAtParagraphStart: true,
      isRare: false,
    })
  }
  return { labels, covered }
}
