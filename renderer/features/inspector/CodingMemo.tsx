import type { ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { MemoField } from '../MemoField.tsx'
import type { CodingInHand } from './coding-in-hand.ts'

/** The memo on the coding in hand, saved while one types. */
export function CodingMemo({ inHand }: { readonly inHand: CodingInHand }): ReactNode {
  const { t, desk } = useShell()
  return (
    <MemoField
      target={{ kind: 'coding', id: inHand.coding.id }}
      label={t('inspector.memo')}
      onEscape={() => desk.transcript.current?.focus()}
    />
  )
}
