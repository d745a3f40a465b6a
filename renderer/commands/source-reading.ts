import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { applyEdits } from '#shared/transcript/apply-edits.ts'
import { readAsIs } from '#shared/transcript/read-as-is.ts'
import type { Reading } from '#shared/transcript/reading.ts'
import type { Desk } from './desk.ts'
import type { ProjectSession } from './project-session.ts'
import type { ReadSource } from './reader.ts'
import type { OpenSource } from './workbench.ts'

/** A source as it is worked in: what was read of it, with the edits of the project put upon that. */
export function openedSource(
  state: ProjectState,
  sourceId: SourceId,
  { text, structure, proposed }: ReadSource,
): Omit<OpenSource, 'lines' | 'place'> {
  const reading = applyEdits(text, proposed, marksOf(state, sourceId).edits.values())
  // Seldom asked for, and as large as the text: made when it is.
  let lines: Reading | null = null
  const asIs = (): Reading => {
    lines ??= readAsIs(text)
    return lines
  }
  return { sourceId, text, structure, proposed, reading, asIs }
}

/** Keeps the readings on the screen in step with the edits of their sources, whoever makes or takes them back. */
export function followEdits(desk: Desk, session: ProjectSession): void {
  session.store.subscribe(({ state }, { state: before }) => {
    const { open, beside, session: current } = desk.workbench.getState()
    if (open === null || current !== session) return
    const edited = (shown: OpenSource): OpenSource => {
      const { edits } = marksOf(state, shown.sourceId)
      if (edits === marksOf(before, shown.sourceId).edits) return shown
      return { ...shown, reading: applyEdits(shown.text, shown.proposed, edits.values()) }
    }
    const [here, there] = [edited(open), beside === null ? null : edited(beside.open)]
    if (here === open && there === (beside?.open ?? null)) return
    desk.workbench.setState({
      open: here,
      beside: beside === null || there === null ? null : { ...beside, open: there },
    })
  })
}
