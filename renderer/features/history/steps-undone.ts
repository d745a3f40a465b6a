import type { HistoryStep } from '#renderer/commands/history-commands.ts'

/** The acts that stand undone, by number. `steps` begin with the newest; an act counts by what was done to it last. */
export function stepsUndone(
  steps: readonly Pick<HistoryStep, 'seq' | 'kind' | 'of' | 'gathers'>[],
): ReadonlySet<number> {
  const settled = new Set<number>()
  const undone = new Set<number>()
  for (const { seq, kind, of, gathers = [] } of steps) {
    if (undone.has(seq)) for (const one of gathers) undone.add(one)
    if (kind === 'act' || of === null || settled.has(of)) continue
    settled.add(of)
    if (kind === 'undo') undone.add(of)
  }
  return undone
}
