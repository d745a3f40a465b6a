import type { ReactNode } from 'react'
import { memoOn } from '#renderer/commands/acts/lookup.ts'
import { writeMemo } from '#renderer/commands/acts/write-memo.ts'
import { useShell } from '#renderer/features/shell.ts'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import type { CodingInHand } from './coding-in-hand.ts'
import { useSave } from './use-save.ts'

/** The memo on the coding in hand, saved while one types. */
export function CodingMemo({ inHand }: { readonly inHand: CodingInHand }): ReactNode {
  const { t } = useShell()
  const save = useSave()
  const target = { kind: 'coding', id: inHand.coding.id } as const
  return (
    <EditableText
      label={t('inspector.memo')}
      value={memoOn(inHand.project, target)?.text ?? ''}
      placeholder={t('inspector.memoHint')}
      rows={4}
      savesWhileTyping
      onSave={(text) => save((state, world) => writeMemo(state, { target, text }, world))}
    />
  )
}
