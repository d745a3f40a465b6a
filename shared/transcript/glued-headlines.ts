import { type LabelCandidate, widthBeside } from './label-candidate.ts'
import { firstUnitWidth, type Layout } from './layout.ts'
import type { Lines } from './lines.ts'
import { evidenceOfName } from './name-evidence.ts'

/**
 * Leaves out labels that were joined of a short line, such as a headline, and of what is a label by
 * itself: the column did not cut the line above, and the rest alone is a label elsewhere.
 */
export function withoutGluedHeadlines(
  text: string,
  lines: Lines,
  layout: Layout,
  candidates: readonly LabelCandidate[],
): readonly LabelCandidate[] {
  const joined = candidates.filter(
    ({ line, lastLine }) => line < lastLine && !fillsColumn(text, lines, layout, lastLine - 1, lastLine),
  )
  if (joined.length === 0) return candidates
  const rests = new Map<number, string>(joined.map(({ lastLine }) => [lastLine, '']))
  const counts = new Map<string, number>(joined.map(({ speaker }) => [speaker, 0]))
  for (const { speaker, line, lastLine } of candidates) {
    if (line !== lastLine || !rests.has(line)) continue
    rests.set(line, speaker)
    counts.set(speaker, 0)
  }
  for (const { speaker, isAtParagraphStart } of candidates) {
    const count = isAtParagraphStart ? counts.get(speaker) : undefined
    if (count !== undefined) counts.set(speaker, count + 1)
  }
  const glued = new Set(
    joined.filter(({ speaker, lastLine }) => {
      return (counts.get(rests.get(lastLine) ?? '') ?? 0) > 0 && (counts.get(speaker) ?? 0) <= 1
    }),
  )
  return glued.size === 0 ? candidates : candidates.filter((one) => !glued.has(one))
}

/** A headline has so many lines at most, with what is printed above and below it. */
const MOST_HEAD_LINES = 4

/**
 * A headline ends no sentence and may be nearly as wide as the column, so that the first label behind it seems to
 * stand in mid-sentence: above it are a few lines without any sentence, and its words say who speaks.
 */
export function believeFirstLabel(
  text: string,
  lines: Lines,
  candidates: readonly LabelCandidate[],
): readonly LabelCandidate[] {
  const at = candidates.findIndex((one) => isNamed(one))
  const first = candidates[at]
  if (first === undefined || first.isAtParagraphStart || first.line === 0 || first.line > MOST_HEAD_LINES)
    return candidates
  for (let index = 0; index < first.line; index++) {
    if (lines.endsSentence(index)) continue
    if (/[，。；！？]|[,.;!?](?:\s|$)/u.test(text.slice(lines.start(index), lines.end(index)))) return candidates
  }
  return candidates.map((one) => (one === first ? { ...one, isAtParagraphStart: true } : one))
}

function isNamed({ line, lastLine, speaker, affiliation }: LabelCandidate): boolean {
  return line === lastLine && (evidenceOfName(speaker, affiliation) ?? 0) >= 2
}

/** Tells whether what follows a line would not have fitted behind it, as far as its width can be trusted. */
function fillsColumn(text: string, lines: Lines, layout: Layout, index: number, behind: number): boolean {
  if (lines.isLetterSpaced(index) || lines.isLetterSpaced(behind)) return true
  const needed = firstUnitWidth(text, lines, behind) + 2
  return widthBeside(lines, index, behind) + layout.lostIndent + needed > layout.columns.at(index)
}
