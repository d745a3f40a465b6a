import type { FieldChoice, FieldDefinition, FieldType } from '#shared/model/code.ts'
import { choiceProblem } from './field-rules.ts'
import { type FieldWorld, parseField, printField, valuesOf } from './field-values.ts'

/** More different answers than this are no choices but text. */
const MOST_CHOICES = 40

/** What would become of a field and of its answers with another type. */
export interface TypeChange {
  readonly field: FieldDefinition
  /** Answers that the new type takes, as they would be; most stay as they are. */
  readonly fits: readonly { readonly value: string; readonly becomes: string; readonly count: number }[]
  /** Answers that it does not take. With any of these the change is refused. */
  readonly unfit: readonly { readonly value: string; readonly count: number }[]
}

/**
 * Plans a change of type. An answer is read anew as the new type reads it. A field that becomes one
 * of choices has as choices the answers that there are; one that was of choices already keeps them.
 *
 * @param used every answer that there is, with the number of codings that give it
 */
export function planTypeChange(
  before: FieldDefinition,
  type: FieldType,
  used: ReadonlyMap<string, number>,
  world: FieldWorld,
): TypeChange {
  const printed = [...used].map(([value, count]) => ({ value, count, text: printField(before, value, world) }))
  const field: FieldDefinition = {
    ...before,
    type,
    choices: choicesFor(
      before,
      type,
      printed.map(({ text }) => text),
    ),
  }
  const fits: TypeChange['fits'][number][] = []
  const unfit: TypeChange['unfit'][number][] = []
  for (const { value, count, text } of printed) {
    const parsed = parseField(field, text, world)
    // Where nothing would be left of an answer it does not fit.
    if ('value' in parsed && parsed.value !== '') fits.push({ value, becomes: parsed.value, count })
    else unfit.push({ value, count })
  }
  return { field, fits, unfit }
}

function choicesFor(before: FieldDefinition, type: FieldType, texts: readonly string[]): readonly FieldChoice[] {
  if (type !== 'choice' && type !== 'choices') return []
  if (before.type === 'choice' || before.type === 'choices') return before.choices
  const choices: FieldChoice[] = []
  const words = type === 'choice' ? texts : texts.flatMap((text) => valuesOf(text.replaceAll('；', ';')))
  for (const word of new Set(words.map((each) => each.trim()))) {
    if (choiceProblem(choices, 'value', word) === null) choices.push({ value: word, label: word })
  }
  return choices.length > MOST_CHOICES ? [] : choices
}
