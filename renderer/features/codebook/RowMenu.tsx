import { ContextMenu } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { putInCodeSet } from '#renderer/commands/acts/code-sets.ts'
import { deleteCode } from '#renderer/commands/acts/delete-code.ts'
import { moveCodeIn, moveCodeOut, shiftCode } from '#renderer/commands/acts/move-code.ts'
import type { ActResult } from '#renderer/commands/acts/refusal.ts'
import { act } from '#renderer/commands/desk.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { CodeId } from '#shared/model/ids.ts'
import type { ShownRow } from './rows-shown.ts'

type Make = (state: ProjectState, at: { codeId: CodeId }) => ActResult

const MOVES: readonly (readonly [key: MessageKey, keys: MessageKey, make: Make])[] = [
  ['codebook.moveUp', 'codebook.moveUp.key', (state, at) => shiftCode(state, { ...at, by: -1 })],
  ['codebook.moveDown', 'codebook.moveDown.key', (state, at) => shiftCode(state, { ...at, by: 1 })],
  ['codebook.moveOut', 'codebook.moveOut.key', moveCodeOut],
  ['codebook.moveIn', 'codebook.moveIn.key', moveCodeIn],
]

/** The menu under the right mouse button, or the menu key, on a code of the tree. */
export function RowMenu(props: {
  readonly rows: readonly ShownRow[]
  readonly isOwnOrder: boolean
  readonly onUse: (row: ShownRow) => void
  readonly onEdit: (row: ShownRow) => void
  readonly onAddBelow: (row: ShownRow) => void
  readonly children: ReactNode
}): ReactNode {
  const { rows, isOwnOrder, onUse, onEdit, onAddBelow, children } = props
  const { t, desk } = useShell()
  const sets = useProject((session) => session.state.codeSets)
  const [codeId, setCodeId] = useState<string | null>(null)
  const row = rows.find(({ code }) => code.id === codeId)
  const item = (label: string, key: string, run: () => void, isDisabled = false): ReactNode => (
    <ContextMenu.Item key={label} className="menu-item" disabled={isDisabled} onSelect={run}>
      {label}
      {key !== '' && <kbd>{key}</kbd>}
    </ContextMenu.Item>
  )
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        onContextMenu={({ target }) => {
          const element = target instanceof Element ? target.closest<HTMLElement>('[data-code]') : null
          setCodeId(element?.dataset['code'] ?? null)
        }}
      >
        {children}
      </ContextMenu.Trigger>
      {row !== undefined && (
        <ContextMenu.Portal>
          <ContextMenu.Content className="menu" collisionPadding={8} aria-label={row.code.name}>
            {row.code.isCodable && item(t('codebook.apply'), t('codebook.apply.key'), () => onUse(row))}
            {item(t('codebook.editThis'), t('keys.editCode.key'), () => onEdit(row))}
            {item(t('codebook.addBelow'), t('keys.addCode.key'), () => onAddBelow(row))}
            <ContextMenu.Separator className="menu-line" />
            {MOVES.map(([label, key, make]) =>
              item(
                t(label),
                t(key),
                () => void act(desk, (state) => make(state, { codeId: row.code.id })),
                !isOwnOrder,
              ),
            )}
            {row.code.isCodable && (
              <>
                <ContextMenu.Separator className="menu-line" />
                {item(t('command.mergeCodes'), '', () =>
                  desk.workbench.setState({ dialog: { kind: 'merge-codes', codeId: row.code.id } }),
                )}
                {item(t('command.splitCode'), '', () =>
                  desk.workbench.setState({ dialog: { kind: 'split-code', codeId: row.code.id } }),
                )}
              </>
            )}
            {sets !== null && sets.size > 0 && (
              <>
                <ContextMenu.Separator className="menu-line" />
                {[...sets.values()].map((set) => (
                  <ContextMenu.CheckboxItem
                    key={set.id}
                    className="menu-item"
                    checked={set.codeIds.includes(row.code.id)}
                    onCheckedChange={(isIn) =>
                      void act(desk, (state) => putInCodeSet(state, { setId: set.id, codeId: row.code.id, isIn }))
                    }
                  >
                    {t('codebook.inSet', { set: set.name })}
                    <ContextMenu.ItemIndicator>✓</ContextMenu.ItemIndicator>
                  </ContextMenu.CheckboxItem>
                ))}
              </>
            )}
            <ContextMenu.Separator className="menu-line" />
            {item(t('code.delete'), '', () => void act(desk, (state) => deleteCode(state, { codeId: row.code.id })))}
          </ContextMenu.Content>
        </ContextMenu.Portal>
      )}
    </ContextMenu.Root>
  )
}
