import type { ReadingChange } from '#shared/model/reading-edit.ts'
import { spanOf } from '#shared/model/text-span.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import { partition } from '#shared/text/partition.ts'
import { declaredRoles } from './declared-roles.ts'
import type { EditedBlock } from './edited-blocks.ts'
import { withBorders } from './edited-exchanges.ts'
import { EditedNames } from './edited-names.ts'
import { groupExchanges } from './exchanges.ts'
import { type Speech, speechesOf } from './people.ts'
import type { Block, Reading, Turn } from './reading.ts'
import { assignRoles } from './roles.ts'
import { verbOf } from './settled-names.ts'
import { FOLLOW_UP } from './vocabulary.ts'

/** Turns, speakers, roles and exchanges of edited blocks. Warnings are left as they were. */
export function editedTurns(
  edited: readonly EditedBlock[],
  proposed: Reading,
  changes: readonly ReadingChange[],
): Reading {
  const { blocks, turns: bare } = gatherTurns(edited)
  const turnAt = (offset: number): number => {
    const at = partition(bare.length, (k) => (bare[k]?.span.start ?? 0) <= offset) - 1
    return offset < (bare[at]?.span.end ?? 0) ? at : -1
  }
  const { speakers: names, roles: ofSpeaker, isNamedAlone } = namesOf(bare, changes, turnAt)
  const learned = learnedRoles(bare, names, proposed, isNamedAlone, () =>
    assignRoles(
      speechesOf(bare.map((turn, k) => speechOf(turn, names[k] ?? '', edited))),
      declaredRoles(
        headOf(edited),
        names.flatMap((name) => name ?? []),
      ),
    ).map((role, k) => roleOfLabel(bare[k]?.label ?? '') ?? role),
  )
  const ofTurn = new Map<number, TurnRole>()
  for (const change of changes) if (change.kind === 'turn-role') ofTurn.set(turnAt(change.at), change.role)
  const turns = bare.map((turn, k): Turn => {
    const speaker = names[k] ?? null
    return { ...turn, speaker, role: ofTurn.get(k) ?? ofSpeaker.get(speaker ?? '') ?? learned[k] ?? 'other' }
  })
  const isAsProposed =
    turns.length === proposed.turns.length &&
    turns.every(({ role, span }, k) => {
      const was = proposed.turns[k]
      return was?.role === role && was.span.start === span.start
    })
  const roles = turns.map(({ role }) => role)
  const speakerOf = (turn: number): string | null => turns[turn]?.speaker ?? null
  const saysFollowUp = (turn: number): boolean => FOLLOW_UP.test(turns[turn]?.label ?? '')
  const grouped = isAsProposed ? proposed.exchanges : groupExchanges(roles, speakerOf, saysFollowUp)
  const exchanges = withBorders(grouped, changes, turnAt)
  const speakers = new Set<string>()
  for (const { speaker } of turns) if (speaker !== null) speakers.add(speaker)
  return { blocks, turns, exchanges, speakers: [...speakers], warnings: proposed.warnings }
}

/** What a label says of its own turn, `公诉人问：`; `null` if it says nothing. */
function roleOfLabel(label: string): TurnRole | null {
  const verb = verbOf(label.replace(/[\s:：]+$/u, ''))
  return verb === null ? null : verb === 'asked' ? 'question' : 'answer'
}

/** What stands above the first label. */
function headOf(edited: readonly EditedBlock[]): readonly string[] {
  const first = edited.findIndex(({ starts }) => starts !== null)
  return edited.slice(0, Math.max(0, first)).flatMap(({ block }) => block.text.split('\n'))
}

/** Who speaks each turn, what was said of what speakers do, and the turns whose speaker was named for them alone. */
function namesOf(
  turns: readonly Turn[],
  changes: readonly ReadingChange[],
  turnAt: (offset: number) => number,
): {
  readonly speakers: readonly (string | null)[]
  readonly roles: ReadonlyMap<string, TurnRole>
  readonly isNamedAlone: ReadonlySet<number>
} {
  const names = new EditedNames()
  const people = turns.map(({ speaker }) => (speaker === null ? null : names.personCalled(speaker)))
  const isNamedAlone = new Set<number>()
  for (const change of changes) {
    names.apply(change)
    const turn = change.kind === 'turn-speaker' ? turnAt(change.at) : -1
    if (change.kind !== 'turn-speaker' || turn === -1) continue
    people[turn] = names.personCalled(change.speaker)
    isNamedAlone.add(turn)
  }
  const speakers = people.map((person) => (person === null ? null : names.nameOf(person)))
  return { speakers, roles: names.roles(), isNamedAlone }
}

