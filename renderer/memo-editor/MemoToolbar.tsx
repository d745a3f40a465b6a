import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Icon, type IconName } from '#renderer/ui/Icon.tsx'
import type { Looks } from './looks.ts'
import type { MemoEditor } from './mount-memo-editor.ts'

const TOOLS = ['bold', 'italic', 'heading', 'quote', 'bullet', 'numbered', 'link'] as const
type Tool = (typeof TOOLS)[number]

/** What each tool is called, in the language of the interface. */
export type ToolNames = Readonly<Record<Tool | 'looks', string>>

const ICONS: Readonly<Record<Tool, IconName>> = {
  bold: 'bold',
  italic: 'italic',
  heading: 'heading',
  quote: 'quote',
  bullet: 'bullets',
  numbered: 'numbers',
  link: 'link',
}
const KEYS: Readonly<Partial<Record<Tool, string>>> = { bold: 'Ctrl B', italic: 'Ctrl I', link: 'Ctrl K' }

/** The looks that a memo can have. One stop of Tab; arrow keys go from one to the next. */
export function MemoToolbar(props: {
  readonly names: ToolNames
  readonly looks: Looks
  readonly editor: () => MemoEditor | null
  readonly onLink: () => void
}): ReactNode {
  const { names, looks, editor, onLink } = props
  const [current, setCurrent] = useState<Tool>('bold')
  const use = (tool: Tool): void => {
    const field = editor()
    if (tool === 'link') onLink()
    else if (tool === 'bold' || tool === 'italic') field?.toggleLook(tool)
    else field?.toggleBlocks(tool)
    if (tool !== 'link') field?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = TOOLS[(TOOLS.indexOf(current) + by + TOOLS.length) % TOOLS.length]
    if (by === 0 || next === undefined) return
    event.preventDefault()
    setCurrent(next)
    event.currentTarget.querySelectorAll('button')[TOOLS.indexOf(next)]?.focus()
  }
  const isOn = (tool: Tool): boolean => {
    if (tool === 'bold' || tool === 'italic') return looks[tool]
    return tool !== 'link' && looks.block === tool
  }
  return (
    <div className="memo-tools" role="toolbar" aria-label={names.looks} onKeyDown={onKeyDown}>
      {TOOLS.map((tool) => {
        const keys = KEYS[tool]
        return (
          <button
            key={tool}
            type="button"
            className="icon-button"
            aria-label={names[tool]}
            aria-pressed={tool === 'link' ? undefined : isOn(tool)}
            title={keys === undefined ? names[tool] : `${names[tool]} (${keys})`}
            tabIndex={tool === current ? 0 : -1}
            // What is selected in the text stays selected.
            onPointerDown={(event) => event.preventDefault()}
            onFocus={() => setCurrent(tool)}
            onClick={() => use(tool)}
          >
            <Icon name={ICONS[tool]} />
          </button>
        )
      })}
    </div>
  )
}
