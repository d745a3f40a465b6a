import type { Label } from './conventions.ts'
import { unitsOf } from './lines.ts'
import { type LineRange, type Page, paragraphsOf } from './paragraphs.ts'
import { unnamedLabelAt } from './unnamed-label.ts'

const DASHES = unitsOf('—―–－─')
const CHEVRON = unitsOf('>')
const DASH = /^[—―–－─]+\s*/u
/** A name and a wide blank. */
const SPACED_NAME = /^([\p{L}・]{1,10})\u3000+(?=\S)/u
/** Questions in Japanese end without a mark as often. */
const QUESTION = /[?？؟;]|か。|(?:でしょう|ください|教えて)(?:[。\s]|$)/u
const QUOTED_BY_NARRATOR =
  /\p{Ll}-(?:t-)?(?:ils?|elles?|on|je)\b[ ,.]|[,.!?…]\s?[—–]\s\p{Ll}|,\s(?:\p{Ll}+[\s-]){1,2}(?:il|elle|he|she|\p{Lu}\p{Ll}+)\b[^?]*$|[,!?]\s?[—–]?\s?\p{Ll}+\s\p{Lu}\p{Ll}+[.,]/u
/** Fewer dashes than this are no habit. */
const FEWEST = 3
/** An interview has a head of a few paragraphs at most before its first question. */
const LONGEST_HEAD = 12

/** Turns that begin with a sign and say nobody's name: `>>` in captions, a dash before each question or each turn. */
export function unnamedLabels(page: Page, labels: readonly Label[]): readonly Label[] {
  const chevrons = chevronLabels(page, labels)
  if (chevrons.length > 0) return chevrons
  return labels.length === 0 ? dashLabels(page) : questionsBeforeNames(page, labels)
}

/** A dash before each question, a name before each answer. */
function questionsBeforeNames(page: Page, labels: readonly Label[]): readonly Label[] {
  const { text, lines, furniture } = page
  const from = lines.nextBeginning(DASHES, 0)
  if (from === lines.length) return []
  const named = new Set(labels.map(({ line }) => line))
  const starts = paragraphsOf(page, from, lines.length)
    .map(([first]) => first)
    .filter((first) => !furniture.has(first))
  const dashed = starts.filter((first) => isDash(page, first) && !named.has(first))
  const answered = starts.filter(
    (first, k) => isDash(page, first) && !named.has(first) && named.has(starts[k + 1] ?? -1),
  )
  if (dashed.length < FEWEST || answered.length < dashed.length * 0.85) return []
  if (answered.length < labels.length * 0.5) return []
  return dashed.map((first) => unnamedLabelAt(text, lines, first, DASH, 'question'))
}

function isDash({ lines }: Page, index: number): boolean {
  return DASHES[lines.first(index)] === 1
}

/** `>>` begins a turn in captions. In mail it quotes, and then lines with one sign stand beside those with two. */
function chevronLabels({ text, lines, furniture }: Page, labels: readonly Label[]): readonly Label[] {
  const from = lines.nextBeginning(CHEVRON, 0)
  // Most texts have no line that begins like that.
  if (from === lines.length) return []
  const taken = new Set(labels.map(({ line }) => line))
  const found: Label[] = []
  let named = 0
  let runs = 0
  for (let index = from; index < lines.length; index = lines.nextBeginning(CHEVRON, index + 1)) {
    const start = lines.start(index)
    // One sign quotes in mail, three wait for what is typed into a program.
    if (!text.startsWith('>>', start) || text.startsWith('>>>', start)) return []
    if (furniture.has(index)) continue
    if (taken.has(index)) named++
    else found.push(unnamedLabelAt(text, lines, index, /^>>\s*/u))
    if (lines.stopsMidSentence(index - 1) && text.startsWith('>>', lines.start(index - 1))) runs++
  }
  return found.length + named >= FEWEST && found.length > 0 && runs <= (found.length + named) / 3 ? found : []
}

/**
 * A dash before each question, the answers in paragraphs without one; or a dash before each turn.
 * Novels print dialogue like that too, but tell between the lines, and who says it behind them.
 */