/**
 * What each turn does, before anybody said so. A turn that was proposed keeps its role: a label put
 * right far away, or a speaker renamed, does not change who asks here. Other turns do what their
 * speaker does elsewhere; only where nobody knows it, or nobody asked, it is learned again.
 */
function learnedRoles(
  turns: readonly Turn[],
  names: readonly (string | null)[],
  proposed: Reading,
  isNamedAlone: ReadonlySet<number>,
  learn: () => readonly TurnRole[],
): readonly TurnRole[] {
  const was = sameTurns(turns, proposed.turns)
  const isTalk = proposed.turns.some(({ role }) => role === 'question')
  const isKept = isTalk || (turns.length === proposed.turns.length && !was.includes(undefined))
  let usual: ReadonlyMap<string, TurnRole> | null = null
  let learned: readonly TurnRole[] | null = null
  return turns.map((turn, k) => {
    const before = was[k]
    if (before !== undefined && isKept && !isNamedAlone.has(k)) return before.role
    if (isTalk) {
      usual ??= usualRoles(proposed.turns)
      const printed = isNamedAlone.has(k) ? undefined : usual.get(turn.speaker ?? '')
      const known = usual.get(names[k] ?? '') ?? printed
      if (known !== undefined) return known
    }
    learned ??= learn()
    return learned[k] ?? 'other'
  })
}

/** For each turn the proposed one that begins at the same place. */
function sameTurns(turns: readonly Turn[], proposed: readonly Turn[]): readonly (Turn | undefined)[] {
  let next = 0
  return turns.map(({ span }) => {
    while ((proposed[next]?.span.start ?? span.start) < span.start) next++
    return proposed[next]?.span.start === span.start ? proposed[next] : undefined
  })
}

/** What each speaker does in most turns. */
function usualRoles(turns: readonly Turn[]): ReadonlyMap<string, TurnRole> {
  const counts = new Map<string, Map<TurnRole, number>>()
  for (const { speaker, role } of turns) {
    if (speaker === null) continue
    const of = counts.get(speaker) ?? new Map<TurnRole, number>()
    counts.set(speaker, of.set(role, (of.get(role) ?? 0) + 1))
  }
  return new Map(
    [...counts].map(([speaker, of]) => [speaker, [...of].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'other'] as const),
  )
}

function gatherTurns(edited: readonly EditedBlock[]): Pick<Reading, 'blocks' | 'turns'> {
  const blocks: Block[] = []
  const turns: Turn[] = []
  for (let first = 0; first < edited.length; ) {
    const opening = edited[first]
    if (opening === undefined) break
    let next = first + 1
    while (next < edited.length && edited[next]?.starts === null) next++
    if (opening.starts === null) {
      for (; first < next; first++) blocks.push(inTurn((edited[first] ?? opening).block, null))
      continue
    }
    // What is set aside behind the last paragraph is not within the turn.
    let end = first + 1
    let lastSaid: number = opening.block.span.end
    for (let at = first; at < next; at++) {
      const one = edited[at]
      if (!isSaid(one)) continue
      end = at + 1
      lastSaid = Math.max(lastSaid, one.block.span.end)
    }
    const index = turns.length
    const label = opening.block.kind === 'label' ? opening.block.text : ''
    turns.push({
      index,
      label,
      ...opening.starts,
      role: 'other',
      span: spanOf(opening.block.span.start, lastSaid),
      line: opening.block.line,
      firstBlock: first,
      endBlock: end,
    })
    for (; first < next; first++) {
      const one = edited[first] ?? opening
      blocks.push(inTurn(one.block, first < end && !one.isOutside ? index : null))
    }
  }
  return { blocks, turns }
}

function inTurn(block: Block, turn: number | null): Block {
  return block.turn === turn ? block : { ...block, turn }
}

/** What a turn says, as the choice of roles looks at it. What the label prints goes on counting: a reporter who has got a name is a reporter. */
function speechOf(
  { speaker: printed, affiliation, firstBlock, endBlock }: Turn,
  speaker: string,
  edited: readonly EditedBlock[],
): Speech {
  const said = edited.slice(firstBlock, endBlock).filter(isSaid)
  return {
    speaker,
    affiliation: speaker === printed ? affiliation : `${affiliation} ${printed ?? ''}`.trim(),
    length: said.reduce((sum, { block }) => sum + block.text.length, 0),
    asks: said.some(({ block }) => /[?？؟]/u.test(block.text)),
  }
}

function isSaid(one: EditedBlock | undefined): one is EditedBlock {
  return one?.block.kind === 'paragraph' && !one.isOutside
}
