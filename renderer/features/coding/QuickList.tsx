import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { codeSelection } from '#renderer/commands/coding-commands.ts'
import type { RoomBeside } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import type { CommandId } from '#shared/commands.ts'
import { COMMANDS } from '#shared/commands.ts'
import { codeList } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { startSelectionDrag } from '../code-drag.ts'
import { useKeyShown } from '../use-keys.ts'
import { quickCodes } from './quick-codes.ts'
import { useMouseSelection } from './use-mouse-selection.ts'

const NO_CODES: readonly Code[] = []
const MORE: readonly CommandId[] = ['choose-code', 'code-in-vivo']
/** Narrower than this, in CSS pixels, names cannot be read: then the list stands below the text. */
const NARROWEST = 116
const WIDEST = 210
const OFF = 6

/**
 * A short list of codes for what is selected: after a selection with the mouse, or asked for by key.
 * It stands where no words are: beside the text, or below it.
 */
export function QuickList(): ReactNode {
  const { desk } = useShell()
  const isAsked = useWorkbench((state) => state.quickListAsked)
  const isOn = useWorkbench((state) => state.quickListOn)
  const hasSelection = useWorkbench((state) => state.selection !== null)
  const isBehind = useWorkbench((state) => state.dialog !== null)
  const marked = useMouseSelection(isOn && !isAsked)
  const close = (): void => {
    marked.forget()
    if (!desk.workbench.getState().quickListAsked) return
    desk.workbench.setState({ quickListAsked: false })
    desk.transcript.current?.focus()
  }
  if (!hasSelection || isBehind || !(isAsked || marked.isFresh)) return null
  return <List isAsked={isAsked} room={desk.transcript.current?.room() ?? null} onClose={close} />
}

function List(props: {
  readonly isAsked: boolean
  readonly room: RoomBeside | null
  readonly onClose: () => void
}): ReactNode {
  const { isAsked, onClose } = props
  const { t, desk, run } = useShell()
  const keyShown = useKeyShown()
  const recent = useWorkbench((state) => state.recentCodes)
  const codes = useProject((session) => codeList(session.state)) ?? NO_CODES
  const list = useRef<HTMLDivElement>(null)
  // Where it has come up it stays, until the selection is another one.
  const [room] = useState(props.room)
  const shown = useMemo(() => quickCodes(codes, recent), [codes, recent])
  const width = room === null ? 0 : Math.min(WIDEST, room.frame.right - room.wordsEnd - 2 * OFF)
  const isBeside = width >= NARROWEST

  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    if (room !== null && isBeside) {
      const lowest = room.frame.bottom - element.offsetHeight - OFF
      element.style.top = `${Math.max(room.frame.top + OFF, Math.min(room.line.top, lowest))}px`
    }
    if (isAsked) element.querySelector('button')?.focus({ preventScroll: true })
  }, [room, isBeside, isAsked])
  useEffect(() => {
    const over = new AbortController()
    const away = (event: Event): void => {
      if (!(event.target instanceof Node) || !list.current?.contains(event.target)) onClose()
    }
    // Asked for by key it has the keyboard; else whoever types has done with it.
    document.addEventListener('keydown', away, { capture: true, signal: over.signal })
    if (!isAsked) document.addEventListener('scroll', away, { capture: true, passive: true, signal: over.signal })
    document.addEventListener('pointerdown', away, { capture: true, signal: over.signal })
    return () => over.abort()
  }, [onClose, isAsked])

  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const { activeElement } = document
    const at = activeElement instanceof HTMLButtonElement ? buttons.indexOf(activeElement) : -1
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (step !== undefined) buttons[(at + step + buttons.length) % buttons.length]?.focus()
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const use = (act: () => void): void => {
    onClose()
    act()
  }
  return (
    <div
      ref={list}
      role="toolbar"
      aria-label={t('quick.title')}
      aria-orientation={isBeside ? 'vertical' : 'horizontal'}
      className={`quick-list ${isBeside ? 'beside' : 'below'}`}
      style={isBeside && room !== null ? { left: room.wordsEnd + OFF, width } : undefined}
      // What is selected stays selected, and the keyboard where it is.
      onMouseDown={(event) => {
        if (!(event.target instanceof Element) || event.target.closest('.quick-grip') === null) event.preventDefault()
      }}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it is dragged with the mouse; by keyboard a code is chosen */}
      <div
        className="quick-grip"
        title={t('quick.grip')}
        draggable
        onDragStart={(event) => startSelectionDrag(event)}
        onDragEnd={onClose}
      >
        <span aria-hidden="true">⠿</span> {t('quick.drag')}
      </div>
      {shown.map((code) => (
        <button key={code.id} type="button" onClick={() => use(() => void codeSelection(desk, code.id))}>
          <CodeSwatch colour={code.colour} manner={rootOf(codes, code.id)?.family?.manner ?? 'tint'} />
          <span className="code-name">{code.name}</span>
          {code.key !== null && <kbd>{code.key.toUpperCase()}</kbd>}
        </button>
      ))}
      {MORE.map((id) => (
        <button key={id} type="button" className="quick-more" onClick={() => use(() => run(id))}>
          <span className="code-name">{t(id === 'choose-code' ? 'quick.all' : COMMANDS[id].title)}</span>
          {keyShown(id) !== '' && <kbd>{keyShown(id)}</kbd>}
        </button>
      ))}
    </div>
  )
}
