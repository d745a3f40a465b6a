import { useCallback, useState } from 'react'
import { act } from '#renderer/commands/desk.ts'
import { useShell } from '#renderer/features/shell.ts'

/** Carries out an act; answers whether what was entered may be forgotten: it is saved, or was there already. */
export type Save = (make: Parameters<typeof act>[1]) => Promise<boolean>

/**
 * Saves from within a dialog. Why an act was refused is said in the dialog: the window's own status
 * line is behind it, out of reach of a screen reader.
 */
export function useSave(): { readonly save: Save; readonly problem: string | null } {
  const { t, desk } = useShell()
  const [problem, setProblem] = useState<string | null>(null)
  const save = useCallback<Save>(
    async (make) => {
      const outcome = await act(desk, make)
      const isRefused = outcome.kind === 'refused' && outcome.refusal.refused !== 'refusal.sameValue'
      if (isRefused) setProblem(t(outcome.refusal.refused, outcome.refusal.values))
      else setProblem(outcome.kind === 'failed' ? t('notice.notSaved', { detail: outcome.detail }) : null)
      return !isRefused && outcome.kind !== 'failed' && outcome.kind !== 'stopped'
    },
    [t, desk],
  )
  return { save, problem }
}
