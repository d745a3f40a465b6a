import { ContextMenu } from 'radix-ui'
import { Fragment, type ReactNode } from 'react'
import { codeSelection } from '#renderer/commands/coding-commands.ts'
import { fitToSelection } from '#renderer/commands/edge-commands.ts'
import { hasPassage } from '#renderer/commands/passage.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { childrenOf, descendantsOf } from '#shared/codebook/tree.ts'
import { COMMAND_IDS, COMMANDS, type CommandId } from '#shared/commands.ts'
import { codeList } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { useKeyShown } from '../use-keys.ts'

const CORRECTING = COMMAND_IDS.filter((id) => COMMANDS[id].menu === 'correct')
const NO_CODES: readonly Code[] = []
/** More are not looked through in a menu: there is a command that finds them. */
const MOST = 60

/** What stands in the menu under the right mouse button. */
export function CodeMenuItems({ isOnCoding }: { readonly isOnCoding: boolean }): ReactNode {
  const { t, desk, run } = useShell()
  const codes = useProject((session) => codeList(session.state)) ?? NO_CODES
  const hasSelection = useWorkbench((state) => state.selection !== null)
  const canCode = useWorkbench(hasPassage)
  const codingId = useWorkbench((state) => state.codingId)
  const keysOf = useKeyShown()
  const item = (id: CommandId, isDisabled = false): ReactNode => (
    <ContextMenu.Item key={id} className="menu-item" disabled={isDisabled} onSelect={() => run(id)}>
      {t(COMMANDS[id].title)}
      {keysOf(id) !== '' && <kbd>{keysOf(id)}</kbd>}
    </ContextMenu.Item>
  )
  return (
    <>
      {childrenOf(codes, null).map((family) => (
        <ContextMenu.Sub key={family.id}>
          <ContextMenu.SubTrigger className="menu-item" disabled={!canCode}>
            {t('menu.codeAs', { family: family.name })}
            <span aria-hidden="true">›</span>
          </ContextMenu.SubTrigger>
          <ContextMenu.Portal>
            <ContextMenu.SubContent className="menu" collisionPadding={8}>
              <FamilyItems family={family} codes={codes} />
            </ContextMenu.SubContent>
          </ContextMenu.Portal>
        </ContextMenu.Sub>
      ))}
      {item('choose-code', !canCode)}
      {item('code-again', !canCode)}
      {item('code-in-vivo', !hasSelection)}
      {item('hold-selection', !hasSelection)}
      <ContextMenu.Separator className="menu-line" />
      {item('select-sentence')}
      {item('select-paragraph')}
      {item('select-turn')}
      {item('select-exchange')}
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
      {item('add-part', codingId === null || !hasSelection)}
      {item('link-coding', !isOnCoding || codingId === null)}
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
    </>
  )
}

/** The codes of one family. */
function FamilyItems({ family, codes }: { readonly family: Code; readonly codes: readonly Code[] }): ReactNode {
  const { desk } = useShell()
  return descendantsOf(codes, family.id)
    .filter(({ isCodable }) => isCodable)
    .slice(0, MOST)
    .map((code) => (
      <ContextMenu.Item key={code.id} className="menu-item" onSelect={() => void codeSelection(desk, code.id)}>
        <CodeSwatch colour={code.colour} manner={family.family?.manner ?? 'tint'} />
        <span className="code-name">{code.name}</span>
        {code.key !== null && <kbd>{code.key.toUpperCase()}</kbd>}
      </ContextMenu.Item>
    ))
}
