import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { cueLines } from './cue-lines.ts'
import type { Layout } from './layout.ts'
import { closeUp } from './letter-spacing.ts'
import type { Line } from './lines.ts'
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
const RULE_SIGNS = '-–—―─━_=*＊~～…·•'
const PAGE_TAG = /^<PAGE\b[^>]*>$/iu
/** Tags that part paragraphs and chapters in corpora. */
const PART_TAG = /^<\/?(?:P|BR|HR|SPEAKER|CHAPTER\b[^>]*)\s*\/?>$/iu

/** Nothing that is furniture by its words is longer, in UTF-16 units. */
const LONGEST = 80
/** End marks are believed only so near to the end of the text. */
const LAST_LINES = 12

/**
 * Lines that are furniture of the page by their own words, whatever stands around them: by index
 * of line, with those that the file itself sets aside (`known`). Rules that part one thing from the next count as end marks. Numbers alone count as page numbers only where at least three of them count upwards.
 */
export function findFurniture(
  text: string,
  lines: readonly Line[],
  known: ReadonlyMap<number, SetAsideKind> = new Map(),
): ReadonlyMap<number, SetAsideKind> {
  const found = new Map(known)
  const numbers: { readonly index: number; readonly value: number }[] = []
  lines.forEach((line, index) => {
    if (line.end - line.start > LONGEST || known.has(index)) return
    if (isRule(text, line)) {
      found.set(index, 'end-mark')
      return
    }
    if (!line.hasFurnitureSign && !mayBeginFurniture(text, line)) return
    const words = closedUp(text, line)
    if (JUMP.test(words)) found.set(index, 'jump-line')
    else if (PAGE_TAG.test(words)) found.set(index, 'page-number')
    else if (PART_TAG.test(words)) found.set(index, 'note')
    else if (CREDIT.test(words) && !line.endsSentence) found.set(index, 'credit')
    else if (index >= lines.length - LAST_LINES && index > 0 && END_MARK.test(words)) found.set(index, 'end-mark')
    const page = PAGE_NUMBER.exec(words)
    if (page !== null) numbers.push({ index, value: Number(page.slice(1).find((group) => group !== undefined)) })
  })
  for (const index of regularHeads(text, lines)) if (!found.has(index)) found.set(index, 'running-head')
  for (const index of cueLines(text, lines)) found.set(index, 'note')
  const pages = numbers.filter(({ value }, k) => {
    const before = numbers[k - 1]?.value
    const after = numbers[k + 1]?.value
    return before === value - 1 || after === value + 1
  })
  if (pages.length >= 3) {
    for (const { index } of pages) found.set(index, 'page-number')
    for (const index of headsBesidePageNumbers(
      text,
      lines,
      pages.map(({ index }) => index),
    ))
      found.set(index, 'running-head')
  }
  return found
}

/** Without a sign of its own, furniture begins with a number, a dash or one of a few English words. */
function mayBeginFurniture(text: string, { start, end }: Line): boolean {
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

function closedUp(text: string, { start, end, isLetterSpaced }: Line): string {
  if (!isLetterSpaced) return text.slice(start, end)
  return closeUp(text, start, end)
    .map(([from, to]) => text.slice(from, to))
    .join('')
}

/** Nothing but three or more dashes, stars or the like, as they part one thing from the next. */
function isRule(text: string, { start, end }: Line): boolean {
  if (end - start < 3 || !RULE_SIGNS.includes(text.charAt(start)) || !RULE_SIGNS.includes(text.charAt(end - 1)))
    return false
  for (let at = start; at < end; at++)
    if (!RULE_SIGNS.includes(text.charAt(at)) && text.charAt(at) !== ' ') return false
  return true
}

/** Tells whether a jump line says where the text comes from, not where it goes. */
function isJumpArrival(text: string, line: Line): boolean {
  return JUMP_ARRIVAL.test(text.slice(line.start, line.end))
}

/**
 * Names the paragraphs of what surrounds the speech. `paragraphs` are stretches of lines; what
 * stands right before a credit is a caption, what has no full stop a headline.
 */
export function nameSurroundings(
  text: string,
  lines: readonly Line[],
  furniture: ReadonlyMap<number, SetAsideKind>,
  paragraphs: readonly (readonly [first: number, end: number])[],
  isHead: boolean,
): readonly SetAsideKind[] {
  let headlines = 0
  let isBeforeText = true
  return paragraphs.map(([first, end]) => {
    const known = furniture.get(first)
    if (known !== undefined) return known
    const line = lines[first]
    const last = lines[end - 1]
    if (line === undefined || last === undefined) return 'preamble'
    const words = text.slice(line.start, Math.min(last.end, line.start + 200))
    if (furniture.get(end) === 'credit') return 'caption'
    if (BYLINE.test(words)) return 'credit'
    const isMarkdown = /^#{1,6}\s/u.test(words)
    const isTitle = !last.endsSentence && end - first <= 3 && !/[:：]|^[[（(>]/u.test(words)
    if (isMarkdown || (isTitle && (isBeforeText || !isHead))) return headlines++ === 0 ? 'headline' : 'subheading'
    isBeforeText = false
    // Behind the talk: sentences belong to a picture; a place, a date, the time at which it ended are notes.
    return isHead ? 'preamble' : last.endsSentence || end - first > 1 ? 'caption' : 'note'
  })
}

/**
 * Where, among the lines [first, end) of a turn, speech is over and the page's furniture begins:
 * at a jump line that nothing takes up again, at an end mark, at a caption before the last credit,
 * or, in the last turn, where the lines become much wider than the column.
 */
export function endOfSpeech(
  text: string,
  lines: readonly Line[],
  furniture: ReadonlyMap<number, SetAsideKind>,
  first: number,
  end: number,
  layout: Layout,
): number {
  let over = end
  for (let index = furniture.size === 0 ? -1 : end - 1; index >= first; index--) {
    const line = lines[index]
    const kind = furniture.get(index)
    if (line === undefined) continue
    if (kind === 'jump-line' && isJumpArrival(text, line)) break
    if (kind === 'jump-line' || (kind === 'end-mark' && !isRule(text, line))) over = index
  }
  if (end < lines.length || !layout.isHardWrapped || over < end) return over
  const column = layout.columnAt(Math.max(0, first - 1))
  for (let index = first + 1; index < end; index++) {
    const line = lines[index]
    if (line !== undefined && line.width > column * 1.5 && lines[index - 1]?.endsSentence === true) return index
  }
  return over
}
