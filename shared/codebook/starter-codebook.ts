import type { Language } from '#shared/messages/message.ts'
import type { Code, ColourName, Family, FieldChoice, FieldDefinition } from '#shared/model/code.ts'
import type { CodeId, NewId } from '#shared/model/ids.ts'
import { FIELD_HELP, FIELD_TEXTS, RESPONSIVENESS_TEXTS, STANCE_TEXTS } from './starter/field-texts.ts'
import { STARTER_CODE_NAMES, STARTER_TEXTS, type StarterCodeName } from './starter-texts.ts'

type Tongue = 'zh' | 'en'

/** Colour and key of every code. Among the codes of a family no colour comes twice; families differ in manner. */
const LOOKS: Readonly<Record<StarterCodeName, readonly [ColourName, string | null]>> = {
  claim: ['blue', null],
  'claim.fact': ['blue', '1'],
  'claim.evaluation': ['gold', '2'],
  'claim.demand': ['red', '3'],
  'claim.commitment': ['green', '4'],
  'claim.prediction': ['cyan', '5'],
  'claim.denial': ['pink', '6'],
  topic: ['green', null],
  'topic.economy': ['gold', '7'],
  'topic.security': ['navy', '8'],
  'topic.diplomacy': ['cyan', '9'],
  'topic.health': ['red', '0'],
  'topic.climate': ['green', 'c'],
  'topic.science': ['purple', 'k'],
  'topic.law': ['grey', 'j'],
  'topic.society': ['orange', 'f'],
  rhetoric: ['purple', null],
  'rhetoric.metaphor': ['purple', 'm'],
  'rhetoric.parallelism': ['blue', 'p'],
  'rhetoric.antithesis': ['orange', 'a'],
  'rhetoric.repetition': ['cyan', 'r'],
  'rhetoric.question': ['red', 'q'],
  'rhetoric.allusion': ['olive', 'u'],
  'rhetoric.ethos': ['navy', 'e'],
  'rhetoric.pathos': ['pink', 'o'],
  'rhetoric.logos': ['green', 'l'],
  'rhetoric.us-and-them': ['brown', 'w'],
  'rhetoric.hedging': ['grey', 'h'],
  'rhetoric.euphemism': ['gold', 'y'],
}

function familyOf(name: StarterCodeName, tongue: Tongue): Family | null {
  if (name === 'claim') return { slug: 'claim', manner: 'tint', fields: claimFields(tongue) }
  if (name === 'topic') return { slug: 'topic', manner: 'underline', fields: [] }
  if (name === 'rhetoric') return { slug: 'rhetoric', manner: 'wave', fields: [] }
  return null
}

function claimFields(tongue: Tongue): readonly FieldDefinition[] {
  const field = (
    name: keyof typeof FIELD_TEXTS,
    type: FieldDefinition['type'],
    more: Partial<FieldDefinition> = {},
  ): FieldDefinition => ({
    name,
    label: FIELD_TEXTS[name][tongue],
    type,
    choices: [],
    help: FIELD_HELP[name][tongue],
    ...more,
  })
  return [
    field('claimant', 'speaker', { required: true }),
    field('addressee', 'speaker', { prefilled: false }),
    field('stance', 'choice', { choices: choicesOf(STANCE_TEXTS, tongue) }),
    field('proposition', 'text'),
    field('responsiveness', 'choice', { choices: choicesOf(RESPONSIVENESS_TEXTS, tongue), appliesTo: 'answer' }),
  ]
}

function choicesOf(
  texts: Readonly<Record<string, Readonly<Record<Tongue, string>>>>,
  tongue: Tongue,
): readonly FieldChoice[] {
  return Object.entries(texts).map(([value, text]) => ({ value, label: text[tongue] }))
}

/**
 * The codebook a new project starts with, by lasting name: claims, topics and rhetoric, each family's
 * root before its codes. The texts are in one language and belong to the user from then on.
 */
export function starterCodesByName(language: Language, newId: NewId): Readonly<Record<StarterCodeName, Code>> {
  const tongue: Tongue = language === 'zh-CN' ? 'zh' : 'en'
  const codes = new Map<StarterCodeName, Code>()
  let root: CodeId | null = null
  let rootPosition = 0
  let position = 0
  for (const name of STARTER_CODE_NAMES) {
    const family = familyOf(name, tongue)
    const [colour, key] = LOOKS[name]
    const id = newId() as CodeId
    if (family !== null) position = 0
    codes.set(name, {
      id,
      parentId: family === null ? root : null,
      ...STARTER_TEXTS[name][tongue],
      colour,
      key,
      isCodable: family === null,
      position: family === null ? position++ : rootPosition++,
      family,
    })
    if (family !== null) root = id
  }
  return Object.fromEntries(codes) as Record<StarterCodeName, Code>
}

/** The starter codebook as a list, in the order of `STARTER_CODE_NAMES`. */
export function starterCodebook(language: Language, newId: NewId): readonly Code[] {
  return Object.values(starterCodesByName(language, newId))
}
