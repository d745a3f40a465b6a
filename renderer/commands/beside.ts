import { isSourcePresent } from '#shared/journal/present.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import type { Desk } from './desk.ts'
import type { OpenSource, WorkbenchState } from './workbench.ts'

/** A source on the screen that is not the one being worked in: what is to be as it was when the reader comes back to it. */
export interface ParkedPane {
  readonly open: OpenSource
  readonly selection: TextSpan | null
  readonly cursor: number
  readonly lookingAt: number
  readonly codingId: CodingId | null
}

/** Shows two sources side by side, at first the same one twice; or the one that is worked in alone again. */
export function toggleBeside(desk: Desk): void {
  const state = desk.workbench.getState()
  const { open, lookingAt } = state
  if (state.beside !== null) {
    desk.workbench.setState({ beside: null, side: 'start' })
    desk.focusPane('transcript')
    return
  }
  if (open === null) return
  desk.workbench.setState({
    beside: parked({ ...state, open }),
    side: 'end',
    open: { ...open, place: lookingAt },
    selection: null,
    codingId: null,
  })
  // The keyboard must not stay in the pane that is no longer worked in: its keys would code the other source.
  desk.focusPane('transcript')
}

/** Goes over to the other pane, wherever the keyboard is. */
export function switchSide(desk: Desk): void {
  goToSide(desk, desk.workbench.getState().side === 'start' ? 'end' : 'start')
  desk.focusPane('transcript')
}

/** Goes over to a pane, if it is not the one that is worked in: every command acts there from now on. */
export function goToSide(desk: Desk, side: WorkbenchState['side']): void {
  const state = desk.workbench.getState()
  const { open, beside } = state
  if (open === null || beside === null || side === state.side) return
  desk.workbench.setState({ ...beside, beside: parked({ ...state, open }), side })
}

/** The pane beside, unless its source is no longer there. */
export function besideIn(state: ProjectState, beside: ParkedPane | null): ParkedPane | null {
  return beside !== null && isSourcePresent(state, beside.open.sourceId) ? beside : null
}

function parked(state: WorkbenchState & { readonly open: OpenSource }): ParkedPane {
  const { open, selection, cursor, lookingAt, codingId } = state
  return { open, selection, cursor, lookingAt, codingId }
}
