import { HAS_LABEL_END, type Lines } from './lines.ts'
import { NUMBERED_PERSON } from './vocabulary.ts'

/** No head of a page is longer, in UTF-16 units. */
const LONGEST = 100
const FEWEST = 3
/** Where two do not stand in so many lines from the first, there are none: no page is so long. */
const FIRST_PAGES = 3000
/** `Page 3 of 26`, `| 3`, `第 3 页`, or a number behind blanks, at the end of a head or foot. */
const NUMBER_BEHIND =
  /^(.*?\S)(?:[\s\u3000]*[|·–—-][\s\u3000]*|[\s\u3000]+)(?:(?:page|seite|pág(?:ina)?|p\.)\s*)?第?\s*(\d{1,4})(?:\s*[页頁])?(?:\s*(?:of|de|von|\/)\s*\d{1,4})?$/iu
/** The number may stand before the words, as it does on left pages. */
const NUMBER_BEFORE = /^(?:page\s+)?(\d{1,4})(?:\s*[|·–—-]\s*|\s{2,}|\t+|\u3000+)(\S.*)$/iu

/**
 * Heads and feet with the number of the page on the same line: the same words each time, digits apart,
 * while the number counts up, and in mid-sentence often enough. Two may take turns, on left and right pages.
 */
export function numberedHeads(text: string, lines: Lines): readonly number[] {
  const byWords = new Map<string, { readonly index: number; readonly value: number }[]>()
  for (let index = 1; index < lines.length; index++) {
    if (index === FIRST_PAGES && ![...byWords.values()].some(({ length }) => length > 1)) return []
    const [start, end] = [lines.start(index), lines.end(index)]
    if (end - start > LONGEST || end - start < 5 || lines.has(index, HAS_LABEL_END)) continue
    if (!isDigitOrPage(text.charCodeAt(end - 1)) && !isDigitOrPage(lines.first(index))) continue
    const found = headOf(text.slice(start, end))
    if (found === null) continue
    const list = byWords.get(found.words)
    if (list === undefined) byWords.set(found.words, [{ index, value: found.value }])
    else list.push({ index, value: found.value })
  }
  return [...byWords.values()].flatMap((heads) => {
    const indices = heads.map(({ index }) => index)
    const broken = indices.filter((index) => lines.stopsMidSentence(index - 1)).length
    return countsUp(heads.map(({ value }) => value)) && broken * 2 >= indices.length ? indices : []
  })
}

function headOf(line: string): { readonly words: string; readonly value: number } | null {
  const behind = NUMBER_BEHIND.exec(line)
  const before = behind === null ? NUMBER_BEFORE.exec(line) : null
  const words = behind?.[1] ?? before?.[2] ?? ''
  const value = Number(behind?.[2] ?? before?.[1])
  // A small letter goes on with a sentence, and a single word with a number is a person, a chapter, a figure.
  if (!/^[^\p{L}]{0,3}[\p{Lu}\p{Lo}]/u.test(words) || words.length < 4) return null
  const isWide = /[\s\u3000]{2}|[|\t]|\d\s*(?:of|de|von|\/)\s*\d/u.test(line)
  if (NUMBERED_PERSON.test(line) || (!isWide && !/\s/u.test(words))) return null
  return { words: words.replace(/\s+/gu, ' '), value }
}

/** Each number is one more than the last one, or each is two more, as on pages of one side. */
function countsUp(values: readonly number[]): boolean {
  if (values.length < FEWEST) return false
  const step = (values[1] ?? 0) - (values[0] ?? 0)
  return (step === 1 || step === 2) && values.every((value, k) => k === 0 || value - (values[k - 1] ?? 0) === step)
}

/** A digit, `页` or `頁`. */
function isDigitOrPage(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x9875 || code === 0x9801
}
