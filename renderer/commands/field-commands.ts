import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { showCoding } from './coding-commands.ts'
import { actsDone, type Desk, say } from './desk.ts'
import { missingIn } from './incomplete.ts'
import { inReadingOrder } from './reading-order.ts'
import type { Command } from './registry.ts'
import { shownCodings } from './shown-codings.ts'
import type { WorkbenchState } from './workbench.ts'

/** Families with their fields, and the answers that are still to be given. */
export const fieldCommands = {
  'next-incomplete-coding': { isEnabled: ({ open }: WorkbenchState) => open !== null, run: nextIncomplete },
  'edit-family': { isEnabled: ({ session }: WorkbenchState) => session !== null, run: editFamily },
} satisfies Readonly<Record<string, Command>>

/**
 * Takes the next coding in hand that lacks a required answer, and leads to that field. After the
 * last one it begins again with the first.
 */
async function nextIncomplete(desk: Desk): Promise<void> {
  // What is being typed is saved as its field is left, and may just fill it.
  desk.focusPane('inspector')
  await actsDone(desk)
  const { open, session, codingId, cursor } = desk.workbench.getState()
  if (open === null || session === null) return
  const { state } = session.store.getState()
  const { codings, segments } = marksOf(state, open.sourceId)
  const held = codingId === null ? undefined : codings.get(codingId)
  const heldSegment = held === undefined ? undefined : segments.get(held.segmentId)
  const from = heldSegment === undefined ? { start: cursor, end: cursor } : extentOf(heldSegment)
  const lacking = shownCodings(desk)
    .flatMap((placed) =>
      missingIn(state, open.reading, placed).length === 0 ? [] : [{ ...placed.extent, id: placed.coding.id }],
    )
    .sort(inReadingOrder)
  const behind = lacking.find((one) => inReadingOrder(one, { ...from, id: codingId ?? '' }) > 0)
  const next = behind ?? lacking[0]
  if (next === undefined) {
    say(desk, 'done', 'notice.noIncomplete')
    desk.focusPane('transcript')
    return
  }
  showCoding(desk, next.id)
  desk.focusPane('fields')
}

/** Opens the family of the coding in hand, or the first one. */
function editFamily(desk: Desk): void {
  const { open, session, codingId } = desk.workbench.getState()
  if (session === null) return
  const { state } = session.store.getState()
  const codes = codeList(state)
  const coding = open === null || codingId === null ? undefined : marksOf(state, open.sourceId).codings.get(codingId)
  const root: { readonly id: CodeId } | null | undefined =
    coding === undefined ? codes.find((code) => code.parentId === null) : rootOf(codes, coding.codeId)
  if (root == null) say(desk, 'refused', 'notice.noFamily')
  else desk.workbench.setState({ dialog: { kind: 'family', codeId: root.id } })
}
