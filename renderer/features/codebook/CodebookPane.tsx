import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { addCode } from '#renderer/commands/acts/add-code.ts'
import { shiftCode } from '#renderer/commands/acts/move-code.ts'
import { codeSelection } from '#renderer/commands/coding-commands.ts'
import { act } from '#renderer/commands/desk.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { rootOf, type TreeRow } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { dropSelection, startCodeDrag, takesSelection } from '../code-drag.ts'
import { codeCounts } from './code-counts.ts'
import { NewCodeField } from './NewCodeField.tsx'
import { rowsShown } from './rows-shown.ts'

/** The codebook: what can be applied, by which key, and how often it was. */
export function CodebookPane(): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const sourceId = useWorkbench((state) => state.open?.sourceId ?? null)
  const [folded, setFolded] = useState<ReadonlySet<CodeId>>(new Set())
  const [active, setActive] = useState<CodeId | null>(null)
  const [adding, setAdding] = useState<CodeId | 'family' | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const codes = project === null ? [] : codeList(project)
  const rows = useMemo(() => rowsShown(codes, folded), [codes, folded])
  const counts = useMemo(
    () => (project === null ? new Map<CodeId, number>() : codeCounts(project, sourceId)),
    [project, sourceId],
  )
  const activeId = active !== null && rows.some((row) => row.code.id === active) ? active : (rows[0]?.code.id ?? null)

  const use = (row: TreeRow): void => {
    if (row.code.isCodable) void codeSelection(desk, row.code.id)
    else toggle(row.code.id)
  }
  const toggle = (id: CodeId): void => {
    setFolded((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }
  const show = (codeId: CodeId): void => desk.workbench.setState({ dialog: { kind: 'code', codeId } })
  const focusRow = (index: number): void => {
    const row = rows[index]
    if (row === undefined) return
    setActive(row.code.id)
    tree.current?.querySelector<HTMLElement>(`[data-code="${row.code.id}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = rows.findIndex((row) => row.code.id === activeId)
    const row = rows[index]
    if (row === undefined || event.ctrlKey || event.metaKey || isControl(event.target)) return
    const key = event.altKey ? `Alt+${event.key}` : event.key
    const isFolded = folded.has(row.code.id)
    const actions: Record<string, () => void> = {
      ArrowDown: () => focusRow(index + 1),
      ArrowUp: () => focusRow(index - 1),
      Home: () => focusRow(0),
      End: () => focusRow(rows.length - 1),
      ArrowRight: () => (isFolded ? toggle(row.code.id) : focusRow(index + 1)),
      ArrowLeft: () => {
        const parent = rows.findIndex((other) => other.code.id === row.code.parentId)
        if (parent === -1) toggle(row.code.id)
        else focusRow(parent)
      },
      Enter: () => use(row),
      ' ': () => use(row),
      F2: () => show(row.code.id),
      '+': () => setAdding(row.code.id),
      'Alt+ArrowUp': () => void act(desk, (state) => shiftCode(state, { codeId: row.code.id, by: -1 })),
      'Alt+ArrowDown': () => void act(desk, (state) => shiftCode(state, { codeId: row.code.id, by: 1 })),
    }
    const action = actions[key]
    if (action === undefined) return
    event.preventDefault()
    action()
  }
  const add = async (parentId: CodeId | null, name: string): Promise<boolean> => {
    const outcome = await act(desk, (state, world) => addCode(state, { parentId, name }, world))
    if (outcome.kind === 'done') setAdding(null)
    return outcome.kind === 'done'
  }

  return (
    <section className="pane codebook" aria-label={t('codebook.title')}>
      <header className="pane-head">
        <h2 className="pane-title">{t('codebook.title')}</h2>
        {project !== null && (
          <IconButton icon="plus" label={t('codebook.addFamily')} onClick={() => setAdding('family')} />
        )}
      </header>
      {adding === 'family' && (
        <NewCodeField
          label={t('codebook.newFamily')}
          onAdd={(name) => add(null, name)}
          onCancel={() => setAdding(null)}
        />
      )}
      {project === null && <p className="hint">{t('codebook.empty')}</p>}
      <div
        className="code-tree"
        role="tree"
        aria-label={t('codebook.title')}
        ref={tree}
        onKeyDown={onKeyDown}
        data-pane="codebook"
        tabIndex={-1}
        onFocus={(event) => {
          if (event.target === tree.current) focusRow(rows.findIndex((row) => row.code.id === activeId))
        }}
      >
        {rows.map((row) => {
          const { code, depth } = row
          const isFamily = code.parentId === null
          const manner = rootOf(codes, code.id)?.family?.manner ?? 'tint'
          const count = isFamily ? '' : counts.get(code.id) || ''
          return (
            <div
              key={code.id}
              role="treeitem"
              className={isFamily ? 'code-row family' : 'code-row'}
              aria-label={[code.name, code.key?.toUpperCase(), count].filter(Boolean).join(' ')}
              aria-level={depth + 1}
              aria-expanded={row.isParent ? !folded.has(code.id) : undefined}
              aria-selected={code.id === activeId}
              aria-keyshortcuts={code.key ?? undefined}
              data-code={code.id}
              tabIndex={code.id === activeId ? 0 : -1}
              onFocus={() => setActive(code.id)}
              onClick={(event) => {
                if (isControl(event.target)) return
                setActive(code.id)
                use(row)
              }}
              // What is selected in the text stays selected.
              onPointerDown={(event) => {
                if (!isControl(event.target)) event.preventDefault()
              }}
              onKeyDown={() => undefined}
              draggable={code.isCodable}
              onDragStart={(event) => startCodeDrag(event, code.id)}
              onDragOver={(event) => {
                if (code.isCodable) takesSelection(event)
              }}
              onDrop={(event) => {
                if (code.isCodable) dropSelection(desk, event, code.id)
              }}
            >
              <div className="code-item" title={code.definition} style={{ paddingInlineStart: `${depth * 14 + 8}px` }}>
                <CodeSwatch colour={code.colour} manner={manner} />
                <span className="code-name">{code.name}</span>
                {code.key !== null && <kbd>{code.key.toUpperCase()}</kbd>}
                <span className="code-count">{count}</span>
              </div>
              <div className="code-acts">
                {isFamily && (
                  <IconButton
                    icon="plus"
                    isSkipped
                    label={t('codebook.addUnder', { code: code.name })}
                    onClick={() => setAdding(code.id)}
                  />
                )}
                <IconButton
                  icon="pencil"
                  isSkipped
                  label={t('codebook.edit', { code: code.name })}
                  onClick={() => show(code.id)}
                />
              </div>
              {adding === code.id && (
                <NewCodeField
                  label={t('codebook.newCode', { code: code.name })}
                  onAdd={(name) => add(code.id, name)}
                  onCancel={() => setAdding(null)}
                />
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}

/** Buttons and fields in a row have clicks and keys of their own. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, input') !== null
}
