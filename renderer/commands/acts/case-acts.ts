import { attributeNames, caseBySpeaker } from '#shared/cases/speaker-lines.ts'
import type { Change } from '#shared/journal/change.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { Case } from '#shared/model/case.ts'
import type { CaseId } from '#shared/model/ids.ts'
import { comparableName, nameFinder, sameNamed, withNewName, withValue } from '#shared/sources/variable-names.ts'
import { type ActResult, type ActWorld, MissingRecord, refuse } from './refusal.ts'

/** A line of the table of speakers: a case, or a name of the readings that belongs to none so far. */
export type SpeakerRef =
  | { readonly kind: 'case'; readonly id: CaseId }
  | { readonly kind: 'speaker'; readonly name: string }

/** A cell of the table of speakers; an empty value takes the attribute away. */
export interface AttributeCell {
  readonly of: SpeakerRef
  readonly name: string
  readonly value: string
}

/** Fills in attributes of speakers, as many as there are, in one act. A speaker of whom something is said becomes a case. */
export function setAttributes(
  state: ProjectState,
  { cells }: { readonly cells: readonly AttributeCell[] },
  world: ActWorld,
): ActResult {
  if (cells.some(({ name }) => name.trim() === '')) return refuse('refusal.nameEmpty')
  const nameOf = nameFinder(attributeNames(state.cases))
  const draft = new CaseDraft(state, world)
  for (const { of, name: written, value } of cells) {
    if (value.trim() === '' && draft.found(of) === null) continue
    const one = draft.caseOf(of)
    draft.put({ ...one, attributes: withValue(one.attributes, nameOf(written), value) })
  }
  return draft.act('act.setAttributes', { name: nameOf(cells[0]?.name ?? '') })
}

/** Gives an attribute another name for all speakers; refused where another one has that name, in any case or width. */
export function renameAttribute(
  state: ProjectState,
  { from, to }: { readonly from: string; readonly to: string },
  world: ActWorld,
): ActResult {
  const name = to.trim()
  if (name === '') return refuse('refusal.nameEmpty')
  const names = attributeNames(state.cases)
  if (!names.includes(from)) return refuse('refusal.sameValue')
  const holder = sameNamed(
    names.filter((one) => one !== from),
    name,
  )
  if (holder !== undefined) return refuse('refusal.attributeTaken', { name: holder })
  const draft = new CaseDraft(state, world)
  for (const one of state.cases.values()) {
    if (Object.hasOwn(one.attributes, from)) draft.put({ ...one, attributes: withNewName(one.attributes, from, name) })
  }
  return draft.act('act.setAttributes', { name })
}

/** Takes an attribute from all speakers. */
export function removeAttribute(state: ProjectState, { name }: { readonly name: string }, world: ActWorld): ActResult {
  const draft = new CaseDraft(state, world)
  for (const one of state.cases.values()) draft.put({ ...one, attributes: withValue(one.attributes, name, '') })
  return draft.act('act.setAttributes', { name })
}

/** Adds a speaker by hand, whether the readings have one of that name or not. */
export function addCase(state: ProjectState, { name }: { readonly name: string }, world: ActWorld): ActResult {
  const taken = nameRefusal(state, name, null)
  if (taken !== null) return taken
  const draft = new CaseDraft(state, world)
  const holder = draft.found({ kind: 'speaker', name: name.trim() })
  if (holder !== null) return refuse('refusal.caseTaken', { name: holder.name })
  draft.caseOf({ kind: 'speaker', name: name.trim() })
  return draft.act('act.addCase', { name: name.trim() })
}

/** Says what a speaker is called in lists and exports; the readings go on calling them as they do. */
export function renameCase(
  state: ProjectState,
  { of, name }: { readonly of: SpeakerRef; readonly name: string },
  world: ActWorld,
): ActResult {
  const draft = new CaseDraft(state, world)
  const known = draft.found(of)
  if ((known?.name ?? (of.kind === 'speaker' ? of.name : '')) === name.trim()) return refuse('refusal.sameValue')
  const taken = nameRefusal(state, name, known)
  if (taken !== null) return taken
  const one = draft.caseOf(of)
  draft.put({ ...one, name: name.trim() })
  return draft.act('act.renameCase', { from: one.name, to: name.trim() })
}

/**
 * Makes several speakers one: the first keeps its name, all names are theirs, and attributes that the
 * first does not have come from the others.
 */
export function mergeCases(
  state: ProjectState,
  { merged }: { readonly merged: readonly SpeakerRef[] },
  world: ActWorld,
): ActResult {
  const [first, ...others] = merged
  if (first === undefined || others.length === 0) return refuse('refusal.mergeOne')
  const draft = new CaseDraft(state, world)
  let one = draft.caseOf(first)
  for (const of of others) {
    const other = draft.found(of)
    const speakers = other?.speakers ?? (of.kind === 'speaker' ? [of.name] : [])
    const names = new Set([...one.speakers, ...speakers])
    one = { ...one, speakers: [...names], attributes: { ...other?.attributes, ...one.attributes } }
    if (other !== null && other.id !== one.id) draft.remove(other.id)
  }
  draft.put(one)
  return draft.act('act.mergeCases', { name: one.name, count: merged.length })
}

