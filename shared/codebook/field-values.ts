import type { FieldDefinition } from '#shared/model/code.ts'
import type { SourceId } from '#shared/model/ids.ts'

/**
 * Parts the values of a field of several choices; no choice's value contains it, nor its full-width form.
 */
const CHOICE_SEPARATOR = ';'

/** What it takes to read an answer beside its field: the names by which sources can be told apart. */
export interface FieldWorld {
  readonly sources: ReadonlyMap<SourceId, string>
}

/** The part of a definition that says how answers are written. */
export type FieldForm = Pick<FieldDefinition, 'type' | 'choices'>

export const FIELD_PROBLEMS = [
  'not-a-choice',
  'not-a-number',
  'comma-in-number',
  'not-yes-or-no',
  'not-a-date',
  'year-not-first',
  'no-such-day',
  'no-such-source',
] as const

/** Why an answer cannot be taken as it was written. */
export type FieldProblem = (typeof FIELD_PROBLEMS)[number]

export type ParsedField = { readonly value: string } | { readonly problem: FieldProblem }

/**
 * Reads what somebody wrote as an answer. The value is the form that is stored and exported; an
 * empty one means that nothing was said. For each type there is one form:
 *
 * - text, speaker: as written, without outer blanks
 * - choice: the choice's value; choices: such values, each once, in the order of their UTF-16 units,
 *   parted by `;`, so that the same answer is the same text however the choices are ordered
 * - number: a decimal without needless zeros, `-12.5`, of any length. A comma is refused: `1,5` and
 *   `1,500` mean different things in different countries
 * - yes-no: `yes` or `no`
 * - date: ISO 8601, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a day that there was or will be (Gregorian)
 * - source: the source's id
 *
 * Full-width digits and signs count as their common forms.
 */
export function parseField(field: FieldForm, written: string, world: FieldWorld): ParsedField {
  const text = written.trim()
  if (text === '') return { value: '' }
  switch (field.type) {
    case 'text':
    case 'speaker':
      return { value: text }
    case 'choice':
      return orProblem(choiceOf(field, text), 'not-a-choice')
    case 'choices':
      return choicesOf(field, text)
    case 'number':
      return numberOf(halfWidth(text).trim())
    case 'yes-no':
      return orProblem(yesOrNo(text), 'not-yes-or-no')
    case 'date':
      return dateOf(halfWidth(text).trim())
    case 'source':
      return orProblem(sourceOf(text, world), 'no-such-source')
  }
}

/** Writes an answer as one would write it into its field: reading that again gives the same answer. */
export function printField(field: FieldForm, value: string, world: FieldWorld): string {
  return field.type === 'source' ? (world.sources.get(value as SourceId) ?? value) : value
}

/** Tells whether a stored answer has the form of its field's type. One that has not is kept, and shown as it is. */
export function isFieldValue(field: FieldForm, value: string, world: FieldWorld): boolean {
  const parsed = parseField(field, value, world)
  return 'value' in parsed && parsed.value === value && value !== ''
}

/** The choices that an answer names. */
export function valuesOf(answer: string): readonly string[] {
  return answer === '' ? [] : answer.split(CHOICE_SEPARATOR)
}

/** The answer that names these choices. */
export function answerOf(values: Iterable<string>): string {
  return [...new Set(values)].sort().join(CHOICE_SEPARATOR)
}

/** What two words have to differ in for people to tell them apart: not case, not width, not outer blanks. */
export function comparable(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

function orProblem(value: string | undefined, problem: FieldProblem): ParsedField {
  return value === undefined ? { problem } : { value }
}

/** By its value, or else by a likeness of value or label. */
function choiceOf({ choices }: FieldForm, text: string): string | undefined {
  if (choices.some(({ value }) => value === text)) return text
  const wanted = comparable(text)
  const found =
    choices.find(({ value }) => comparable(value) === wanted) ??
    choices.find(({ label }) => comparable(label) === wanted)
  return found?.value
}

function choicesOf(field: FieldForm, text: string): ParsedField {
  const found: string[] = []
  for (const part of text.split(/[;；]/)) {
    if (part.trim() === '') continue
    const value = choiceOf(field, part.trim())
    if (value === undefined) return { problem: 'not-a-choice' }
    found.push(value)
  }
  return { value: answerOf(found) }
}

function numberOf(text: string): ParsedField {
  const [, sign, whole = '', fraction = ''] = /^([+\-\u2212]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? []
  if (sign === undefined || whole + fraction === '') {
    return {
      problem: /^[+\-\u2212]?[\d.,]*\d[\d.,]*$/.test(text) && text.includes(',') ? 'comma-in-number' : 'not-a-number',
    }
  }
  const before = whole.replace(/^0+(?=\d)/, '') || '0'
  const behind = fraction.replace(/0+$/, '')
  const digits = behind === '' ? before : `${before}.${behind}`
  return { value: digits !== '0' && sign !== '' && sign !== '+' ? `-${digits}` : digits }
}

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', '是'])
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', '否', '不是'])

function yesOrNo(text: string): string | undefined {
  const word = comparable(text)
  if (YES.has(word)) return 'yes'
  return NO.has(word) ? 'no' : undefined
}

const DATES = [
  /^(\d{4})(?:[-/.](\d{1,2}))?$/,
  /^(\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/,
  /^(\d{4})(?<month>\d\d)(?<day>\d\d)$/,
  /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(?<day>\d{1,2})\s*[日号號])?)?$/,
]

function dateOf(text: string): ParsedField {
  for (const pattern of DATES) {
    const match = pattern.exec(text)
    if (match === null) continue
    const { month = match[2], day } = match.groups ?? {}
    const year = match[1] ?? ''
    if (!isDay(Number(year), month === undefined ? 1 : Number(month), day === undefined ? 1 : Number(day))) {
      return { problem: 'no-such-day' }
    }
    return {
      value: [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-'),
    }
  }
  return { problem: /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(text) ? 'year-not-first' : 'not-a-date' }
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

/** By id, or by name. */
function sourceOf(text: string, { sources }: FieldWorld): string | undefined {
  if (sources.has(text as SourceId)) return text
  const wanted = comparable(text)
  let like: string | undefined
  for (const [id, name] of sources) {
    if (name === text) return id
    if (like === undefined && comparable(name) === wanted) like = id
  }
  return like
}

/** Full-width forms as the common ones (U+FF01 to U+FF5E, U+3000). Not NFKC, which would make `52` of `5²`. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}
