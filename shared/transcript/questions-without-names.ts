import { isCjk } from './characters.ts'
import type { Label } from './conventions.ts'
import type { LabelCandidate } from './label-candidate.ts'
import { evidenceOfName } from './name-evidence.ts'
import { type LineRange, type Page, paragraphsOf } from './paragraphs.ts'
import { NUMBER, questionsOfInterview } from './questions-of-interview.ts'
import { endsAsSpeech, speaksOfSelf } from './talk.ts'
import { unnamedLabelAt } from './unnamed-label.ts'
import { ANSWERER } from './vocabulary.ts'

/** Fewer questions than this are no habit. */
const FEWEST = 3
/** An interview has a head of a few paragraphs at most before its first question. */
const LONGEST_HEAD = 12
/** Share of the answers that must be alike. */
const NEARLY_ALL = 0.85
const MOSTLY = 0.6
const SOME = 0.3
/** UTF-16 units of a paragraph that are looked at. */
const LOOKED_AT = 600
const LONGEST_QUESTION = 500
/** Bold, or in italics. */
const BOLD = /^(\*\*|__|\*|_)(?!\s)(.+?)\1$/su
const QUESTION = /[?？؟]["”’»）)]*$/u

/**
 * Interviews in which the questions name nobody: one person is named before each answer, and the paragraph before it asks;
 * or the questions are set in bold, and the answers are not; or the head tells of an interview. Lists of questions that readers of a manual ask look
 * alike: there nobody speaks of himself in the answers, and the questions do. `emphasis`: see `emphasisOf`.
 */
export function questionsWithoutNames(
  page: Page,
  candidates: readonly LabelCandidate[],
  emphasis: Uint32Array | null,
): readonly Label[] {
  const answered = onlyAnswerer(page, candidates)
  if (answered.length > 0) return answered
  const bold = boldQuestions(page, emphasis)
  return bold.length > 0 ? bold : questionsOfInterview(page)
}

/** `B: …` or `Bell: …` again and again, and nobody else, each below a paragraph that asks. */
function onlyAnswerer(page: Page, candidates: readonly LabelCandidate[]): readonly Label[] {
  const labels = candidates.filter(({ form, isAtParagraphStart }) => form === 'colon' && isAtParagraphStart)
  const [first] = labels
  if (first === undefined || labels.length < FEWEST || labels.some(({ speaker }) => speaker !== first.speaker))
    return []
  const evidence = evidenceOfName(first.speaker, '')
  if (evidence === null || !(isCjk(first.speaker.charCodeAt(0)) || /^\p{Lu}/u.test(first.speaker))) return []
  const { text, lines, furniture } = page
  const byLine = new Map(labels.map((label) => [label.line, label]))
  const paragraphs = paragraphsOf(page, 0, lines.length).filter(([line]) => !furniture.has(line))
  const found: Label[] = []
  const answers: string[] = []
  paragraphs.forEach((range, k) => {
    const label = byLine.get(range[0])
    const before = paragraphs[k - 1]
    if (label === undefined) return
    answers.push(wordsOf(page, range))
    if (before !== undefined && !byLine.has(before[0]) && asks(wordsOf(page, before)))
      found.push(unnamedLabelAt(text, lines, before[0], NUMBER, 'question'))
  })
  const isAnswered = answers.length === labels.length && found.length >= labels.length * NEARLY_ALL
  const isSpoken = answers.filter(endsAsSpeech).length >= answers.length * MOSTLY
  const isSaid = ANSWERER.test(first.speaker) || answers.filter(speaksOfSelf).length >= answers.length * SOME
  return isAnswered && isSpoken && isSaid ? [...found, ...labels].sort((a, b) => a.start - b.start) : []
}

/** Paragraphs that are bold from end to end and ask, each with plain paragraphs below it. */
function boldQuestions(page: Page, emphasis: Uint32Array | null): readonly Label[] {
  const { text, lines, furniture } = page
  if (emphasis === null && !hasBold(page)) return []
  const paragraphs = paragraphsOf(page, 0, lines.length).filter(([first]) => !furniture.has(first))
  const bold = paragraphs.map((range) => boldWords(page, range, emphasis))
  const from = bold.findIndex((words) => words !== null && asks(words))
  const count = bold.filter((words) => words !== null && asks(words)).length
  const others = bold.slice(from).filter((words) => words !== null).length - count
  if (count < FEWEST || from > LONGEST_HEAD || others > count / 2) return []

  const labels: Label[] = []
  const questions: string[] = []
  const answers: string[] = []
  for (let k = from; k < paragraphs.length; k++) {
    const [first] = paragraphs[k] ?? [0, 0]
    const words = bold[k]
    const isAnswered = bold[k + 1] === null
    if (words !== null && words !== undefined) {
      if (!isAnswered) continue
      questions.push(words)
      labels.push(unnamedLabelAt(text, lines, first, null, 'question'))
    } else if (bold[k - 1] !== null) {
      answers.push(wordsOf(page, paragraphs[k] ?? [0, 0]))
      labels.push(unnamedLabelAt(text, lines, first, null, 'answer'))
    } else if (isStructure(page, first)) return []
  }
  if (questions.length < FEWEST || answers.some((words) => /^(?:```|[-*+•#|>]\s|\d+[.)]\s)/u.test(words))) return []
  const isSaid = answers.filter(speaksOfSelf).length >= answers.length * SOME
  const areReaders = questions.filter(speaksOfSelf).length > questions.length * SOME
  return isSaid && !areReaders && answers.filter(endsAsSpeech).length >= answers.length * MOSTLY ? labels : []
}

function hasBold({ lines }: Page): boolean {
  let count = 0
  for (let index = 0; index < lines.length && count < FEWEST; index++) {
    const first = lines.first(index)
    if (first === 0x2a || first === 0x5f) count++
  }
  return count >= FEWEST
}

/** What a paragraph says that is bold from end to end; `null`: it is not. */
function boldWords(page: Page, [first, end]: LineRange, emphasis: Uint32Array | null): string | null {
  const { text, lines } = page
  const [start, stop] = [lines.start(first), lines.end(end - 1)]
  if (stop - start > LONGEST_QUESTION) return null
  const sign = lines.first(first)
  if (sign === 0x2a || sign === 0x5f) return BOLD.exec(text.slice(start, stop))?.[2] ?? null
  if (emphasis === null) return null
  for (let index = first; index < end; index++) if ((emphasis[index] ?? 0) < lines.end(index)) return null
  return text.slice(start, stop)
}

/** A fence of code, a heading, a table: a manual, not a talk. */
function isStructure({ text, lines }: Page, line: number): boolean {
  const start = lines.start(line)
  return /^(?:```|~~~|#{1,6}\s|\|)/u.test(text.slice(start, Math.min(lines.end(line), start + 8)))
}

function wordsOf({ text, lines }: Page, [first, end]: LineRange): string {
  return text.slice(lines.start(first), Math.min(lines.end(end - 1), lines.start(first) + LOOKED_AT))
}

function asks(words: string): boolean {
  return QUESTION.test(words.trimEnd())
}
