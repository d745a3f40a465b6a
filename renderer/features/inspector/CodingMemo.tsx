import type { ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { MemoField } from '../MemoField.tsx'
import { MemoMentions } from '../MemoMentions.tsx'
import type { CodingInHand } from './coding-in-hand.ts'

/** The memo on the coding in hand, and the memos that mention it or its segment. */
export function CodingMemo({ inHand }: { readonly inHand: CodingInHand }): ReactNode {
  const { t, desk } = useShell()
  const { coding, segment } = inHand
  return (
    <>
      <MemoField
        target={{ kind: 'coding', id: coding.id }}
        label={t('inspector.memo')}
        onEscape={() => desk.transcript.current?.focus()}
      />
      <MemoMentions
        links={[
          { kind: 'coding', id: coding.id },
          { kind: 'segment', id: segment.id },
        ]}
      />
    </>
  )
}