/** Takes one of its names from a case: from then on it is a speaker of whom nothing was said. */
export function splitCase(
  state: ProjectState,
  { caseId, speaker }: { readonly caseId: CaseId; readonly speaker: string },
  world: ActWorld,
): ActResult {
  const draft = new CaseDraft(state, world)
  const one = draft.caseOf({ kind: 'case', id: caseId })
  const speakers = one.speakers.filter((name) => name !== speaker)
  if (speakers.length === one.speakers.length || speakers.length === 0) return refuse('refusal.sameValue')
  draft.put({ ...one, speakers })
  return draft.act('act.splitCase', { name: one.name, speaker })
}

/** Takes away what was said of a speaker; those whom the readings name stay in the list. */
export function removeCase(state: ProjectState, { caseId }: { readonly caseId: CaseId }, world: ActWorld): ActResult {
  const draft = new CaseDraft(state, world)
  const { name } = draft.caseOf({ kind: 'case', id: caseId })
  draft.remove(caseId)
  return draft.act('act.removeCase', { name })
}

/**
 * The changes by which cases follow when names of the readings cease to be and become another one:
 * the new name belongs to the case that the old ones belonged to, unless it is somebody's already. A
 * case that was called by an old name is called by the new one.
 */
export function casesFollowing(
  state: ProjectState,
  { names, to }: { readonly names: readonly string[]; readonly to: string },
): readonly Change[] {
  const cased = caseBySpeaker(state.cases)
  const gone = names.filter((name) => name !== to)
  const holder = gone.map((name) => cased.get(name)).find((one) => one !== undefined)
  if (holder === undefined || cased.has(to)) return []
  const speakers = [...new Set(holder.speakers.map((name) => (gone.includes(name) ? to : name)))]
  const isTaken = [...state.cases.values()].some((one) => one.name === to)
  const name = gone.includes(holder.name) && !isTaken ? to : holder.name
  return [{ kind: 'case', before: holder, after: { ...holder, name, speakers } }]
}

function nameRefusal(state: ProjectState, name: string, besides: Case | null): ActResult | null {
  if (name.trim() === '') return refuse('refusal.nameEmpty')
  const wanted = comparableName(name)
  const holder = [...state.cases.values()].find((one) => one !== besides && comparableName(one.name) === wanted)
  return holder === undefined ? null : refuse('refusal.caseTaken', { name: holder.name })
}

/** The cases as an act leaves them, and the changes that lead there. */
class CaseDraft {
  readonly #state: ProjectState
  readonly #world: ActWorld
  readonly #after = new Map<CaseId, Case | null>()
  readonly #made = new Map<string, CaseId>()

  constructor(state: ProjectState, world: ActWorld) {
    this.#state = state
    this.#world = world
  }

  /** The case that is meant, or null where it is a name of whom nothing was said. Throws where a case is not there. */
  found(of: SpeakerRef): Case | null {
    const id =
      of.kind === 'case' ? of.id : (this.#made.get(of.name) ?? caseBySpeaker(this.#state.cases).get(of.name)?.id)
    if (id === undefined) return null
    const one = this.#after.has(id) ? this.#after.get(id) : this.#state.cases.get(id)
    if (one == null) {
      if (of.kind === 'case') throw new MissingRecord(`no case ${id}`)
      return null
    }
    return one
  }

  /** The case that is meant; a new one where nothing was said of the name so far. */
  caseOf(of: SpeakerRef): Case {
    const found = this.found(of)
    if (found !== null) return found
    const name = of.kind === 'speaker' ? of.name : ''
    const id = this.#world.newId() as CaseId
    const one: Case = { id, name, speakers: [name], attributes: {}, createdAt: this.#world.at }
    this.#made.set(name, id)
    this.#after.set(id, one)
    return one
  }

  put(one: Case): void {
    this.#after.set(one.id, one)
  }

  remove(id: CaseId): void {
    this.#after.set(id, null)
  }

  act(
    name:
      | 'act.setAttributes'
      | 'act.addCase'
      | 'act.renameCase'
      | 'act.mergeCases'
      | 'act.splitCase'
      | 'act.removeCase',
    values: Readonly<Record<string, string | number>>,
  ): ActResult {
    const changes = [...this.#after].flatMap(([id, after]): Change[] => {
      const before = this.#state.cases.get(id) ?? null
      if (before === after || (before !== null && after !== null && isSame(before, after))) return []
      return [{ kind: 'case', before, after }]
    })
    if (changes.length === 0) return refuse('refusal.sameValue')
    return { name, values: { count: changes.length, ...values }, changes }
  }
}

function isSame(a: Case, b: Case): boolean {
  const names = Object.keys(a.attributes)
  return (
    a.name === b.name &&
    a.speakers.join('\n') === b.speakers.join('\n') &&
    names.length === Object.keys(b.attributes).length &&
    names.every((name) => a.attributes[name] === b.attributes[name])
  )
}
