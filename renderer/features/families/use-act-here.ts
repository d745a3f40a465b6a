import { useCallback, useState } from 'react'
import { act } from '#renderer/commands/desk.ts'
import { useShell } from '#renderer/features/shell.ts'

/** Carries out an act, and answers whether it was done or there was nothing to do. */
export type ActHere = (make: Parameters<typeof act>[1]) => Promise<boolean>

/** Acts of a dialog, whose refusals are said in it: the line below the window is hidden by it. */
export function useActHere(): { readonly actHere: ActHere; readonly problem: string | null } {
  const { t, desk } = useShell()
  const [problem, setProblem] = useState<string | null>(null)
  const actHere = useCallback<ActHere>(
    async (make) => {
      const outcome = await act(desk, make)
      const isRefused = outcome.kind === 'refused' && outcome.refusal.refused !== 'refusal.sameValue'
      setProblem(isRefused ? t(outcome.refusal.refused, outcome.refusal.values) : null)
      return !isRefused && outcome.kind !== 'failed'
    },
    [desk, t],
  )
  return { actHere, problem }
}
