import { ContextMenu } from 'radix-ui'
import { Fragment, type MouseEvent, type ReactNode, useState } from 'react'
import { codeSelection, fitToSelection } from '#renderer/commands/coding-commands.ts'
import type { Desk } from '#renderer/commands/desk.ts'
import { codingsAt } from '#renderer/commands/shown-codings.ts'
import { shownReading } from '#renderer/commands/shown-reading.ts'
import { pointUnder } from '#renderer/editor/reader.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { inTreeOrder, rootOf } from '#shared/codebook/tree.ts'
import type { CommandId } from '#shared/commands.ts'
import { COMMAND_IDS, COMMANDS } from '#shared/commands.ts'
import { codeList, marksOf } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'

const CORRECTING = COMMAND_IDS.filter((id) => COMMANDS[id].menu === 'correct')

/** The menu under the right mouse button (or the menu key): the codes by family, and what can be done with a coding. */
export function CodeMenu({ children }: { readonly children: ReactNode }): ReactNode {
  const { t, desk, run } = useShell()
  const project = useProject((session) => session.state)
  const hasSelection = useWorkbench((state) => state.selection !== null)
  const codingId = useWorkbench((state) => state.codingId)
  // Whether there is a coding where the menu was asked for; it is in hand then.
  const [isOnCoding, setOnCoding] = useState(false)
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
      <ContextMenu.Trigger
        asChild
        onContextMenu={(event) => {
          const here = codingUnder(desk, event)
          setOnCoding(here !== null)
          if (here !== null) desk.workbench.setState({ codingId: here })
        }}
      >
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
          <ContextMenu.Item className="menu-item" disabled={!isOnCoding} onSelect={() => desk.focusPane('inspector')}>
            {t(COMMANDS['open-inspector'].title)}
            <kbd>{keysOf('open-inspector')}</kbd>
          </ContextMenu.Item>
          {item('recode', !isOnCoding || codingId === null)}
          <ContextMenu.Item
            className="menu-item"
            disabled={codingId === null || !hasSelection}
            onSelect={() => {
              if (codingId !== null) void fitToSelection(desk, codingId)
            }}
          >
            {t('inspector.fit')}
          </ContextMenu.Item>
          {item('write-memo')}
          {item('remove-coding', !isOnCoding || codingId === null)}
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

/**
 * The coding where the menu was asked for: under the pointer, or, by key, where the cursor or the
 * selection stands. Of several the one in hand, else the shortest; `null` where there is none.
 */
function codingUnder(desk: Desk, event: MouseEvent<HTMLElement>): CodingId | null {
  const state = desk.workbench.getState()
  const { target, currentTarget } = event
  const { open, session, codingId, selection, cursor } = state
  if (open === null || session === null) return null
  const stripe = target instanceof HTMLElement ? (target.dataset['mark'] as CodingId | undefined) : undefined
  if (stripe !== undefined && marksOf(session.store.getState().state, open.sourceId).codings.has(stripe)) return stripe
  let place: number | null = selection?.start ?? cursor
  if (event.button === 2 || event.ctrlKey) {
    const root = currentTarget.querySelector<HTMLElement>('.transcript-root')
    const reading = shownReading(state)
    place =
      root === null || reading === null ? null : (pointUnder(root, reading.blocks, event.nativeEvent)?.offset ?? null)
  }
  const here = place === null ? [] : codingsAt(desk, place)
  return codingId !== null && here.includes(codingId) ? codingId : (here[0] ?? null)
}

function keyName(
  { key, accelerator }: { readonly key?: string; readonly accelerator?: string },
  isMac: boolean,
): string {
  if (key !== undefined) return key.length === 1 ? key.toUpperCase() : key
  return accelerator?.replace('CmdOrCtrl', isMac ? '⌘' : 'Ctrl').replaceAll('+', ' ') ?? ''
}
