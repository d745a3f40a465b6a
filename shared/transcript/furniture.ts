import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { chatNotes } from './chat-notes.ts'
import { unspokenTiers } from './chat-tiers.ts'
import { closingLines } from './closing-lines.ts'
import { cueLines } from './cue-lines.ts'
import { isSpokenHead, isTitleOfTalk, kindBeforeTalk } from './head-of-text.ts'
import type { Layout } from './layout.ts'
import { closeUp } from './letter-spacing.ts'
import { CLASSES, RULE } from './line-classes.ts'
import { LineKinds } from './line-kinds.ts'
import { ENDS_IN_SIGN, HAS_FURNITURE_SIGN, type Lines, unitsOf } from './lines.ts'
import { numberedHeads } from './numbered-heads.ts'
import { pageFeet } from './page-feet.ts'
import type { LineRange } from './paragraphs.ts'
import { headsBesidePageNumbers, regularHeads } from './running-heads.ts'

const JUMP =
  /^[（(【[*\s▲▼►→]*(?:(?:下|紧)?[转轉]|[上下]?接|待续)\s*(?:第\s*)?[A-Z]?\s*[一二三四五六七八九十百\d]+\s*[版页頁面].{0,12}$|^[([*\s]*(?:continued|see|turn to)\s+(?:on|from|to)?\s*(?:page|p\.)\s*[A-Z]?\d+[^.]{0,12}$/iu
const JUMP_ARRIVAL = /^[（(【[*\s]*上接|^[([*\s]*continued\s+from/iu
const CREDIT =
  /^[（(]?[^，。：:]{0,24}(?:摄|攝|摄影|攝影|撮影|供图|供圖)[)）]?$|^[（([]?(?:摄影|攝影|图片来源|圖片來源|撮影)\s*[:：/].{1,30}$|^[（([]?(?:photo(?:s|graphs?)?|image|picture)(?:\s+(?:by|credit|courtesy))?\s*[:：]?\s+.{2,60}$/iu
const BYLINE =
  /^(?:本报|本報|本社|本刊)?.{0,8}(?:记者|記者|通讯员)\s+[^，。：:]{2,20}$|^by\s+\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,4}$/iu
const END_MARK =
  /^[（(【[\s]*(?:完|全文完|完毕|終|终)[)）】\]\s]*$|^[[(\s*-]*(?:the )?ends?[\])\s*-]*$|^END\s+\d.{0,30}$|^#{3}$|^[-–—*\s]*30[-–—*\s]*$|^[*＊](?:\s*[*＊]){2,}$/iu
const PAGE_NUMBER =
  /^(?:[-–—]\s*)?(\d{1,4})(?:\s*[-–—])?$|^page\s+(\d{1,4})(?:\s+of\s+\d+)?$|^第\s*(\d{1,4})\s*[页頁](?:\s*[,，/]?\s*共\s*\d+\s*[页頁])?$|^(\d{1,4})\s*\/\s*\d{1,4}$/iu
const LATIN_BEGINNING = /^[^\p{L}\d]{0,3}(?:continued|see|turn|photo|image|picture|the end|end|page)/iu
const PAGE_TAG = /^<PAGE\b[^>]*>$/iu
/** Tags that part paragraphs and chapters in corpora. */
const PART_TAG = /^<\/?(?:P|BR|HR|SPEAKER|CHAPTER\b[^>]*)\s*\/?>$/iu

/** Nothing that is furniture by its words is longer, in UTF-16 units. */
const LONGEST = 80
/** End marks are believed only so near to the end of the text. */
const LAST_LINES = 12

/**
 * Lines that are furniture of the page by their own words, whatever stands around them, added to those
 * that the file itself sets aside (`known`). Rules that part one thing from the next count as end marks.
 * Numbers alone count as page numbers only where at least three of them count upwards, or dashes or a word mark them.
 */
export function findFurniture(text: string, lines: Lines, known = new LineKinds(lines.length)): LineKinds {
  const found = known
  const numbers: { readonly index: number; readonly value: number }[] = []
  for (let index = nextSuspect(lines, 0); index < lines.length; index = nextSuspect(lines, index + 1)) {
    if (lines.end(index) - lines.start(index) > LONGEST || found.has(index)) continue
    if (isRule(text, lines, index)) {
      found.set(index, 'end-mark')
      continue
    }
    if (!mayBeFurniture(text, lines, index)) continue
    const words = closedUp(text, lines, index)
    if (JUMP.test(words)) found.set(index, 'jump-line')
    else if (PAGE_TAG.test(words)) found.set(index, 'page-number')
    else if (PART_TAG.test(words)) found.set(index, 'note')
    else if (!lines.endsSentence(index) && CREDIT.test(words)) found.set(index, 'credit')
    else if (isAmongLast(lines, index) && index > 0 && END_MARK.test(words)) found.set(index, 'end-mark')
    const page = PAGE_NUMBER.exec(words)
    if (page !== null) numbers.push({ index, value: Number(page.slice(1).find((group) => group !== undefined)) })
  }
  for (const index of regularHeads(text, lines)) if (!found.has(index)) found.set(index, 'running-head')
  for (const index of numberedHeads(text, lines)) if (!found.has(index)) found.set(index, 'running-head')
  for (const index of cueLines(text, lines)) found.set(index, 'note')
  for (const index of unspokenTiers(text, lines)) found.set(index, 'note')
  for (const index of chatNotes(text, lines)) found.set(index, 'note')
  for (const index of closingLines(text, lines)) if (!found.has(index)) found.set(index, 'note')
  for (const index of pageFeet(text, lines)) if (!found.has(index)) found.set(index, 'note')
  const pages = numbers.filter(({ value }, k) => {
    const before = numbers[k - 1]?.value
    const after = numbers[k + 1]?.value
    return before === value - 1 || after === value + 1
  })
  for (const { index } of numbers)
    if (!found.has(index) && isMarkedNumber(text, lines, index)) found.set(index, 'page-number')
  if (pages.length >= 3) {
    const places = pages.map(({ index }) => index)
    for (const index of places) found.set(index, 'page-number')
    for (const index of headsBesidePageNumbers(text, lines, places)) found.set(index, 'running-head')
  }
  return found
}

/** Between two dashes, or with the word for a page: one alone tells what it is. */
function isMarkedNumber(text: string, lines: Lines, index: number): boolean {
  const words = text.slice(lines.start(index), lines.end(index))
  return /^[-–—]\s*\d{1,4}\s*[-–—]$|^page\s+\d{1,4}\s+of\s+\d+$|^第\s*\d{1,4}\s*[页頁]/iu.test(words)
}

function isAmongLast(lines: Lines, index: number): boolean {
  return index >= lines.length - LAST_LINES
}

/** What jump lines, page numbers and credits of East Asian text begin with, behind brackets. */
const BEGINNINGS = '下紧转轉上接待第摄攝图圖撮'
/** What credits end with, before a bracket. */
const ENDINGS = '摄攝影图圖)）'

/** All that furniture may begin with that no sign gives away: no East Asian letters but a few. */
const FIRSTS = unitsOf(`（【${BEGINNINGS}`).fill(1, 0, 0x2e80)
for (let code = 0x2e80; code < 0x10000; code++) if (isRuleSign(code)) FIRSTS[code] = 1

function nextSuspect(lines: Lines, from: number): number {
  return lines.nextSuspect(FIRSTS, HAS_FURNITURE_SIGN, from)
}

/** Passes over most lines, of which no pattern needs to be tried. */
function mayBeFurniture(text: string, lines: Lines, index: number): boolean {
  const first = lines.first(index)
  const hasSign = lines.has(index, HAS_FURNITURE_SIGN)
  if (first < 0x2e80 || first === 0xff08 || first === 0x3010)
    return hasSign || mayBeginFurniture(text, lines.start(index), lines.end(index))
  if (!hasSign || isAmongLast(lines, index)) return hasSign
  return FIRSTS[first] === 1 || (lines.has(index, ENDS_IN_SIGN) && ENDINGS.includes(text.charAt(lines.end(index) - 1)))
}

/** Without a sign of its own, furniture begins with a number, a dash or one of a few English words. */
function mayBeginFurniture(text: string, start: number, end: number): boolean {
  for (let at = start; at < Math.min(end, start + 4); at++) {
    const code = text.charCodeAt(at)
    if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2013 || code === 0x2014) return true
    const letter = String.fromCharCode(code | 0x20)
    if (letter >= 'a' && letter <= 'z') {
      return 'cstpie'.includes(letter) && LATIN_BEGINNING.test(text.slice(start, start + 16))
    }
    if (code >= 0x2e80 && code !== 0xff08 && code !== 0x3010) return false
  }
  return false
}

function closedUp(text: string, lines: Lines, index: number): string {
  const [start, end] = [lines.start(index), lines.end(index)]
  if (!lines.isLetterSpaced(index)) return text.slice(start, end)
  return closeUp(text, start, end)
    .map(([from, to]) => text.slice(from, to))
    .join('')
}

/** Nothing but three or more dashes, stars or the like, as they part one thing from the next. */
function isRule(text: string, lines: Lines, index: number): boolean {
  if (!isRuleSign(lines.first(index))) return false
  const start = lines.start(index)
  const end = lines.end(index)
  if (end - start < 3 || !isRuleSign(text.charCodeAt(end - 1))) return false
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (!isRuleSign(code) && code !== 0x20) return false
  }
  return true
}

function isRuleSign(code: number): boolean {
  return ((CLASSES[code] ?? 0) & RULE) !== 0
}

/** Tells whether a jump line says where the text comes from, not where it goes. */
function isJumpArrival(text: string, lines: Lines, index: number): boolean {
  return JUMP_ARRIVAL.test(text.slice(lines.start(index), lines.end(index)))
}

/** Sentences, by their end. */
function mayBeSpoken(text: string, lines: Lines, furniture: LineKinds, [first, end]: LineRange): boolean {
  const start = lines.start(first)
  const words = text.slice(start, Math.min(lines.end(end - 1), start + 200))
  return !furniture.has(first) && kindBeforeTalk(words, lines, [first, end]) === null
}

/**
 * Names the paragraphs of what surrounds the speech. `paragraphs` are stretches of lines; what
 * stands right before a credit is a caption, what has no full stop a headline; `null`: it is read.
 */
export function nameSurroundings(
  text: string,
  lines: Lines,
  furniture: LineKinds,
  paragraphs: readonly LineRange[],
  isHead: boolean,
): readonly (SetAsideKind | null)[] {
  let headlines = 0
  let isBeforeText = true
  const isSpoken =
    isHead &&
    isSpokenHead(
      text,
      lines,
      paragraphs.filter((range) => mayBeSpoken(text, lines, furniture, range)),
    )
  return paragraphs.map(([first, end]) => {
    const known = furniture.get(first)
    if (known !== undefined) return known
    const start = lines.start(first)
    const isSentence = lines.endsSentence(end - 1)
    const words = text.slice(start, Math.min(lines.end(end - 1), start + 200))
    if (furniture.get(end) === 'credit') return 'caption'
    if (BYLINE.test(words)) return 'credit'
    const isMarkdown = /^#{1,6}\s/u.test(words)
    const range = [first, end] as const
    const isTitle = isHead
      ? isTitleOfTalk(words, lines, range, headlines === 0)
      : !isSentence && end - first <= 3 && !/[:：]|^[[（(>]/u.test(words)
    if (isMarkdown || (isTitle && (isBeforeText || !isHead))) return headlines++ === 0 ? 'headline' : 'subheading'
    isBeforeText = false
    // Behind the talk: sentences belong to a picture; a place, a date, the time at which it ended are notes.
    if (isHead) return isSpoken ? kindBeforeTalk(words, lines, range) : 'preamble'
    return isSentence || end - first > 1 ? 'caption' : 'note'
  })
}

/**
 * Where, among the lines [first, end) of a turn, speech is over and the page's furniture begins:
 * at a jump line that nothing takes up again, at an end mark, at a caption before the last credit,
 * or, in the last turn, where the lines become much wider than the column.
 */
export function endOfSpeech(
  text: string,
  lines: Lines,
  furniture: LineKinds,
  first: number,
  end: number,
  layout: Layout,
): number {
  let over = end
  for (let index = furniture.hasAny(first, end) ? end - 1 : -1; index >= first; index--) {
    if (!furniture.has(index)) continue
    const kind = furniture.get(index)
    if (kind === 'jump-line' && isJumpArrival(text, lines, index)) break
    if (kind === 'jump-line' || (kind === 'end-mark' && !isRule(text, lines, index))) over = index
  }
  if (end < lines.length || !layout.isHardWrapped || over < end) return over
  const column = layout.columns.at(Math.max(0, first - 1))
  for (let index = first + 1; index < end; index++) {
    if (lines.width(index) > column * 1.5 && lines.endsSentence(index - 1)) return index
  }
  return over
}
