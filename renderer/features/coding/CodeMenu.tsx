import { ContextMenu } from 'radix-ui'
import { type MouseEvent, type ReactNode, useState } from 'react'
import type { Desk } from '#renderer/commands/desk.ts'
import { codingsAt } from '#renderer/commands/shown-codings.ts'
import { shownReading } from '#renderer/commands/shown-reading.ts'
import { pointUnder } from '#renderer/editor/reader.ts'
import { useShell } from '#renderer/features/shell.ts'
import { marksOf } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { CodeMenuItems } from './CodeMenuItems.tsx'

/** The menu under the right mouse button (or the menu key): the codes by family, and what can be done with a coding. */
export function CodeMenu({ children }: { readonly children: ReactNode }): ReactNode {
  const { desk } = useShell()
  // Whether there is a coding where the menu was asked for; it is in hand then.
  const [isOnCoding, setOnCoding] = useState(false)
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
          {/* Made only when it is shown: a codebook may be long, and this one stands around every act. */}
          <CodeMenuItems isOnCoding={isOnCoding} />
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
