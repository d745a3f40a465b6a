import { findCodes } from '#shared/codebook/find-code.ts'
import type { Sounds } from '#shared/codebook/sounds.ts'
import { ancestryOf, inTreeOrder, rootOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { Code, ColourName, Manner } from '#shared/model/code.ts'
import type { CodingFilter } from '#shared/query/coding-filter.ts'

/** What a filter asks by. */
export const FILTER_KINDS = ['codes', 'codeSets', 'coders', 'speakers'] as const satisfies (keyof CodingFilter)[]
export type FilterKind = (typeof FILTER_KINDS)[number]

/** Something that can be asked for. */
export interface FilterOption {
  readonly kind: FilterKind
  /** A record's id, or a speaker's name. */
  readonly id: string
  readonly name: string
  /** How far in it stands, 0 for a family and for all that is no code. */
  readonly depth: number
  readonly look: { readonly colour: ColourName; readonly manner: Manner } | null
}

/** What can be asked for, by kind; with words, only what they fit: part of a name, or the initials of its pinyin. */
export function filterOptions(
  state: ProjectState,
  speakers: readonly string[],
  words: string,
  sounds: Sounds | null,
): readonly FilterOption[] {
  const codes = codeList(state)
  const plain = (kind: FilterKind, id: string, name: string): FilterOption => ({ kind, id, name, depth: 0, look: null })
  const others = [
    ...[...state.codeSets.values()].map(({ id, name }) => plain('codeSets', id, name)),
    ...[...state.coders.values()].map(({ id, name }) => plain('coders', id, name)),
    ...speakers.map((name) => plain('speakers', name, name)),
  ]
  const query = words.trim()
  const wanted = query === '' ? inTreeOrder(codes).map(({ code }) => code) : findCodes(codes, query, sounds)
  const folded = query.toLocaleLowerCase()
  return [
    ...wanted.map((code) => optionOf(codes, code)),
    ...others.filter(({ name }) => name.toLocaleLowerCase().includes(folded)),
  ]
}

/** What a filter asks for, with names; what is no longer there is left out. */
export function optionsChosen(state: ProjectState, filter: CodingFilter): readonly FilterOption[] {
  const codes = codeList(state)
  const named = (kind: FilterKind, id: string, name: string | undefined): readonly FilterOption[] =>
    name === undefined ? [] : [{ kind, id, name, depth: 0, look: null }]
  return [
    ...filter.codes.flatMap((id) => {
      const code = state.codes.get(id)
      return code === undefined ? [] : [optionOf(codes, code)]
    }),
    ...filter.codeSets.flatMap((id) => named('codeSets', id, state.codeSets.get(id)?.name)),
    ...filter.coders.flatMap((id) => named('coders', id, state.coders.get(id)?.name)),
    ...filter.speakers.flatMap((name) => named('speakers', name, name)),
  ]
}

/** The filter with one thing more to ask for, or without it where it was asked for already. */
export function toggled(filter: CodingFilter, { kind, id }: Pick<FilterOption, 'kind' | 'id'>): CodingFilter {
  const before: readonly string[] = filter[kind]
  const after = before.includes(id) ? before.filter((other) => other !== id) : [...before, id]
  return { ...filter, [kind]: after }
}

/** Tells whether a filter asks for something. */
export function isChosen(filter: CodingFilter, { kind, id }: Pick<FilterOption, 'kind' | 'id'>): boolean {
  const list: readonly string[] = filter[kind]
  return list.includes(id)
}

function optionOf(codes: readonly Code[], code: Code): FilterOption {
  return {
    kind: 'codes',
    id: code.id,
    name: code.name,
    depth: ancestryOf(codes, code.id).length - 1,
    look: { colour: code.colour, manner: rootOf(codes, code.id)?.family?.manner ?? 'tint' },
  }
}
