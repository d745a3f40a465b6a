import { printField } from '#shared/codebook/field-values.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import type { Change } from '#shared/journal/change.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { Steps } from '#shared/journal/steps.ts'
import type { FieldDefinition } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId, CodingId, MemoId } from '#shared/model/ids.ts'
import type { Link } from '#shared/model/link.ts'
import { type Memo, richTextOfMemo } from '#shared/model/memo.ts'
import { type RichText, richTextOf } from '#shared/model/rich-text.ts'
import { codeCounts } from '../code-counts.ts'
import { fieldWorldOf } from './fields/family-lookup.ts'
import { joinedTexts, memoWith } from './join-memos.ts'
import { memoOn } from './lookup.ts'
import type { ActWorld } from './refusal.ts'

/** Two codings by one coder on one segment, which become one. */
interface Pair {
  readonly dropped: Coding
  readonly kept: Coding
  /** Names of the fields that both answer, each in its own way. */
  readonly differing: readonly string[]
}

/** The codings of a code that is merged into another: those that move, and those that fall together with one there. */
export function* codingsToMerge(
  state: ProjectState,
  { fromId, intoId }: { fromId: CodeId; intoId: CodeId },
): Steps<{ readonly moved: readonly Coding[]; readonly pairs: readonly Pair[] }> {
  const moved: Coding[] = []
  const pairs: Pair[] = []
  for (const [sourceId, { codings }] of state.marks) {
    if (!codeCounts(state, sourceId).has(fromId)) continue
    const there = new Map<string, Coding>()
    for (const coding of codings.values()) {
      yield
      if (coding.codeId === intoId) there.set(placeOf(coding), coding)
    }
    for (const coding of codings.values()) {
      yield
      if (coding.codeId !== fromId) continue
      const kept = there.get(placeOf(coding))
      if (kept === undefined) moved.push(coding)
      else pairs.push({ dropped: coding, kept, differing: differingFields(coding, kept) })
    }
  }
  return { moved, pairs }
}

function placeOf({ segmentId, coderId }: Coding): string {
  return `${segmentId} ${coderId}`
}

function differingFields(dropped: Coding, kept: Coding): readonly string[] {
  return Object.entries(dropped.fields).flatMap(([name, value]) =>
    Object.hasOwn(kept.fields, name) && kept.fields[name] !== value ? [name] : [],
  )
}

/**
 * The changes by which the codings of one code become those of another. Where two fall together the
 * one that is there stays: its empty fields are filled, answers that differ and the other's memo are
 * added to its memo, and links go over to it.
 */
export function* codingsMerged(
  state: ProjectState,
  merging: { fromId: CodeId; intoId: CodeId },
  world: ActWorld,
): Steps<{
  readonly changes: readonly Change[]
  readonly count: number
  /** The coding that stays, by the one that falls together with it. */
  readonly kept: ReadonlyMap<CodingId, CodingId>
}> {
  const { moved, pairs } = yield* codingsToMerge(state, merging)
  const changes: Change[] = []
  for (const coding of moved) {
    yield
    const after = { ...coding, codeId: merging.intoId, modifiedAt: world.at }
    changes.push({ kind: 'coding', before: coding, after })
  }
  const asked = fieldsOf(state, merging.fromId)
  const readable = fieldWorldOf(state)
  for (const { dropped, kept, differing } of pairs) {
    yield
    const fields = { ...dropped.fields, ...kept.fields }
    if (Object.keys(fields).length > Object.keys(kept.fields).length) {
      changes.push({ kind: 'coding', before: kept, after: { ...kept, fields, modifiedAt: world.at } })
    }
    const lines = differing.map((name) => {
      const field = asked.get(name)
      const value = dropped.fields[name] ?? ''
      return field === undefined ? `${name}: ${value}` : `${field.label}: ${printField(field, value, readable)}`
    })
    changes.push(...memoChanges(state, dropped, kept, richTextOf(lines.join('\n')), world))
    changes.push({ kind: 'coding', before: dropped, after: null })
  }
  const stays = new Map(pairs.map(({ dropped, kept }) => [dropped.id, kept.id]))
  changes.push(...linkChanges(state, stays))
  return { changes, count: moved.length + pairs.length, kept: stays }
}

function fieldsOf(state: ProjectState, codeId: CodeId): ReadonlyMap<string, FieldDefinition> {
  const fields = rootOf(codeList(state), codeId)?.family?.fields ?? []
  return new Map(fields.map((field) => [field.name, field]))
}

/** The memo of the coding that stays takes up the other's memo and the answers that differ. */
function memoChanges(
  state: ProjectState,
  dropped: Coding,
  kept: Coding,
  differing: RichText,
  world: ActWorld,
): readonly Change[] {
  const memo = memoOn(state, { kind: 'coding', id: dropped.id })
  const there = memoOn(state, { kind: 'coding', id: kept.id })
  const said = joinedTexts([memo === null ? [] : richTextOfMemo(memo), differing])
  const changes: Change[] = memo === null ? [] : [{ kind: 'memo', before: memo, after: null }]
  if (said.text === '') return changes
  const after: Memo =
    there === null
      ? {
          id: world.newId() as MemoId,
          target: { kind: 'coding', id: kept.id },
          ...said,
          createdBy: memo?.createdBy ?? world.coderId,
          createdAt: memo?.createdAt ?? world.at,
          modifiedAt: world.at,
        }
      : memoWith(there, richTextOfMemo(said), world.at)
  return [...changes, { kind: 'memo', before: there, after }]
}

/** Links of codings that fall away go over to those that stay; what would link a coding with itself, or twice, goes. */
function linkChanges(state: ProjectState, stays: ReadonlyMap<CodingId, CodingId>): readonly Change[] {
  if (stays.size === 0) return []
  const said = new Set<string>()
  const goingOver: Link[] = []
  for (const { links } of state.marks.values()) {
    for (const link of links.values()) {
      if (stays.has(link.from) || stays.has(link.to)) goingOver.push(link)
      else said.add(meaningOf(link))
    }
  }
  return goingOver.map((link): Change => {
    const after = { ...link, from: stays.get(link.from) ?? link.from, to: stays.get(link.to) ?? link.to }
    const isNew = after.from !== after.to && !said.has(meaningOf(after))
    said.add(meaningOf(after))
    return { kind: 'link', before: link, after: isNew ? after : null }
  })
}

function meaningOf({ from, relation, to }: Link): string {
  return `${from} ${relation} ${to}`
}
