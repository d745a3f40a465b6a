import type { ReactNode } from 'react'
import { DEFINITION_PARTS, defineCode } from '#renderer/commands/acts/define-code.ts'
import { useShell } from '#renderer/features/shell.ts'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import type { Code } from '#shared/model/code.ts'
import type { Save } from '../dialog-save.ts'

/** What is said of a code in words, each part saved as it is typed. */
export function CodeTexts({ code, save }: { readonly code: Code; readonly save: Save }): ReactNode {
  const { t } = useShell()
  return DEFINITION_PARTS.map((part) => (
    <EditableText
      key={part}
      label={t(`code.${part}`)}
      value={code[part] ?? ''}
      rows={part === 'definition' ? 3 : 2}
      savesWhileTyping
      onSave={(text) => save((state) => defineCode(state, { codeId: code.id, part, text }))}
    />
  ))
}
