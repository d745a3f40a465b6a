import { isCount, isFlag, isText, listOf, oneOf, orAbsent, orNull, recordGuard } from './guard.ts'
import { type CodeId, isId } from './ids.ts'
import { TURN_ROLES, type TurnRole } from './turn-role.ts'

/**
 * Colours are names in a palette, not values: the values differ between light and dark, and the
 * browser must know every highlight rule beforehand.
 */
export const COLOUR_NAMES = [
  'blue',
  'orange',
  'green',
  'red',
  'purple',
  'brown',
  'pink',
  'olive',
  'cyan',
  'navy',
  'gold',
  'grey',
] as const
export type ColourName = (typeof COLOUR_NAMES)[number]

/** How a family's codings are drawn over the text, so that families differ by more than colour. */
export const MANNERS = ['tint', 'underline', 'wave', 'dots'] as const
export type Manner = (typeof MANNERS)[number]

export interface FieldChoice {
  /** What is stored and exported; stays the same when the label is translated. */
  readonly value: string
  readonly label: string
}

/**
 * What can be answered. How the answers are written down says `shared/codebook/field-values.ts`.
 * `choice` is one of the choices, `choices` any number of them; `source` is a source of the project.
 */
export const FIELD_TYPES = ['text', 'choice', 'choices', 'number', 'yes-no', 'speaker', 'source', 'date'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** A typed question that the codings of a family answer. */
export interface FieldDefinition {
  /** Lower snake case, unique in its family; the CSV column is `<family slug>.<name>`. */
  readonly name: string
  readonly label: string
  readonly type: FieldType
  /** For `choice` and `choices`, otherwise empty. */
  readonly choices: readonly FieldChoice[]
  /** An empty answer is marked as missing; it is never refused. Absent in records older than it, which means no. */
  readonly required?: boolean
  /** A line that says how to answer. Absent in records older than it. */
  readonly help?: string
  /** Asked only of codings in turns of this role. Absent: of all. */
  readonly appliesTo?: TurnRole
  /** For `speaker`: whether the answer starts out as the speaker of the turn that the passage stands in. Absent: it does. */
  readonly prefilled?: boolean
}

/** What a root code adds for all codes below it. */
export interface Family {
  /** Lower snake case, unique in the codebook; stands in the CSV's `family` column. */
  readonly slug: string
  readonly manner: Manner
  readonly fields: readonly FieldDefinition[]
}

/** A named idea that can be put on passages. */
export interface Code {
  readonly id: CodeId
  /** `null` for a root; roots are the families. */
  readonly parentId: CodeId | null
  readonly name: string
  readonly definition: string
  /** When to use it, with an example. */
  readonly include: string
  /** When not to use it, with an example. */
  readonly exclude: string
  /** Passages that show what it means, each with where it is from. Absent in records older than examples. */
  readonly example?: string
  /** What else is to be known of it. Absent in records older than notes. */
  readonly notes?: string
  readonly colour: ColourName
  /** The key that applies it: one character, lower case, or `null`. */
  readonly key: string | null
  /** A family's root cannot itself be applied. */
  readonly isCodable: boolean
  /** Place among its siblings; smaller comes first, equal ones by name. */
  readonly position: number
  /** Set on roots only. */
  readonly family: Family | null
  /** What the parts of its passages may be called (thesis, antithesis), to be offered. Absent where nothing is. */
  readonly parts?: readonly string[]
}

const isFieldDefinition = recordGuard<FieldDefinition>({
  name: isText,
  label: isText,
  type: oneOf(...FIELD_TYPES),
  choices: listOf(recordGuard<FieldChoice>({ value: isText, label: isText })),
  required: orAbsent(isFlag),
  help: orAbsent(isText),
  appliesTo: orAbsent(oneOf(...TURN_ROLES)),
  prefilled: orAbsent(isFlag),
})

const isFamily = recordGuard<Family>({ slug: isText, manner: oneOf(...MANNERS), fields: listOf(isFieldDefinition) })

export const isCode = recordGuard<Code>({
  id: isId,
  parentId: orNull(isId),
  name: isText,
  definition: isText,
  include: isText,
  exclude: isText,
  example: orAbsent(isText),
  notes: orAbsent(isText),
  colour: oneOf(...COLOUR_NAMES),
  key: orNull((value) => isText(value) && [...value].length === 1),
  isCodable: isFlag,
  position: isCount,
  family: orNull(isFamily),
  parts: (value) => value === undefined || listOf(isText)(value),
})
