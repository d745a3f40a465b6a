import { LINK_RELATIONS, type LinkRelation } from '#shared/model/link.ts'
import { type CodingAt, linkCodings } from './acts/link-codings.ts'
import { act, type Desk, say } from './desk.ts'
import type { Command } from './registry.ts'
import type { WorkbenchState } from './workbench.ts'

const withCoding = ({ open, codingId, linking }: WorkbenchState): boolean =>
  open !== null && (codingId !== null || linking !== null)

/** The commands that link codings. */
export const linkCommands = {
  'link-coding': { isEnabled: withCoding, isOfCodingInHand: true, run: startLinking },
  'show-links': {
    isEnabled: ({ session }) => session !== null,
    run: (desk) => desk.workbench.setState({ dialog: { kind: 'links' } }),
  },
} as const satisfies Record<string, Command>

/** Begins a link at the coding in hand. Asked again while one is being made, it shows all codings to choose from. */
export function startLinking(desk: Desk): void {
  const { open, codingId, linking } = desk.workbench.getState()
  if (linking !== null) desk.workbench.setState({ dialog: { kind: 'link-target' } })
  else if (open !== null && codingId !== null) {
    desk.workbench.setState({ linking: { sourceId: open.sourceId, from: codingId, relation: 'supports' } })
    desk.transcript.current?.focus()
  }
}

/** Says how the two codings are to be linked. */
export function setLinkRelation(desk: Desk, relation: LinkRelation): void {
  desk.workbench.setState(({ linking }) => ({ linking: linking === null ? null : { ...linking, relation } }))
}

/** Makes an end of the link that is being made, and takes the coding that it began at in hand again. */
export function cancelLinking(desk: Desk): void {
  const { open, linking, dialog } = desk.workbench.getState()
  if (linking === null) return
  desk.workbench.setState({ linking: null })
  if (dialog?.kind === 'link-target') desk.workbench.setState({ dialog: null })
  if (open?.sourceId === linking.sourceId) desk.workbench.setState({ codingId: linking.from })
  desk.transcript.current?.focus()
}

/** The coding that the link would go to if it was confirmed now: the one in hand, if it is another. */
export function linkTarget({ open, codingId, linking }: WorkbenchState): CodingAt | null {
  if (open === null || codingId === null || codingId === linking?.from) return null
  return { sourceId: open.sourceId, codingId }
}

/** Makes the link, to the coding in hand unless another is named. */
export async function confirmLink(
  desk: Desk,
  to: CodingAt | null = linkTarget(desk.workbench.getState()),
): Promise<void> {
  const { linking, codingId } = desk.workbench.getState()
  if (linking === null) return
  if (to === null) {
    say(desk, 'refused', 'notice.linkNeedsTarget')
    return
  }
  const { relation } = linking
  const from = { sourceId: linking.sourceId, codingId: linking.from }
  // At once: the next key may begin another link.
  cancelLinking(desk)
  const outcome = await act(desk, (state, world) => linkCodings(state, { from, to, relation }, world))
  if (outcome.kind === 'refused' && desk.workbench.getState().linking === null) {
    desk.workbench.setState({ linking, codingId })
  }
}

/**
 * Takes a key pressed in the transcript while a link is being made: Enter, Escape, and a relation's
 * number. Answers whether it was one of them.
 */
export function takeLinkingKey(desk: Desk, key: string): boolean {
  if (desk.workbench.getState().linking === null) return false
  const relation = /^[1-9]$/.test(key) ? LINK_RELATIONS[Number(key) - 1] : undefined
  if (relation !== undefined) setLinkRelation(desk, relation)
  else if (key === 'Enter') void confirmLink(desk)
  else if (key === 'Escape') cancelLinking(desk)
  else return false
  return true
}
