import type { ReactNode } from 'react'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { inTreeOrder } from '#shared/codebook/tree.ts'
import { COMMAND_IDS, COMMANDS, type MenuName } from '#shared/commands.ts'
import { codeList } from '#shared/journal/state.ts'

const MENUS: readonly MenuName[] = ['file', 'edit', 'coding', 'codebook', 'correct', 'go', 'view', 'help']

/** Every key: of the program, and of the open project's codes. */
export function KeysDialog(): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const codes = project === null ? [] : inTreeOrder(codeList(project)).filter((row) => row.code.key !== null)
  const isMac = desk.info.platform === 'darwin'
  return (
    <Dialog
      title={t('command.showKeys')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="dialog-body keys" data-first tabIndex={0} aria-label={t('command.showKeys')}>
        <p className="hint">{t('keys.hint')}</p>
        <div className="keys-columns">
          {MENUS.map((menu) => (
            <section key={menu}>
              <h3>{t(`menu.${menu}`)}</h3>
              <dl>
                {COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu && shown(id, isMac) !== '').map((id) => (
                  <div key={id}>
                    <dt>{t(COMMANDS[id].title)}</dt>
                    <dd>
                      <kbd>{shown(id, isMac)}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <section>
            <h3>{t('keys.moving')}</h3>
            <dl>
              {(
                [
                  'move',
                  'extend',
                  'word',
                  'paragraph',
                  'line',
                  'letGo',
                  'editCode',
                  'addCode',
                  'shiftCode',
                  'moveCode',
                ] as const
              ).map((what) => (
                <div key={what}>
                  <dt>{t(`keys.${what}`)}</dt>
                  <dd>
                    <kbd>{t(`keys.${what}.key`)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          {codes.length > 0 && (
            <section>
              <h3>{t('codebook.title')}</h3>
              <dl>
                {codes.map(({ code }) => (
                  <div key={code.id}>
                    <dt>{code.name}</dt>
                    <dd>
                      <kbd>{code.key?.toUpperCase()}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
        </div>
      </section>
    </Dialog>
  )
}

function shown(id: (typeof COMMAND_IDS)[number], isMac: boolean): string {
  const { accelerator, key } = COMMANDS[id]
  const pressed = accelerator?.replace('CmdOrCtrl', isMac ? '⌘' : 'Ctrl').replaceAll('+', ' ')
  return [pressed, key?.length === 1 ? key.toUpperCase() : key].filter((part) => part !== undefined).join(' / ')
}
