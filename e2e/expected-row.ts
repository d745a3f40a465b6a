import { createHash } from 'node:crypto'
import { userInfo } from 'node:os'
import type { Transcript } from './transcripts.ts'

/** UTF-16 positions in the text of a transcript, half-open. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What was coded, as the test knows it: from the decoded file and from what it did, not from the program. */
export interface Coded {
  readonly span: Span
  /** What the page showed as selected. */
  readonly quote: string
  readonly family: string
  readonly familyName: string
  readonly code: string
  readonly memo: string
  readonly fields: Readonly<Record<string, string>>
}

const CONTEXT = 40
const CLAIM_FIELDS = ['claimant', 'addressee', 'stance', 'proposition', 'responsiveness']

export const withoutBlanks = (text: string): string => text.replace(/\s/gu, '')

/** Where a line (from 1) begins. */
function startOfLine(text: string, line: number): number {
  let at = 0
  for (let passed = 1; passed < line; passed++) at = text.indexOf('\n', at) + 1
  return at
}

/** What a turn (from 0) says: from behind its label to the last character of its last line. */
export function speechSpan({ text, truth }: Transcript, turn: number): Span {
  const found = truth.turns[turn]
  if (found === undefined) throw new Error(`there is no turn ${turn}`)
  const label = startOfLine(text, found.labelLine)
  const colon = label + text.slice(label).search(/[：:]/)
  const start = colon + 1 + text.slice(colon + 1).search(/\S/)
  const end = startOfLine(text, found.lastTextLine + 1)
  return { start, end: text.slice(0, end).trimEnd().length }
}

/** The first sentence of a turn, by its full stop, question or exclamation mark. */
export function firstSentence(transcript: Transcript, turn: number): Span {
  const { start, end } = speechSpan(transcript, turn)
  const stop = transcript.text.slice(start, end).search(/[。！？]/)
  return { start, end: start + stop + 1 }
}

/** Where the `from`th to before the `to`th written character of a span stands; blanks and line breaks do not count. */
export function writtenBetween(text: string, span: Span, from: number, to: number): Span {
  const places: number[] = []
  for (let at = span.start; at < span.end; at++) if (/\S/u.test(text.charAt(at))) places.push(at)
  const first = places[from]
  const last = places[to - 1]
  if (first === undefined || last === undefined) throw new Error('the passage is too short')
  return { start: first, end: last + 1 }
}

/** Where words stand in the text, whatever blanks and line breaks are between their characters. */
export function findWritten(text: string, words: string, from = 0): Span {
  const characters = [...withoutBlanks(words)].map((character) => character.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'))
  const pattern = new RegExp(characters.join('\\s*'), 'gu')
  pattern.lastIndex = from
  const found = pattern.exec(text)
  if (found === null) throw new Error(`“${words}” does not stand in the text`)
  return { start: found.index, end: found.index + found[0].length }
}

const codePoints = (text: string): number => [...text].length
const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function turnOf({ text, truth }: Transcript, offset: number): number {
  const line = lineOf(text, offset)
  return truth.turns.findIndex((turn) => turn.labelLine <= line && line <= turn.lastTextLine)
}

/** The text with every label blanked out; all positions stay. */
function withoutLabels(transcript: Transcript): string {
  let { text } = transcript
  for (const [index, { labelLine }] of transcript.truth.turns.entries()) {
    const label = startOfLine(transcript.text, labelLine)
    const { start } = speechSpan(transcript, index)
    text = text.slice(0, label) + ' '.repeat(start - label) + text.slice(start)
  }
  return text
}

/** Every cell that the test can know beforehand. */
export function expectedCells(transcript: Transcript, coded: Coded): Readonly<Record<string, string>> {
  const { text, truth, bytes, fileName } = transcript
  const { start, end } = coded.span
  const turn = turnOf(transcript, start)
  const exchange = truth.exchanges.findIndex(({ questions, answers }) => [...questions, ...answers].includes(turn))
  const place = truth.exchanges[exchange]
  return {
    source_name: fileName.replace(/\.txt$/, ''),
    source_file: fileName,
    source_sha256: createHash('sha256').update(bytes).digest('hex'),
    family: coded.family,
    code: coded.code,
    code_path: `${coded.familyName} > ${coded.code}`,
    coder: userInfo().username,
    start: String(codePoints(text.slice(0, start))),
    end: String(codePoints(text.slice(0, end))),
    start_utf16: String(start),
    end_utf16: String(end),
    part: '1',
    parts: '1',
    line_start: String(lineOf(text, start)),
    line_end: String(lineOf(text, end - 1)),
    page: '',
    time_start: '',
    time_end: '',
    turn: String(turn + 1),
    speaker: truth.turns[turn]?.speaker ?? '',
    speaker_role: truth.turns[turn]?.role ?? '',
    exchange: exchange === -1 ? '' : String(exchange + 1),
    exchange_role: place === undefined ? '' : place.questions.includes(turn) ? 'question' : 'answer',
    quote: coded.quote,
    quote_raw: text.slice(start, end),
    memo: coded.memo,
    ...Object.fromEntries(CLAIM_FIELDS.map((name) => [`claim.${name}`, coded.fields[name] ?? ''])),
    part_name: '',
    links: '',
  }
}

/**
 * What is wrong with a row's contexts, or `null`. They are forty characters of what reads before
 * and after, which is the source without labels, up to blanks; and with the quote they are one
 * piece of the text on the page.
 */
export function contextProblem(
  transcript: Transcript,
  coded: Coded,
  row: Readonly<Record<string, string>>,
  pageText: string,
): string | null {
  const { context_before: before = '', context_after: after = '', quote = '' } = row
  const text = withoutLabels(transcript)
  if (codePoints(before) !== CONTEXT || codePoints(after) !== CONTEXT) return `not ${CONTEXT} characters`
  if (!withoutBlanks(text.slice(0, coded.span.start)).endsWith(withoutBlanks(before))) return `before: ${before}`
  if (!withoutBlanks(text.slice(coded.span.end)).startsWith(withoutBlanks(after))) return `after: ${after}`
  return pageText.includes(before + quote + after) ? null : 'not as on the page'
}
