import { ContextMenu } from 'radix-ui'
import { Fragment, type ReactNode } from 'react'
import { codeSelection, fitToSelection } from '#renderer/commands/coding-commands.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { inTreeOrder, rootOf } from '#shared/codebook/tree.ts'
import type { CommandId } from '#shared/commands.ts'
import { COMMAND_IDS, COMMANDS } from '#shared/commands.ts'
import { codeList } from '#shared/journal/state.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'

const CORRECTING = COMMAND_IDS.filter((id) => COMMANDS[id].menu === 'correct')

/** The menu under the right mouse button (or the menu key): the codes by family, and what can be done with a coding. */
export function CodeMenu({ children }: { readonly children: ReactNode }): ReactNode {
  const { t, desk, run } = useShell()
  const project = useProject((session) => session.state)
  const hasSelection = useWorkbench((state) => state.selection !== null)
  const codingId = useWorkbench((state) => state.codingId)
  const codes = project === null ? [] : codeList(project)
  const rows = inTreeOrder(codes)
  const keysOf = (id: CommandId): string => keyName(COMMANDS[id], desk.info.platform === 'darwin')
  const item = (id: CommandId, isDisabled = false): ReactNode => (
    <ContextMenu.Item key={id} className="menu-item" disabled={isDisabled} onSelect={() => run(id)}>
      {t(COMMANDS[id].title)}
      {keysOf(id) !== '' && <kbd>{keysOf(id)}</kbd>}
    </ContextMenu.Item>
  )
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild>
        <div className="code-menu-area">{children}</div>
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" collisionPadding={8}>
          {rows
            .filter((row) => row.depth === 0)
            .map(({ code: family }) => (
              <ContextMenu.Sub key={family.id}>
                <ContextMenu.SubTrigger className="menu-item" disabled={!hasSelection}>
                  {t('menu.codeAs', { family: family.name })}
                  <span aria-hidden="true">›</span>
                </ContextMenu.SubTrigger>
                <ContextMenu.Portal>
                  <ContextMenu.SubContent className="menu" collisionPadding={8}>
                    {rows
                      .filter((row) => row.code.isCodable && rootOf(codes, row.code.id)?.id === family.id)
                      .map(({ code }) => (
                        <ContextMenu.Item
                          key={code.id}
                          className="menu-item"
                          onSelect={() => void codeSelection(desk, code.id)}
                        >
                          <CodeSwatch colour={code.colour} manner={family.family?.manner ?? 'tint'} />
                          <span className="code-name">{code.name}</span>
                          {code.key !== null && <kbd>{code.key.toUpperCase()}</kbd>}
                        </ContextMenu.Item>
                      ))}
                  </ContextMenu.SubContent>
                </ContextMenu.Portal>
              </ContextMenu.Sub>
            ))}
          {item('choose-code', !hasSelection)}
          <ContextMenu.Separator className="menu-line" />
          {item('select-sentence')}
          {item('select-paragraph')}
          {item('select-turn')}
          <ContextMenu.Separator className="menu-line" />
          {item('open-inspector')}
          {item('recode', codingId === null)}
          <ContextMenu.Item
            className="menu-item"
            disabled={codingId === null || !hasSelection}
            onSelect={() => {
              if (codingId !== null) void fitToSelection(desk, codingId)
            }}
          >
            {t('inspector.fit')}
          </ContextMenu.Item>
          {item('remove-coding', codingId === null)}
          <ContextMenu.Separator className="menu-line" />
          <ContextMenu.Sub>
            <ContextMenu.SubTrigger className="menu-item">
              {t('menu.correct')}
              <span aria-hidden="true">›</span>
            </ContextMenu.SubTrigger>
            <ContextMenu.Portal>
              <ContextMenu.SubContent className="menu" collisionPadding={8}>
                {CORRECTING.map((id) => (
                  <Fragment key={id}>
                    {COMMANDS[id].startsGroup && <ContextMenu.Separator className="menu-line" />}
                    {item(id)}
                  </Fragment>
                ))}
              </ContextMenu.SubContent>
            </ContextMenu.Portal>
          </ContextMenu.Sub>
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

function keyName(
  { key, accelerator }: { readonly key?: string; readonly accelerator?: string },
  isMac: boolean,
): string {
  if (key !== undefined) return key.length === 1 ? key.toUpperCase() : key
  return accelerator?.replace('CmdOrCtrl', isMac ? '⌘' : 'Ctrl').replaceAll('+', ' ') ?? ''
}
