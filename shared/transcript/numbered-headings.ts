import type { Label } from './conventions.ts'
import { numberOf } from './han-numbers.ts'
import type { LineKinds } from './line-kinds.ts'
import { type Lines, unitsOf } from './lines.ts'

const NUMBERS = '一二三四五六七八九十'
/** How headings are counted; the number stands in the group. */
const STYLES: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,3})\s*[、.．]/u,
  /^[（(]([一二三四五六七八九十]{1,3})[)）]/u,
  /^第([一二三四五六七八九十\d]{1,3})(?:部分|单元|單元|[章节節讲講场場题題])/u,
  /^(\d{1,2})[.．、]\s?(?!\d)/u,
]
const FIRSTS = unitsOf(`${NUMBERS}（(第0123456789`)
/** UTF-16 units. */
const LONGEST = 60

/**
 * Lines that head a part of a talk: `一、关于收费`, right above a label, no sentence, and counting on from the first; in
 * figures, below a blank line, since people list things in them. The
 * last point of somebody's list stands there too, but the points before it do not.
 */
export function numberedHeadings(
  text: string,
  lines: Lines,
  labels: readonly Label[],
  furniture: LineKinds,
): readonly number[] {
  const found = STYLES.map((): number[] => [])
  labels.forEach(({ line }, k) => {
    const index = line - 1
    // Most lines above a label end a sentence, or begin like none of these.
    if (FIRSTS[lines.first(index)] !== 1 || lines.endsSentence(index) || furniture.has(index)) return
    const before = labels[k - 1]
    // It is all that somebody says, or a point of what is said.
    if (before !== undefined && (index <= before.lastLine || isAllThatIsSaid(lines, before, index))) return
    if (lines.first(index) < 0x3a && lines.gap(index) === 0 && before !== undefined) return
    const [start, end] = [lines.start(index), lines.end(index)]
    if (end - start > LONGEST) return
    const words = text.slice(start, end)
    STYLES.forEach((style, which) => {
      const value = numberOf(style.exec(words)?.[1] ?? '')
      const counted = found[which]
      if (counted !== undefined && value === counted.length + 1) counted.push(index)
    })
  })
  return found.flatMap((counted) => (counted.length >= 2 ? counted : [])).sort((a, b) => a - b)
}

function isAllThatIsSaid(lines: Lines, { lastLine, speech }: Label, index: number): boolean {
  return index === lastLine + 1 && speech >= lines.end(lastLine)
}
