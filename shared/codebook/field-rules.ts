import type { FieldChoice, FieldDefinition } from '#shared/model/code.ts'
import { comparable } from './field-values.ts'

const NAME = /^[a-z][a-z0-9_]*$/

export type FieldNameProblem = 'empty' | 'not-a-name' | 'taken'
export type FieldLabelProblem = 'empty' | 'taken'
export type ChoiceProblem = 'empty' | 'separator' | 'taken'

/** Tells whether a name can stand in a CSV header as a family's or a field's: lower snake case, a letter first. */
function isColumnName(name: string): boolean {
  return NAME.test(name)
}

/** What is wrong with a CSV name among those of the other fields (or families), or `null`. */
export function columnNameProblem(others: readonly string[], name: string): FieldNameProblem | null {
  if (name === '') return 'empty'
  if (!isColumnName(name)) return 'not-a-name'
  return others.includes(name) ? 'taken' : null
}

/** What is wrong with a label beside those of the other fields, or `null`. */
export function fieldLabelProblem(others: readonly FieldDefinition[], label: string): FieldLabelProblem | null {
  const wanted = comparable(label)
  if (wanted === '') return 'empty'
  return others.some((field) => comparable(field.label) === wanted) ? 'taken' : null
}

/**
 * What is wrong with a choice's value or label beside those of the other choices, or `null`. No
 * word may stand for two choices, and no value may hold what parts values in an answer.
 */
export function choiceProblem(
  others: readonly FieldChoice[],
  part: 'value' | 'label',
  text: string,
): ChoiceProblem | null {
  const wanted = comparable(text)
  if (wanted === '') return 'empty'
  if (part === 'value' && /[;；\r\n]/.test(text)) return 'separator'
  return others.some((choice) => comparable(choice.value) === wanted || comparable(choice.label) === wanted)
    ? 'taken'
    : null
}

/**
 * A name for the CSV made from words: lower snake case of their Latin letters and digits. Where that
 * is taken, or there are no such letters, it is numbered from 2.
 */
export function freeColumnName(words: string, fallback: string, taken: ReadonlySet<string>): string {
  const latin = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const stem = isColumnName(latin) ? latin : fallback
  if (stem !== fallback && !taken.has(stem)) return stem
  let number = 2
  while (taken.has(`${stem}_${number}`)) number += 1
  return `${stem}_${number}`
}

/** A value for a new choice: its label's Latin letters in snake case, or the label itself where it has none. */
export function choiceValueFor(label: string, taken: readonly FieldChoice[]): string {
  const wanted = label
    .trim()
    .replace(/[;；\r\n]+/g, ' ')
    .trim()
  const latin = /^[\x20-\x7e]+$/.test(wanted)
    ? wanted
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '')
    : ''
  const stem = latin === '' ? wanted : latin
  let value = stem
  for (let number = 2; choiceProblem(taken, 'value', value) === 'taken'; number += 1) value = `${stem}_${number}`
  return value
}
