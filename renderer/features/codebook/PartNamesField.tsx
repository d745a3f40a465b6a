import type { ReactNode } from 'react'
import { setPartNames } from '#renderer/commands/acts/set-part-names.ts'
import { useShell } from '#renderer/features/shell.ts'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import type { Code } from '#shared/model/code.ts'
import type { Save } from '../dialog-save.ts'

/** What the parts of a code's passages may be called, in one line. */
export function PartNamesField({ code, save }: { readonly code: Code; readonly save: Save }): ReactNode {
  const { t } = useShell()
  return (
    <EditableText
      label={t('parts.names')}
      value={(code.parts ?? []).join(t('common.listComma'))}
      placeholder={t('parts.namesHint')}
      onSave={(text) => save((state) => setPartNames(state, { codeId: code.id, text }))}
    />
  )
}
