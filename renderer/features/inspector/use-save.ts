import { useCallback } from 'react'
import { act } from '#renderer/commands/desk.ts'
import { useShell } from '#renderer/features/shell.ts'

/** Carries out an act, and answers whether what was typed may be forgotten: it is saved, or was there already. */
export function useSave(): (make: Parameters<typeof act>[1]) => Promise<boolean> {
  const { desk } = useShell()
  return useCallback(
    async (make) => {
      const outcome = await act(desk, make)
      return outcome.kind !== 'failed'
    },
    [desk],
  )
}
