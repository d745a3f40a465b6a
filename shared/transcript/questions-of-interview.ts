import type { Label } from './conventions.ts'
import { numberOf } from './han-numbers.ts'
import { type LineRange, type Page, paragraphsOf } from './paragraphs.ts'
import { speaksOfSelf } from './talk.ts'
import { unnamedLabelAt } from './unnamed-label.ts'

/** Words of a headline or an introduction by which somebody was interviewed. */
const INTERVIEW =
  /回答[^。]{0,12}提[问問]|[专專][访訪]|[访訪][谈談]|インタビュー|に聞く|聞きました|인터뷰|\binterview(?:s|ed)?\s(?:with|by)\b|^\W*(?:the\s)?interview\s*[:|–—-]|in conversation|\bentrevista|\bentretien|\bintervista|propos recueillis|\bgespräch mit|\b(?:questions|preguntas|fragen)\s(?:for|to|with|a|an)\b|интервью|wywiad|rozmawia|röportaj|söyleşi/iu
/** UTF-16 units from the start in which they stand, and of a paragraph that are looked at. */
const HEAD = 600
/** Of these words nothing but questions and their answers follows, whoever is asked. */
const PRESS = /答记者问|答記者問/u
const LOOKED_AT = 600
const LONGEST_QUESTION = 500
/** An interview has a head of a few paragraphs at most before its first question. */
const LONGEST_HEAD = 12
/** Fewer questions than this are no habit, without a number or with one. */
const FEWEST = 4
const FEWEST_NUMBERED = 3
/** Share of the questions that speak to somebody, and of the answers in which somebody speaks of himself. */
const SPOKEN_TO = 0.5
const SAID = 0.4
const QUESTION = /[?？؟]["”’»）)]*$/u
/** What counts a question, and is no part of it. */
export const NUMBER =
  /^(?:(?<han>[一二三四五六七八九十]{1,3})[、.．]|[（(](?<bracketed>[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|(?<digits>\d{1,2})[、.．)])\s*/u
const YOU =
  /[您你]|あなた|さん|(?<!\p{L})(?:you|your|yours|yourself|vous|votre|vos|tu|ton|ta|usted|su|sus|tú|te|ti|lei|suo|sua|sie|ihr|ihnen|ihre[nrms]?|você|вы|вас|вам|ваш[аеиу]?|ты|pan|pani|pana|siz|sizin)(?!\p{L})/iu
/** A fence of code, a heading, a table, an item of a list: not said. */
const STRUCTURE = /^(?:```|~~~|#{1,6}\s|\||[-*+•]\s)/u

/**
 * Interviews that have lost their marks: the head says that somebody was interviewed, and then questions stand in
 * paragraphs of their own, counted, or speaking to somebody who speaks of himself below them.
 */
export function questionsOfInterview(page: Page): readonly Label[] {
  const { text, lines, furniture } = page
  const head = text.slice(0, HEAD)
  if (!PRESS.test(head) && !INTERVIEW.test(head)) return []
  const paragraphs = paragraphsOf(page, 0, lines.length).filter(([first]) => !furniture.has(first))
  const words = paragraphs.map((range) => wordsOf(page, range))
  const numbered = countedQuestions(words, PRESS.test(head))
  const asked = numbered.length > 0 ? numbered : freeQuestions(words)
  const places = new Set(asked)
  return paragraphs.flatMap(([first], k): Label[] => {
    if (places.has(k)) return [unnamedLabelAt(text, lines, first, numbered.length > 0 ? NUMBER : null, 'question')]
    return places.has(k - 1) ? [unnamedLabelAt(text, lines, first, null, 'answer')] : []
  })
}

/** Paragraphs that ask, and are counted upwards from one in one manner, with others between them. */
function countedQuestions(words: readonly string[], isPress: boolean): readonly number[] {
  const found: number[] = []
  let manner: string | null = null
  words.forEach((paragraph, k) => {
    if (!asks(paragraph)) return
    const { groups } = NUMBER.exec(paragraph) ?? {}
    const [group, number] = Object.entries(groups ?? {}).find(([, value]) => value !== undefined) ?? []
    if (group === undefined || number === undefined || (manner !== null && manner !== group)) return
    if (numberOf(number) !== found.length + 1 || found.at(-1) === k - 1) return
    manner = group
    found.push(k)
  })
  const isHabit =
    found.length >= FEWEST_NUMBERED && (found[0] ?? 0) <= LONGEST_HEAD && found.at(-1) !== words.length - 1
  // Guides and leaflets count their questions too, and nobody answers them.
  const isAnswered = isPress || found.filter((k) => speaksOfSelf(words[k + 1] ?? '')).length >= found.length * SAID
  return isHabit && isAnswered ? found : []
}

/** Paragraphs that ask and speak to somebody; between any two of them somebody speaks, mostly of himself. */
function freeQuestions(words: readonly string[]): readonly number[] {
  const asked = words.flatMap((paragraph, k) => (asks(paragraph) ? [k] : []))
  const [first] = asked
  if (first === undefined || asked.length < FEWEST || first > LONGEST_HEAD || asked.at(-1) === words.length - 1)
    return []
  const answers = words.filter((paragraph, k) => k > first && !asks(paragraph))
  const isApart = asked.every((k, index) => asked[index + 1] !== k + 1)
  const isDense = asked.length >= (words.length - first) * 0.2
  const spokenTo = asked.filter((k) => YOU.test(words[k] ?? '')).length
  const isTalk = spokenTo >= asked.length * SPOKEN_TO && answers.filter(speaksOfSelf).length >= answers.length * SAID
  return isApart && isDense && isTalk && !words.some((paragraph) => STRUCTURE.test(paragraph)) ? asked : []
}

function asks(paragraph: string): boolean {
  return paragraph.length <= LONGEST_QUESTION && QUESTION.test(paragraph)
}

function wordsOf({ text, lines }: Page, [first, end]: LineRange): string {
  return text.slice(lines.start(first), Math.min(lines.end(end - 1), lines.start(first) + LOOKED_AT)).trimEnd()
}
