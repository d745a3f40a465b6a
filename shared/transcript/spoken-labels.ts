import type { SourceStructure } from '#shared/model/source-structure.ts'
import type { Label } from './conventions.ts'
import type { Lines } from './lines.ts'
import type { Page } from './paragraphs.ts'
import { lineBehind } from './source-index.ts'
import { partsOfLabel } from './speaker-name.ts'

/** A printed name takes so many lines and UTF-16 units at most. */
const MOST_LINES = 4
const LONGEST_NAME = 200

/**
 * Turns that the file itself knows of: stretches with the name of who speaks them. Where a stretch
 * begins with lines that are this name and nothing else, they are its label; else no label is printed,
 * and stretches of one speaker that follow each other are one turn. `covered` holds the lines of those
 * stretches: no label is looked for in them.
 */
export function spokenLabels(
  { text, lines, furniture }: Page,
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
    if (line >= index) continue
    const lastLine = lastOfName(text, lines, line, index, speaker)
    if (lastLine === null && last?.speaker === speaker) continue
    const { affiliation, speaker: name } = partsOfLabel(speaker)
    const said = name === '' ? speaker : name
    if (lastLine === null && last?.speaker === said) continue
    const end = lastLine === null ? start : lines.end(lastLine)
    labels.push({
      form: 'spoken',
      line,
      lastLine: lastLine ?? line,
      start,
      end,
      speech: end,
      speaker: said,
      person: said,
      affiliation,
      time: null,
      printed: null,
      isAtParagraphStart: true,
      isRare: false,
    })
  }
  return { labels, covered }
}

/** The last of the lines in which a stretch begins with its speaker's name; `null` if it does not, or is no more than that. */
function lastOfName(text: string, lines: Lines, first: number, over: number, speaker: string): number | null {
  if (speaker.length > LONGEST_NAME) return null
  for (let last = first; last < Math.min(over - 1, first + MOST_LINES); last++) {
    const printed = text.slice(
      lines.start(first),
      Math.min(lines.end(last), lines.start(first) + 4 * speaker.length + 16),
    )
    const name = printed.replace(/\s+/gu, ' ').trim()
    if (name === speaker || name.replace(/[\s:：–—-]+$/u, '') === speaker) return last
    if (name.length > speaker.length) return null
  }
  return null
}
