import { childrenOf, descendantsOf, nextPosition } from '#shared/codebook/tree.ts'
import type { Change } from '#shared/journal/change.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import { finished, type Steps } from '#shared/journal/steps.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { richTextOfMemo } from '#shared/model/memo.ts'
import { DEFINITION_PARTS, type DefinitionPart } from './define-code.ts'
import { memoWith, relinkedMemos } from './join-memos.ts'
import { codeIn, memoOn } from './lookup.ts'
import { codingsMerged, codingsToMerge } from './merge-codings.ts'
import { type ActResult, type ActWorld, type Refusal, refuse } from './refusal.ts'

/** Two codes of which the first is to become part of the second. */
export interface Merging {
  readonly fromId: CodeId
  readonly intoId: CodeId
}

/** What a merge would do, told before it is done. */
export interface MergeOutlook {
  /** Codings that the code has now. Each either moves or falls together with one that is there. */
  readonly codings: number
  /** Of these, those whose segment the same coder has coded with the other code already. */
  readonly duplicates: number
  /** Answers to a family's questions that differ between two codings that fall together; they go into the memo. */
  readonly differing: number
  /** Links that go over from a coding that falls away to the one that stays. */
  readonly links: number
  /** Codes that stood directly below it and come to stand below the other one. */
  readonly children: readonly string[]
  /** Sets in which the other code takes its place. */
  readonly sets: readonly string[]
}

/** Why the one code cannot become part of the other, or `null`. */
export function mergeProblem(state: ProjectState, { fromId, intoId }: Merging): Refusal | null {
  const [from, into] = [codeIn(state, fromId), codeIn(state, intoId)]
  if (fromId === intoId) return refuse('refusal.mergeSame')
  if (from.parentId === null) return refuse('refusal.mergeFamily', { code: from.name })
  return into.isCodable ? null : refuse('refusal.notCodable', { code: into.name })
}

/** Tells what a merge would do. It must be possible. */
export function mergeOutlook(state: ProjectState, merging: Merging): MergeOutlook {
  const { fromId, intoId } = merging
  const { moved, pairs } = finished(codingsToMerge(state, merging))
  const dropped = new Set(pairs.map(({ dropped: { id } }) => id))
  let links = 0
  for (const marks of state.marks.values()) {
    for (const link of marks.links.values()) if (dropped.has(link.from) || dropped.has(link.to)) links += 1
  }
  return {
    codings: moved.length + pairs.length,
    duplicates: pairs.length,
    differing: pairs.reduce((sum, { differing }) => sum + differing.length, 0),
    links,
    children: childrenOf(codeList(state), fromId).flatMap(({ id, name }) => (id === intoId ? [] : [name])),
    sets: [...state.codeSets.values()].flatMap(({ name, codeIds }) => (codeIds.includes(fromId) ? [name] : [])),
  }
}

/**
 * Makes one code part of another: its codings become the other's, its children come to stand below
 * it, it takes its place in code sets. No segment goes. Where a coder has put both codes on one
 * segment, the two codings fall together and lose nothing: see `codingsMerged`. What was said of the
 * code is kept in the notes and the memo of the other one.
 */
export function* mergeCodes(
  state: ProjectState,
  merging: Merging & { readonly labels: Readonly<Record<DefinitionPart, string>> },
  world: ActWorld,
): Steps<ActResult> {
  const problem = mergeProblem(state, merging)
  if (problem !== null) return problem
  const from = codeIn(state, merging.fromId)
  const into = codeIn(state, merging.intoId)
  const codings = yield* codingsMerged(state, merging, world)
  const changes: readonly Change[] = [
    ...codings.changes,
    ...setChanges(state, merging),
    ...codeMemoChanges(state, merging, world),
    ...childChanges(state, from, into),
    { kind: 'code', before: into, after: withNotes(state, from, into, merging.labels) },
    { kind: 'code', before: from, after: null },
  ]
  return {
    name: 'act.mergeCodes',
    values: { from: from.name, into: into.name, count: codings.count },
    changes: [
      ...changes,
      ...relinkedMemos(state, changes, new Map<string, string>([...codings.kept, [from.id, into.id]])),
    ],
  }
}

/** The code that stays, with what was said of the other one, and in its place if it stood below it. */
function withNotes(
  state: ProjectState,
  from: Code,
  into: Code,
  labels: Readonly<Record<DefinitionPart, string>>,
): Code {
  const said = DEFINITION_PARTS.flatMap((part) => {
    const text = (from[part] ?? '').trim()
    return text === '' ? [] : [`${labels[part]}: ${text}`]
  })
  const notes = [(into.notes ?? '').trim(), [from.name, ...said].join('\n')].filter((text) => text !== '').join('\n\n')
  const after = { ...into, notes, key: into.key ?? from.key }
  const codes = codeList(state)
  if (!descendantsOf(codes, from.id).some((code) => code.id === into.id)) return after
  const siblings = childrenOf(codes, from.parentId).filter((code) => code.id !== from.id)
  const name = freeName(into.name, from.name, new Set(siblings.map((code) => comparable(code.name))))
  return { ...after, name, parentId: from.parentId, position: from.position }
}

function childChanges(state: ProjectState, from: Code, into: Code): readonly Change[] {
  const codes = codeList(state)
  const taken = new Set(childrenOf(codes, into.id).map((code) => comparable(code.name)))
  let position = nextPosition(codes, into.id)
  return childrenOf(codes, from.id).flatMap((child): readonly Change[] => {
    if (child.id === into.id) return []
    const name = freeName(child.name, from.name, taken)
    taken.add(comparable(name))
    return [{ kind: 'code', before: child, after: { ...child, name, parentId: into.id, position: position++ } }]
  })
}

/** The name itself, or the name with where it was from where a sibling has it already. */
function freeName(name: string, from: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let number = 1; taken.has(comparable(free)); number++) {
    free = number === 1 ? `${name} (${from})` : `${name} (${from} ${number})`
  }
  return free
}

function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

function setChanges(state: ProjectState, { fromId, intoId }: Merging): readonly Change[] {
  return [...state.codeSets.values()].flatMap((set): readonly Change[] => {
    if (!set.codeIds.includes(fromId)) return []
    const codeIds = [...new Set(set.codeIds.map((id) => (id === fromId ? intoId : id)))]
    return [{ kind: 'codeSet', before: set, after: { ...set, codeIds } }]
  })
}

function codeMemoChanges(state: ProjectState, { fromId, intoId }: Merging, world: ActWorld): readonly Change[] {
  const memo = memoOn(state, { kind: 'code', id: fromId })
  const kept = memoOn(state, { kind: 'code', id: intoId })
  if (memo === null) return []
  if (kept === null) return [{ kind: 'memo', before: memo, after: { ...memo, target: { kind: 'code', id: intoId } } }]
  return [
    { kind: 'memo', before: memo, after: null },
    { kind: 'memo', before: kept, after: memoWith(kept, richTextOfMemo(memo), world.at) },
  ]
}
