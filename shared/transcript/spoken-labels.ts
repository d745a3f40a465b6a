import type { SourceStructure } from '#shared/model/source-structure.ts'
import type { Label } from './conventions.ts'
import { skipBlanks } from './label-candidate.ts'
import type { Lines } from './lines.ts'
import type { Page } from './paragraphs.ts'
import { lineBehind } from './source-index.ts'
import { partsOfLabel } from './speaker-name.ts'

/** A printed name takes so many lines and UTF-16 units at most. */
const MOST_LINES = 4
const LONGEST_NAME = 200

/**
 * Turns that the file itself knows of: stretches with the name of who speaks them. Where a stretch
 * begins with lines that are this name and nothing else, or with this name and a colon, in brackets or as a
 * voice of WebVTT, that is its label; else no label is printed, and stretches of one speaker that follow each
 * other are one turn. `covered` holds the lines of those stretches: no label is looked for in them.
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
    const inline = lastLine === null ? inlineName(text, start, lines.end(line), speaker) : 0
    const isPrinted = lastLine !== null || inline > 0
    if (!isPrinted && last?.speaker === speaker) continue
    const { affiliation, speaker: name } = partsOfLabel(speaker)
    const said = name === '' ? speaker : name
    if (!isPrinted && last?.speaker === said) continue
    const end = lastLine === null ? start + inline : lines.end(lastLine)
    labels.push({
      form: 'spoken',
      line,
      lastLine: lastLine ?? line,
      start,
      end,
      speech: inline > 0 ? skipBlanks(text, end, lines.end(line)) : end,
      speaker: said,
      person: said,
      affiliation,
      time: null,
      printed: null,
      isAtParagraphStart: true,
      verb: '',
      isRare: false,
    })
  }
  return { labels, covered }
}

/** The length of the speaker's name at a line's beginning, with what makes it a label; 0 if it is none. */
function inlineName(text: string, start: number, end: number, speaker: string): number {
  for (const marked of [`<v ${speaker}>`, `[${speaker}]`]) {
    if (!text.startsWith(marked, start)) continue
    return marked.length + (text.charAt(start + marked.length) === ':' ? 1 : 0)
  }
  if (!text.startsWith(speaker, start)) return 0
  const colon = skipBlanks(text, start + speaker.length, end)
  return colon < end && /[:：]/u.test(text.charAt(colon)) ? colon + 1 - start : 0
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
