import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import type { FileStyle, Paragraph } from './layout.ts'

/** Clearly larger than the text, by this factor. */
export const LARGER_THAN_TEXT = 1.18
const LONGEST = 160
const MOST_LINES = 4

/**
 * Names the headlines of a file by their size. Large type that ends as a sentence or a label does,
 * or that comes again word by word, may be speech or a speaker, and stays text.
 */
export function findHeadings(
  paragraphs: readonly Paragraph[],
  { bodySize }: FileStyle,
): ReadonlyMap<Paragraph, Extract<SetAsideKind, 'headline' | 'subheading'>> {
  const large = paragraphs.filter(
    ({ lines, aside }) => aside === null && lines.every(({ size }) => size > bodySize * LARGER_THAN_TEXT),
  )
  const times = new Map<string, number>()
  for (const paragraph of large) times.set(wordsOf(paragraph), (times.get(wordsOf(paragraph)) ?? 0) + 1)
  const titles = large.filter((paragraph) => {
    const words = wordsOf(paragraph)
    return paragraph.lines.length <= MOST_LINES && words.length <= LONGEST && !isSaid(words) && times.get(words) === 1
  })
  const largest = titles.reduce((most, { lines }) => Math.max(most, lines[0]?.size ?? 0), 0)
  return new Map(
    titles.map((title) => [title, (title.lines[0]?.size ?? 0) >= largest * 0.95 ? 'headline' : 'subheading'] as const),
  )
}

function wordsOf({ lines }: Paragraph): string {
  return lines.map(({ text }) => text).join(' ')
}

function isSaid(words: string): boolean {
  return /[.。!！?？:：;；,，、]["”’」』)）]*$/u.test(words) || !/[\p{L}\p{N}]/u.test(words)
}
