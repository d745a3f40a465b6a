import { missingIn } from '#renderer/commands/incomplete.ts'
import type { Workbench } from '#renderer/commands/workbench.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Steps } from '#shared/journal/steps.ts'
import { placedCodings } from '#shared/query/placed-codings.ts'

/**
 * Works out what is on the screen of a state that is about to be shown, in steps: of 50,000 codings that come back at
 * once it would otherwise be worked out in the moment in which they are shown, and keys would wait.
 */
export function* prepareState(workbench: Workbench, state: ProjectState): Steps<void> {
  const { open, beside } = workbench.getState()
  for (const shown of [open, beside?.open ?? null]) {
    if (shown === null) continue
    const placed = yield* placedCodings.ahead(marksOf(state, shown.sourceId))
    if (placed === null) continue
    for (const one of placed.index.inOrder) {
      missingIn(state, shown.reading, one)
      yield
    }
  }
}
