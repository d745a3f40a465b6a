import { laterNames } from '#shared/memos/renamed-speakers.ts'
import { type MemoTarget, targetKey } from '#shared/model/memo.ts'
import { type Desk, say } from './desk.ts'
import { subjectsHere } from './memo-subjects.ts'
import type { Command } from './registry.ts'
import { followLink, showPlace } from './text-links.ts'
import type { WorkbenchState } from './workbench.ts'

const withProject = ({ session }: WorkbenchState): boolean => session !== null

/** The commands that write memos and find them again. */
export const memoCommands = {
  'write-memo': { isEnabled: withProject, isOfCodingInHand: true, run: (desk) => writeMemoHere(desk) },
  'show-memos': {
    isEnabled: withProject,
    run: (desk) => desk.workbench.setState({ dialog: { kind: 'memos', chosen: null } }),
  },
} as const satisfies Record<string, Command>

/** Opens the memos on what stands at the cursor: the one of the kind asked for, else the nearest. */
export function writeMemoHere(desk: Desk, kind?: MemoTarget['kind']): void {
  const state = desk.workbench.getState()
  if (state.session === null) return
  const subjects = subjectsHere(state.session.store.getState().state, state)
  const chosen = subjects.find(({ target }) => target.kind === kind) ?? subjects[0]
  if (chosen === undefined) return
  desk.workbench.setState({ memoPanel: { subjects, chosen: chosen.target } })
  // A field that comes to be takes the keyboard itself; one that was there already is given it.
  desk.focusPane('memo')
}

/** Opens one memo in the list of all. */
export function showMemo(desk: Desk, target: MemoTarget): void {
  desk.workbench.setState({ dialog: { kind: 'memos', chosen: target } })
}

/** Whether two memos are about the same. */
export function isSameTarget(a: MemoTarget, b: MemoTarget): boolean {
  return targetKey(a) === targetKey(b)
}

/** Goes to what a memo is about, in whatever source it stands. */
export async function showWhatMemoIsAbout(desk: Desk, target: MemoTarget): Promise<void> {
  switch (target.kind) {
    case 'project':
      return
    case 'turn':
      await showPlace(desk, target.sourceId, target.start)
      return
    case 'speaker':
      return showSpeaker(desk, target.name)
    default:
      return followLink(desk, target)
  }
}

async function showSpeaker(desk: Desk, name: string): Promise<void> {
  const { open, session } = desk.workbench.getState()
  if (open === null || session === null) return
  const names = new Set([name, ...laterNames(session.store.getState().state, name)])
  const turn = open.reading.turns.find(({ speaker }) => speaker !== null && names.has(speaker))
  if (turn === undefined) say(desk, 'refused', 'notice.speakerElsewhere', { speaker: name })
  else await showPlace(desk, open.sourceId, turn.span.start)
}
