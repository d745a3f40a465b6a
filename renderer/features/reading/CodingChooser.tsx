import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CodingChoice } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { codePath, rootOf } from '#shared/codebook/tree.ts'
import { codeList, marksOf } from '#shared/journal/state.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { sliceReading } from '#shared/text/reading-map.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'

/** How far the list keeps off the line that was clicked, and off the window's edges, in CSS pixels. */
const OFF = 8
/** As high as the list gets, in CSS pixels: what stands around the line stays readable. */
const HIGHEST = 340

/** Where several codings meet: which one is meant. Never over the line that was clicked. */
export function CodingChooser(): ReactNode {
  const choice = useWorkbench((state) => state.choice)
  return choice === null ? null : <Choices key={choice.ids.join(' ')} choice={choice} />
}

function Choices({ choice }: { readonly choice: CodingChoice }): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const open = useWorkbench((state) => state.open)
  const held = useWorkbench((state) => state.codingId)
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(() => (held === null ? 0 : Math.max(0, choice.ids.indexOf(held))))
  const marks = project === null || open === null ? null : marksOf(project, open.sourceId)
  const codes = project === null ? [] : codeList(project)

  const close = (): void => desk.workbench.setState({ choice: null, pointed: null })
  const take = (id: CodingId): void => {
    close()
    desk.workbench.setState({ codingId: id })
    desk.transcript.current?.focus()
  }
  // What one goes to in the list stands out in the text.
  const activeId = choice.ids[active]
  useEffect(() => {
    desk.workbench.setState({ pointed: activeId === undefined ? null : { kind: 'coding', id: activeId } })
  }, [desk, activeId])
  useEffect(() => () => desk.workbench.setState({ pointed: null }), [desk])
  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    placeBeside(element, choice.beside)
    element.focus({ preventScroll: true })
  }, [choice.beside])
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const count = choice.ids.length
    const acts: Record<string, () => void> = {
      ArrowDown: () => setActive((active + 1) % count),
      ArrowUp: () => setActive((active + count - 1) % count),
      Home: () => setActive(0),
      End: () => setActive(count - 1),
      Enter: () => activeId !== undefined && take(activeId),
      Escape: () => {
        close()
        desk.transcript.current?.focus()
      },
    }
    const wanted = acts[event.key]
    if (event.key === 'Tab' || event.key === 'Shift') return
    event.preventDefault()
    event.stopPropagation()
    if (wanted !== undefined) {
      wanted()
      return
    }
    // Whoever goes on working has not come to choose: the key is the transcript's.
    close()
    desk.transcript.current?.focus()
    document.activeElement?.dispatchEvent(new globalThis.KeyboardEvent('keydown', event.nativeEvent))
  }
  if (marks === null || open === null || project === null) return null
  return (
    <div
      ref={list}
      className="coding-chooser menu"
      role="listbox"
      aria-label={t('choice.title')}
      aria-activedescendant={activeId === undefined ? undefined : `choice-${activeId}`}
      title={t('choice.help')}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={close}
    >
      {choice.ids.map((id, index) => {
        const coding = marks.codings.get(id)
        const segment = coding === undefined ? undefined : marks.segments.get(coding.segmentId)
        const code = coding === undefined ? undefined : project.codes.get(coding.codeId)
        if (coding === undefined || segment === undefined || code === undefined) return null
        const coder = project.coders.size > 1 ? project.coders.get(coding.coderId)?.name : undefined
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
          <div
            key={id}
            id={`choice-${id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="menu-item"
            // Not on entering: a list that opens or scrolls under a resting pointer must not change the choice.
            onMouseMove={(event) => {
              if (event.movementX !== 0 || event.movementY !== 0) setActive(index)
            }}
            // The focus stays in the list until the choice is made.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(id)}
          >
            <CodeSwatch colour={code.colour} manner={rootOf(codes, code.id)?.family?.manner ?? 'tint'} />
            <span className="choice-text">
              <span className="choice-code">{[...codePath(codes, code.id), coder].filter(Boolean).join(' › ')}</span>
              <span className="choice-quote">{sliceReading(open.reading.blocks, extentOf(segment)).slice(0, 60)}</span>
            </span>
          </div>
        )
      })}
    </div>
  )
}

/** Below the line, or above it where there is more room. */
function placeBeside(element: HTMLElement, { left, top, bottom }: CodingChoice['beside']): void {
  const below = Math.min(HIGHEST, window.innerHeight - bottom - 2 * OFF)
  const above = Math.min(HIGHEST, top - 2 * OFF)
  const isBelow = below >= Math.min(element.scrollHeight, above)
  element.style.maxHeight = `${Math.max(80, isBelow ? below : above)}px`
  const { width, height } = element.getBoundingClientRect()
  element.style.left = `${Math.max(OFF, Math.min(left, window.innerWidth - width - OFF))}px`
  element.style.top = `${isBelow ? bottom + OFF : top - OFF - height}px`
}
