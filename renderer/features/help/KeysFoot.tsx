import { type ReactNode, useRef, useState } from 'react'
import { exportKeys, importKeys } from '#renderer/commands/keymap-commands.ts'
import { useShell } from '#renderer/features/shell.ts'
import type { KeyChanges } from '#shared/keymap/keymap.ts'

/** What can be done with all keys at once: written to a file, taken from one, put back. */
export function KeysFoot({ changes }: { readonly changes: KeyChanges }): ReactNode {
  const { t, desk } = useShell()
  const chooser = useRef<HTMLInputElement>(null)
  const [isForeign, setForeign] = useState(false)
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) setForeign(!importKeys(desk, await file.text()))
    // The same file may be chosen again.
    if (chooser.current !== null) chooser.current.value = ''
  }
  return (
    <footer className="dialog-foot keys-foot">
      {isForeign && (
        <p className="problem" role="alert">
          {t('keys.foreign')}
        </p>
      )}
      <button
        type="button"
        disabled={Object.keys(changes).length === 0}
        onClick={() => desk.workbench.setState({ keyChanges: {} })}
      >
        {t('keys.resetAll')}
      </button>
      <span className="spacer" />
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json"
        aria-label={t('keys.import')}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <button type="button" onClick={() => chooser.current?.click()}>
        {t('keys.import')}
      </button>
      <button type="button" onClick={() => void exportKeys(desk, 'json')}>
        {t('keys.export')}
      </button>
      <button type="button" onClick={() => void exportKeys(desk, 'md')}>
        {t('keys.exportTable')}
      </button>
    </footer>
  )
}
