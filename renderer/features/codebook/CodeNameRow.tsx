import type { ReactNode } from 'react'
import { renameCode } from '#renderer/commands/acts/rename-code.ts'
import { setCodeKey } from '#renderer/commands/acts/set-code-key.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { charactersTaken, keymapOf } from '#shared/keymap/keymap.ts'
import type { Code } from '#shared/model/code.ts'
import type { Save } from '../dialog-save.ts'

/** What a code is called, and the key that applies it. */
export function CodeNameRow({ code, save }: { readonly code: Code; readonly save: Save }): ReactNode {
  const { t } = useShell()
  const codeId = code.id
  const reserved = charactersTaken(keymapOf(useWorkbench((state) => state.keyChanges)))
  return (
    <div className="form-row">
      <EditableText
        label={t('code.name')}
        value={code.name}
        onSave={(name) => save((state) => renameCode(state, { codeId, name }))}
      />
      {code.isCodable && (
        <div className="key-field">
          <EditableText
            label={t('code.key')}
            value={code.key ?? ''}
            maxLength={2}
            onSave={(key) => save((state) => setCodeKey(state, { codeId, key, reserved }))}
          />
        </div>
      )}
    </div>
  )
}
