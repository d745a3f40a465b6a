import type { ReactNode } from 'react'
import { memoOn } from '#renderer/commands/acts/lookup.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'
import type { CodeId } from '#shared/model/ids.ts'

/** A small sign at a code that has a memo. */
export function CodeMemoSign({ codeId }: { readonly codeId: CodeId }): ReactNode {
  const { t } = useShell()
  const hasMemo = useProject(({ state }) => memoOn(state, { kind: 'code', id: codeId }) !== null)
  if (hasMemo !== true) return null
  return (
    <span className="memo-sign" title={t('memo.hasMemo')}>
      <Icon name="memo" />
      <span className="unseen">{t('memo.hasMemo')}</span>
    </span>
  )
}
