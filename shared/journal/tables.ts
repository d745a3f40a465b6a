import type { ProjectRecords, SourceRecords } from './change.ts'
import { type PackedRecords, packRecords } from './columns.ts'
import { RecordTable } from './record-table.ts'

/** Where records of each kind are kept that belong to no single source. */
export const PROJECT_TABLES = {
  coder: 'coders',
  source: 'sources',
  code: 'codes',
  memo: 'memos',
  case: 'cases',
  codeSet: 'codeSets',
  codebookVersion: 'codebookVersions',
  restorePoint: 'restorePoints',
} as const satisfies Record<keyof ProjectRecords, string>

/** Where records of each kind are kept that belong to one source. */
export const SOURCE_TABLES = {
  segment: 'segments',
  coding: 'codings',
  edit: 'edits',
  link: 'links',
} as const satisfies Record<keyof SourceRecords, string>

/** Tables of a project, by name. */
export type ProjectTables = {
  readonly [K in keyof ProjectRecords as (typeof PROJECT_TABLES)[K]]: RecordTable<
    ProjectRecords[K]['id'],
    ProjectRecords[K]
  >
}

/** Tables of one source, by name. */
export type SourceTables = {
  readonly [K in keyof SourceRecords as (typeof SOURCE_TABLES)[K]]: RecordTable<
    SourceRecords[K]['id'],
    SourceRecords[K]
  >
}

/** The same records as lists, as they are stored; a list that an older program did not know is absent. */
export type Lists<Tables> = {
  readonly [Name in keyof Tables]?: Tables[Name] extends RecordTable<string, infer R> ? readonly R[] : never
}

type Table = ReadonlyMap<unknown, unknown>

/** The tables as lists. */
export function listsOf<Tables extends ProjectTables | SourceTables>(
  tables: Tables,
  names: readonly (keyof Tables & string)[],
): Lists<Tables> {
  return Object.fromEntries(
    names.map((name) => [name, [...(tables[name] as Table).values()]]),
  ) as unknown as Lists<Tables>
}

/** The same records packed, or as lists where an older program wrote them. */
export type PackedLists<Tables> = { readonly [Name in keyof Tables]?: Lists<Tables>[Name] | PackedRecords }

/** The tables packed. */
export function packedOf<Tables extends ProjectTables | SourceTables>(
  tables: Tables,
  names: readonly (keyof Tables & string)[],
): PackedLists<Tables> {
  return Object.fromEntries(
    names.map((name) => [name, packRecords([...(tables[name] as ReadonlyMap<unknown, object>).values()])]),
  ) as PackedLists<Tables>
}

/** The lists as tables; those that are absent are empty, and those that are packed stay so until they are asked for a record. */
export function tablesOf<Tables extends ProjectTables | SourceTables>(
  lists: PackedLists<Tables>,
  names: readonly (keyof Tables & string)[],
): Tables {
  return Object.fromEntries(
    names.map((name) => {
      const records = (lists[name] ?? []) as readonly { readonly id: string }[] | PackedRecords
      return [name, 'groups' in records ? RecordTable.late(records) : RecordTable.of(records)]
    }),
  ) as unknown as Tables
}
