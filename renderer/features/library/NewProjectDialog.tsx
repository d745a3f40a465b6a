import { type ReactNode, useState } from 'react'
import { newProject } from '#renderer/commands/open-project.ts'
import { useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'

/** Asks for a name; the project starts with the starter codebook in the interface's language. */
export function NewProjectDialog(): ReactNode {
  const { t, desk } = useShell()
  const [name, setName] = useState('')
  const close = (): void => desk.workbench.setState({ dialog: null })
  return (
    <Dialog title={t('library.newProject')} closeLabel={t('common.close')} size="small" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void newProject(desk, name.trim())
        }}
      >
        <div className="dialog-body form">
          <div className="field">
            <label htmlFor="project-name">{t('library.projectName')}</label>
            <input
              id="project-name"
              data-first
              type="text"
              value={name}
              required
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <p className="hint">{t('library.starter')}</p>
        </div>
        <footer className="dialog-foot">
          <button type="button" onClick={close}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="primary" disabled={name.trim() === ''}>
            {t('library.create')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
