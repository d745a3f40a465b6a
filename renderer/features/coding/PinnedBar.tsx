import { type ReactNode, useMemo } from 'react'
import { codeSelection } from '#renderer/commands/coding-commands.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { codeList } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import { startCodeDrag } from '../code-drag.ts'
import { pinnedCodes } from './quick-codes.ts'

const NO_CODES: readonly Code[] = []

/** The codes that the digits apply, below the text: to be seen, pressed, and dragged onto a passage. */
export function PinnedBar(): ReactNode {
  const { t, desk } = useShell()
  const isShown = useWorkbench((state) => state.pinnedShown)
  const codes = useProject((session) => codeList(session.state)) ?? NO_CODES
  const pinned = useMemo(() => pinnedCodes(codes), [codes])
  if (!isShown || pinned.length === 0) return null
  return (
    <div className="pinned-bar" role="toolbar" aria-label={t('quick.pinned')}>
      {pinned.map((code) => (
        <button
          key={code.id}
          type="button"
          title={code.name}
          tabIndex={-1}
          draggable
          data-colour={code.colour}
          onDragStart={(event) => startCodeDrag(event, code.id)}
          onClick={() => {
            desk.transcript.current?.focus()
            void codeSelection(desk, code.id)
          }}
        >
          <kbd>{code.key}</kbd>
          <span className="code-name">{code.name}</span>
        </button>
      ))}
    </div>
  )
}
