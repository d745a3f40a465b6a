import { DropdownMenu } from 'radix-ui'
import { Fragment, type ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'
import { COMMAND_IDS, COMMANDS } from '#shared/commands.ts'

const REWORKING = COMMAND_IDS.filter((id) => COMMANDS[id].menu === 'codebook')

/** The menu of the codebook's head: what reworks the codebook as a whole, and how one looks at it. */
export function CodebookMenu(props: { readonly onFoldAll: () => void; readonly onUnfoldAll: () => void }): ReactNode {
  const { t, run } = useShell()
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="icon-button" aria-label={t('codebook.more')} title={t('codebook.more')}>
          <Icon name="more" />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" collisionPadding={8} align="end">
          {REWORKING.map((id) => (
            <Fragment key={id}>
              {COMMANDS[id].startsGroup && <DropdownMenu.Separator className="menu-line" />}
              <DropdownMenu.Item className="menu-item" onSelect={() => run(id)}>
                {t(COMMANDS[id].title)}
              </DropdownMenu.Item>
            </Fragment>
          ))}
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Item className="menu-item" onSelect={props.onUnfoldAll}>
            {t('codebook.unfoldAll')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={props.onFoldAll}>
            {t('codebook.foldAll')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
