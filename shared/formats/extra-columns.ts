import type { Code } from '#shared/model/code.ts'
import type { FieldValues } from '#shared/model/coding.ts'
import type { CodeId, SourceId } from '#shared/model/ids.ts'

type Variables = Readonly<Record<string, string>>

/** The field values of a coding, with the root of its code. */
export interface FilledFields {
  readonly rootId: CodeId | null
  readonly fields: FieldValues
}

/** The columns that depend on the project: fields of families, then variables of sources. */
export interface ExtraColumns {
  readonly header: readonly string[]
  readonly cellsOf: (rootId: CodeId | null, fields: FieldValues, variables: Variables) => readonly string[]
}

interface FieldColumn {
  readonly rootId: CodeId | null
  readonly slug: string
  readonly name: string
  /** The answers are ids of sources, which are exported as their names. */
  readonly isSource: boolean
}

/**
 * Finds the columns. Fields come in the order of the families and of their definitions; a value whose
 * field is no longer defined (its code moved to another family, or the field was deleted) still gets
 * a column behind those of its family, because an export must not drop what somebody wrote.
 *
 * @param roots the families in codebook order
 * Answers stand as they are stored (see `field-values.ts`): several choices parted by `;`, `yes` and
 * `no`, ISO dates, decimals with a point. Only a source stands by its name, or by its id where the
 * project no longer has it.
 *
 * @param sourceNames the names of all sources of the project
 * @param taken names that the header holds already; a name that would come twice gets `_2`, `_3`, …
 */
export function extraColumnsOf(
  roots: readonly Code[],
  filled: Iterable<FilledFields>,
  variables: readonly Variables[],
  sourceNames: ReadonlyMap<SourceId, string>,
  taken: readonly string[],
): ExtraColumns {
  const fieldColumns = fieldColumnsOf(roots, filled)
  const variableNames = [...new Set(variables.flatMap((each) => Object.keys(each)))].sort()
  const wanted = [
    ...fieldColumns.map(({ slug, name }) => (slug === '' ? name : `${slug}.${name}`)),
    ...variableNames.map((name) => `source.${name}`),
  ]
  return {
    header: distinct(wanted, taken),
    cellsOf: (rootId, fields, sourceVariables) => [
      ...fieldColumns.map((column) => {
        const value = column.rootId === rootId ? ownValue(fields, column.name) : ''
        return column.isSource ? (sourceNames.get(value as SourceId) ?? value) : value
      }),
      ...variableNames.map((name) => ownValue(sourceVariables, name)),
    ],
  }
}

function fieldColumnsOf(roots: readonly Code[], filled: Iterable<FilledFields>): readonly FieldColumn[] {
  const used = new Map<CodeId | null, Set<string>>()
  for (const { rootId, fields } of filled) {
    const names = used.get(rootId) ?? new Set()
    for (const name of Object.keys(fields)) names.add(name)
    used.set(rootId, names)
  }
  const columns = roots.flatMap((root) => {
    const defined = [...new Set(root.family?.fields.map((field) => field.name) ?? [])]
    const undefinedOnes = [...(used.get(root.id) ?? [])].filter((name) => !defined.includes(name)).sort()
    const slug = root.family?.slug ?? ''
    const sources = new Set(root.family?.fields.flatMap(({ name, type }) => (type === 'source' ? [name] : [])))
    return [...defined, ...undefinedOnes].map(
      (name): FieldColumn => ({ rootId: root.id, slug, name, isSource: sources.has(name) }),
    )
  })
  const homeless = [...(used.get(null) ?? [])].sort()
  return [...columns, ...homeless.map((name): FieldColumn => ({ rootId: null, slug: '', name, isSource: false }))]
}

/** Names and variables come from users: `constructor` must not find what every object has. */
export function ownValue(values: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '') : ''
}

/** Names of columns, none of them twice nor among those taken. Case does not tell names apart: spreadsheets and SQL do not look at it. */
export function distinct(names: readonly string[], taken: readonly string[]): readonly string[] {
  const seen = new Set(taken.map((name) => name.toLowerCase()))
  return names.map((name) => {
    let unique = name
    for (let count = 2; seen.has(unique.toLowerCase()); count++) unique = `${name}_${count}`
    seen.add(unique.toLowerCase())
    return unique
  })
}
