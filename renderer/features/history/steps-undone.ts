import type { HistoryStep } from '#renderer/commands/history-commands.ts'

/** The acts that stand undone, by number. `steps` begin with the newest; an act counts by what was done to it last. */
export function stepsUndone(steps: readonly Pick<HistoryStep, 'kind' | 'of'>[]): ReadonlySet<number> {
  const settled = new Set<number>()
  const undone = new Set<number>()
  for (const { kind, of } of steps) {
    if (kind === 'act' || of === null || settled.has(of)) continue
    settled.add(of)
    if (kind === 'undo') undone.add(of)
  }
  return undone
}
