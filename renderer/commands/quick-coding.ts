import { inVivoName } from '#shared/codebook/in-vivo-name.ts'
import { inTreeOrder, rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId, CodingId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { utf16 } from '#shared/model/text-span.ts'
import { uncodedTurn } from '#shared/query/uncoded-turns.ts'
import { sliceReading } from '#shared/text/reading-map.ts'
import { speechOf } from '#shared/transcript/units.ts'
import { codeWithNew, type NewCode, recodeWithNew } from './acts/code-with-new.ts'
import { codingIn } from './acts/lookup.ts'
import { pinCode } from './acts/pin-code.ts'
import { codeSelection, fieldsFromTurnAt, takeInHand } from './coding-commands.ts'
import { act, type Desk, say } from './desk.ts'
import { moveEdgeByWord } from './edge-commands.ts'
import { passageToCode } from './passage.ts'
import type { Command } from './registry.ts'
import type { WorkbenchState } from './workbench.ts'

const withSource = ({ open }: WorkbenchState): boolean => open !== null

/** The commands that spare an experienced coder the way through lists. */
export const quickCodingCommands = {
  'quick-list': {
    isEnabled: withSource,
    run: (desk) => {
      if (desk.workbench.getState().selection === null) say(desk, 'refused', 'notice.selectFirst')
      else desk.workbench.setState({ quickListAsked: true })
    },
  },
  'code-again': { isEnabled: withSource, run: codeAgain },
  'code-in-vivo': { isEnabled: withSource, run: (desk) => codeInVivo(desk, lastFamily(desk)?.id ?? null) },
  'next-uncoded-turn': { isEnabled: withSource, run: (desk) => stepUncoded(desk, 1) },
  'previous-uncoded-turn': { isEnabled: withSource, run: (desk) => stepUncoded(desk, -1) },
  'next-doubt': { isEnabled: withSource, run: (desk) => stepDoubt(desk, 1) },
  'previous-doubt': { isEnabled: withSource, run: (desk) => stepDoubt(desk, -1) },
  'start-word-earlier': edgeByWord('start', -1),
  'start-word-later': edgeByWord('start', 1),
  'end-word-earlier': edgeByWord('end', -1),
  'end-word-later': edgeByWord('end', 1),
} as const satisfies Record<string, Command>

/** The family of the code that was applied last; before there is one, the first of the codebook. */
export function lastFamily(desk: Desk): Code | null {
  const { session } = desk.workbench.getState()
  if (session === null) return null
  const codes = codeList(session.store.getState().state)
  const last = lastCode(desk)
  return (last === null ? null : rootOf(codes, last)) ?? inTreeOrder(codes)[0]?.code ?? null
}

/** Makes a code and puts it on what is selected, in one act, and takes the new coding in hand. */
export async function codeSelectionWithNew(desk: Desk, code: NewCode): Promise<void> {
  const state = desk.workbench.getState()
  const passage = passageToCode(state)
  if (passage === null) {
    if (state.open !== null) say(desk, 'refused', 'notice.selectFirst')
    return
  }
  const fields = fieldsFromTurnAt(desk, code.parentId, passage.span)
  await act(desk, (state, world) => codeWithNew(state, { passage, code, fields }, world), {
    whenShown: (done) => takeInHand(desk, done),
  })
}

/** Makes a code and puts it in the place of the one of a coding, in one act. */
export async function recodeToNew(desk: Desk, codingId: CodingId, code: NewCode): Promise<void> {
  const { open, session } = desk.workbench.getState()
  if (open === null || session === null) return
  const { sourceId } = open
  const { segment } = codingIn(session.store.getState().state, sourceId, codingId)
  const fields = fieldsFromTurnAt(desk, code.parentId, extentOf(segment))
  await act(desk, (state, world) => recodeWithNew(state, { sourceId, codingId, code, fields }, world))
}

/** The name that the selected words would give a code; empty where nothing is selected. */
export function wordsSelected(desk: Desk): string {
  const { open, selection } = desk.workbench.getState()
  return open === null || selection === null ? '' : inVivoName(sliceReading(open.reading.blocks, selection))
}

/** Pins a code to the digit that was pressed; answers whether it was a digit. */
export function pinByKey(desk: Desk, codeId: CodeId, key: string): boolean {
  if (!/^[0-9]$/.test(key)) return false
  void act(desk, (state) => pinCode(state, { codeId, digit: key }))
  return true
}

/** Names a code by the selected words and puts it on them. */
async function codeInVivo(desk: Desk, parentId: CodeId | null): Promise<void> {
  const name = wordsSelected(desk)
  if (name === '' || parentId === null) say(desk, 'refused', 'notice.selectFirst')
  else await codeSelectionWithNew(desk, { parentId, name })
}

async function codeAgain(desk: Desk): Promise<void> {
  const code = lastCode(desk)
  if (code === null) say(desk, 'refused', 'notice.noLastCode')
  else await codeSelection(desk, code)
}

/** The code that was applied last: since the program was started, else the newest coding of this coder in the source. */
function lastCode(desk: Desk): CodeId | null {
  const { session, open, recentCodes } = desk.workbench.getState()
  if (session === null) return null
  const { state } = session.store.getState()
  const recent = recentCodes.find((id) => state.codes.get(id)?.isCodable === true)
  if (recent !== undefined || open === null) return recent ?? null
  let newest: { readonly codeId: CodeId; readonly createdAt: string } | null = null
  for (const coding of marksOf(state, open.sourceId).codings.values()) {
    const isOurs = coding.coderId === session.coderId && state.codes.get(coding.codeId)?.isCodable === true
    if (isOurs && (newest === null || coding.createdAt >= newest.createdAt)) newest = coding
  }
  return newest?.codeId ?? null
}

function stepUncoded(desk: Desk, way: 1 | -1): void {
  const { open, session, cursor } = desk.workbench.getState()
  if (open === null || session === null) return
  const { segments, codings } = marksOf(session.store.getState().state, open.sourceId)
  const coded = new Set([...codings.values()].map(({ segmentId }) => segmentId))
  const spans = [...segments.values()].flatMap(({ id, anchors }) =>
    coded.has(id) ? anchors.map(({ span }) => span) : [],
  )
  const turn = uncodedTurn(open.reading, spans, cursor, way)
  if (turn === null) say(desk, 'refused', way === 1 ? 'notice.noNextUncoded' : 'notice.noPreviousUncoded')
  else desk.transcript.current?.goTo(utf16(speechOf(open.reading, turn)?.start ?? turn.span.start))
}

/** Goes through the doubtful places as they stand in the text; the review bar goes by how doubtful they are. */
function stepDoubt(desk: Desk, way: 1 | -1): void {
  const { open, selection, cursor, readingOn } = desk.workbench.getState()
  if (open === null) return
  if (!readingOn) {
    say(desk, 'refused', 'notice.readingOff')
    return
  }
  const from = selection?.start ?? cursor
  const doubts = [...open.reading.warnings].sort((a, b) => a.span.start - b.span.start)
  const next =
    way === 1 ? doubts.find(({ span }) => span.start > from) : doubts.findLast(({ span }) => span.start < from)
  if (next === undefined) {
    say(desk, 'refused', way === 1 ? 'notice.noNextDoubt' : 'notice.noPreviousDoubt')
    return
  }
  desk.transcript.current?.select(next.span)
  say(desk, 'done', `doubt.${next.code}`, next.values)
}

function edgeByWord(edge: 'start' | 'end', by: -1 | 1): Command {
  return {
    isEnabled: ({ open, codingId }) => open !== null && codingId !== null,
    isOfCodingInHand: true,
    run: async (desk) => {
      const { codingId } = desk.workbench.getState()
      if (codingId !== null) await moveEdgeByWord(desk, codingId, edge, by)
    },
  }
}
