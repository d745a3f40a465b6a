import type { ReadingChange } from '#shared/model/reading-edit.ts'
import { spanOf } from '#shared/model/text-span.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import type { EditedBlock } from './edited-blocks.ts'
import { groupExchanges } from './exchanges.ts'
import type { Block, Exchange, Reading, Turn } from './reading.ts'
import { assignRoles, type Speech } from './roles.ts'

/** Turns, speakers, roles and exchanges of edited blocks. Warnings are left as they were. */
export function editedTurns(
  edited: readonly EditedBlock[],
  proposed: Reading,
  changes: readonly ReadingChange[],
): Reading {
  const { blocks, turns: bare, speeches } = gatherTurns(edited)
  const named = bare.map((turn) => ({ ...turn, speaker: nameAfter(turn.speaker, changes) }))
  const isAsProposed =
    named.length === proposed.turns.length &&
    named.every((turn, k) => {
      const was = proposed.turns[k]
      return was !== undefined && was.speaker === turn.speaker && was.span.start === turn.span.start
    })
  // Who asks and who answers was learned from the turns, so it is learned again only if they are others.
  const roles = isAsProposed
    ? proposed.turns.map(({ role }) => role)
    : assignRoles(speeches.map((speech, k) => ({ ...speech, speaker: named[k]?.speaker ?? '' })))
  const turns = withRoles(
    named.map((turn, k) => ({ ...turn, role: roles[k] ?? 'other' })),
    changes,
  )
  const areRolesKept = isAsProposed && turns.every(({ role }, k) => role === proposed.turns[k]?.role)
  const exchanges = withBorders(areRolesKept ? proposed.exchanges : groupExchanges(turns), turns, changes)
  const speakers = [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))]
  return { blocks, turns, exchanges, speakers, warnings: proposed.warnings }
}

interface Gathered {
  readonly blocks: readonly Block[]
  readonly turns: readonly Turn[]
  readonly speeches: readonly Speech[]
}

function gatherTurns(edited: readonly EditedBlock[]): Gathered {
  const blocks: Block[] = []
  const turns: Turn[] = []
  const speeches: Speech[] = []
  for (let first = 0; first < edited.length; ) {
    const opening = edited[first]
    if (opening === undefined) break
    let next = first + 1
    while (next < edited.length && edited[next]?.starts === null) next++
    if (opening.starts === null) {
      for (; first < next; first++) blocks.push({ ...(edited[first] ?? opening).block, turn: null })
      continue
    }
    // What is set aside behind the last paragraph is not within the turn.
    let end = next
    while (end > first + 1 && !isSaid(edited[end - 1])) end--
    const said = edited.slice(first, end).filter(isSaid)
    const lastSaid = said.reduce<number>((last, { block }) => Math.max(last, block.span.end), opening.block.span.end)
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
    speeches.push({
      speaker: opening.starts.speaker ?? '',
      affiliation: opening.starts.affiliation,
      length: said.reduce((sum, { block }) => sum + block.text.length, 0),
      asks: said.some(({ block }) => /[?？؟]/u.test(block.text)),
    })
    for (; first < next; first++) {
      const one = edited[first] ?? opening
      blocks.push({ ...one.block, turn: first < end && !one.isOutside ? index : null })
    }
  }
  return { blocks, turns, speeches }
}

function isSaid(one: EditedBlock | undefined): one is EditedBlock {
  return one?.block.kind === 'paragraph' && !one.isOutside
}

function nameAfter(speaker: string | null, changes: readonly ReadingChange[]): string | null {
  let name = speaker
  for (const change of changes) {
    if (change.kind === 'speakers' && name !== null && change.names.includes(name)) name = change.to
  }
  return name
}

function withRoles(turns: readonly Turn[], changes: readonly ReadingChange[]): readonly Turn[] {
  const ofSpeaker = new Map<string, TurnRole>()
  const ofTurn = new Map<number, TurnRole>()
  for (const change of changes) {
    if (change.kind === 'speaker-role') ofSpeaker.set(nameAfter(change.speaker, changes) ?? '', change.role)
    if (change.kind === 'turn-role') ofTurn.set(turnIndexAt(turns, change.at), change.role)
  }
  return turns.map((turn) => ({
    ...turn,
    role: ofTurn.get(turn.index) ?? ofSpeaker.get(turn.speaker ?? '') ?? turn.role,
  }))
}

function turnIndexAt(turns: readonly Turn[], offset: number): number {
  return turns.findIndex(({ span }) => span.start <= offset && offset < span.end)
}

/** Exchanges with the borders that were moved. A turn that belongs to none has no border to move. */
function withBorders(
  exchanges: readonly Exchange[],
  turns: readonly Turn[],
  changes: readonly ReadingChange[],
): readonly Exchange[] {
  let grouped = exchanges.map(({ questions, answers }) => ({ questions, answers }))
  for (const change of changes) {
    if (change.kind !== 'exchange') continue
    const turn = turnIndexAt(turns, change.at)
    const at = grouped.findIndex(({ questions, answers }) => questions.includes(turn) || answers.includes(turn))
    const here = grouped[at]
    if (here === undefined) continue
    if (change.border === 'begins') {
      const part = (isBefore: boolean) => ({
        questions: here.questions.filter((index) => index < turn === isBefore),
        answers: here.answers.filter((index) => index < turn === isBefore),
      })
      const parts = [part(true), part(false)].filter(({ questions, answers }) => questions.length + answers.length > 0)
      grouped = [...grouped.slice(0, at), ...parts, ...grouped.slice(at + 1)]
    } else {
      const before = grouped[at - 1]
      if (before === undefined) continue
      const joined = {
        questions: [...before.questions, ...here.questions],
        answers: [...before.answers, ...here.answers],
      }
      grouped = [...grouped.slice(0, at - 1), joined, ...grouped.slice(at + 1)]
    }
  }
  return grouped.map(({ questions, answers }, index) => ({ index, questions, answers }))
}
