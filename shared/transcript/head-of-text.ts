import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import type { Lines } from './lines.ts'
import { evidenceOfName } from './name-evidence.ts'
import type { LineRange } from './paragraphs.ts'
import { addresses } from './talk.ts'

/** Lines. */
const LONGEST_TITLE = 3
/** UTF-16 units; a longer paragraph that has a full stop inside is no list of what is printed on a title page. */
const SHORTEST_PROSE = 60
/** UTF-16 units of a paragraph that tell whether it speaks to anybody. */
const LOOKED_AT = 2000

/** Tells whether a paragraph before the talk is a headline: short, no sentence. A colon may part it in two, but parts no key from its value. */
export function isTitleOfTalk(words: string, lines: Lines, [first, end]: LineRange, isFirst: boolean): boolean {
  if (end - first > LONGEST_TITLE || /^[[（(>]/u.test(words)) return false
  const colon = words.search(/[:：]/u)
  if (colon === -1) return !lines.endsSentence(end - 1)
  if (!isFirst || isKey(words.slice(0, colon))) return false
  // `…实录：` above the rest of the headline.
  const isCut = colon === words.length - 1 && end < lines.length && !lines.endsSentence(end)
  return isCut || (colon < words.length - 1 && !lines.endsSentence(end - 1))
}

/** Share of the text that an introduction takes at most. */
const LONGEST_INTRODUCTION = 0.4

/**
 * Tells whether what stands before the talk is said, or is the text itself, and stays in the reading: a
 * minister opens the conference before anybody is named, and a handbook holds one question with its answer. An
 * introduction is short, and tells of people without speaking to anybody. `prose`: its paragraphs that are no titles.
 */
export function isSpokenHead(text: string, lines: Lines, prose: readonly LineRange[]): boolean {
  let length = 0
  let isAddressed = false
  for (const [first, end] of prose) {
    const [start, stop] = [lines.start(first), lines.end(end - 1)]
    length += stop - start
    isAddressed ||= addresses(text.slice(start, Math.min(stop, start + LOOKED_AT)).replace(/我[国國]|自我/gu, ''))
  }
  return isAddressed || length > text.length * LONGEST_INTRODUCTION
}

/**
 * What a paragraph before the talk is that is no headline: sentences stay in the reading where they
 * are said, see `isSpokenHead`; a key with its value, a note in brackets, an entry is set aside.
 */
export function kindBeforeTalk(words: string, lines: Lines, [, end]: LineRange): SetAsideKind | null {
  const colon = words.search(/[:：]/u)
  if ((colon !== -1 && isKey(words.slice(0, colon))) || /^[[（(【<]/u.test(words)) return 'preamble'
  const hasSentence = words.length >= SHORTEST_PROSE && /[。！？]|[.!?]["”’)]?\s/u.test(words)
  const isSentence = lines.endsSentence(end - 1) && !/[:：]$/u.test(words.trimEnd())
  return hasSentence || isSentence ? null : 'preamble'
}

/** Nobody is called that. */
function isKey(words: string): boolean {
  return words.length <= 24 && evidenceOfName(words.trim(), '') === null
}