function dashLabels(page: Page): readonly Label[] {
  const { text, lines, furniture } = page
  const from = lines.nextBeginning(DASHES, 0)
  // Most texts have no line that begins like that.
  if (from === lines.length) return []
  const paragraphs = paragraphsOf(page, 0, lines.length).filter(([first]) => !furniture.has(first))
  const dashed = paragraphs.map(([first]) => isDash(page, first))
  const head = dashed.indexOf(true)
  const count = dashed.filter(Boolean).length
  if (head === -1 || head > LONGEST_HEAD || count < FEWEST) return []
  const wordsOf = ([first, end]: LineRange): string =>
    text.slice(lines.start(first), Math.min(lines.end(end - 1), lines.start(first) + 2000))
  const marked = paragraphs.filter((_, k) => dashed[k] === true).map(wordsOf)
  if (marked.filter((words) => QUOTED_BY_NARRATOR.test(words)).length > count * 0.15) return []

  const asked = marked.filter((words) => QUESTION.test(words)).length
  const answered = dashed.filter((isMarked, k) => isMarked && dashed[k + 1] === false).length
  const names = answered >= count * 0.85 ? namesOfAnswers(page, paragraphs, dashed) : []
  if (names.length > 0) return names
  if (asked >= count * 0.7 && answered >= count * 0.85) return questionsAndAnswers(page, paragraphs, dashed)
  const rest = paragraphs.length - head - count
  const ended = marked.filter((words) => /[.!?…。！？؟।]["”’»)]*$/u.test(words)).length
  const isTalk = asked >= count * 0.25 && ended >= count * 0.8 && rest <= count * 0.1
  if (!isTalk) return []
  const turns = paragraphs.filter((_, k) => dashed[k] === true)
  const isOdd = (k: number): boolean => k % 2 === 1
  const questions = marked.map((words) => QUESTION.test(words))
  // Every other turn asks: one asks, one answers.
  const askedInTurn = questions.filter((asks, k) => asks && !isOdd(k)).length
  const askedBetween = questions.filter((asks, k) => asks && isOdd(k)).length
  const isInterview = askedInTurn >= Math.ceil(turns.length / 2) * 0.8 && askedBetween <= turns.length * 0.1
  if (isInterview)
    return turns.map(([first], k) => unnamedLabelAt(text, lines, first, DASH, isOdd(k) ? 'answer' : 'question'))
  return paragraphs.flatMap(([first], k) => (dashed[k] === true ? [unnamedLabelAt(text, lines, first, DASH)] : []))
}

/** Where what follows the dashes mostly begins with a name and a wide blank: those who answer. */
function namesOfAnswers(page: Page, paragraphs: readonly LineRange[], dashed: readonly boolean[]): Label[] {
  const { text, lines } = page
  const named = paragraphs.map(([first], k) => {
    if (dashed[k] === true) return null
    const start = lines.start(first)
    return SPACED_NAME.exec(text.slice(start, Math.min(lines.end(first), start + 24)))
  })
  const count = dashed.filter(Boolean).length
  const names = new Set(named.flatMap((match) => match?.[1] ?? []))
  const answers = named.filter((match) => match !== null).length
  if (answers < count * 0.8 || names.size > Math.max(1, answers / 2)) return []
  return paragraphs.flatMap(([first], k): Label[] => {
    if (dashed[k] === true) return [unnamedLabelAt(text, lines, first, DASH, 'question')]
    const match = named[k]
    if (match === null || match === undefined) return []
    const label = unnamedLabelAt(text, lines, first, SPACED_NAME, match[1])
    return [{ ...label, form: 'spaced', speaker: label.person }]
  })
}

function questionsAndAnswers(page: Page, paragraphs: readonly LineRange[], dashed: readonly boolean[]): Label[] {
  const { text, lines } = page
  const labels: Label[] = []
  paragraphs.forEach(([first], k) => {
    if (dashed[k] === true) labels.push(unnamedLabelAt(text, lines, first, DASH, 'question'))
    else if (dashed[k - 1] === true) labels.push(unnamedLabelAt(text, lines, first, null, 'answer'))
  })
  return labels
}
