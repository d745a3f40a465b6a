import type { DragEvent, ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { Manner } from '#shared/model/code.ts'
import { CodeMemoSign } from '../CodeMemoSign.tsx'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { isControl } from './is-control.ts'
import type { ShownRow } from './rows-shown.ts'

/** How often a code was used. */
export interface Use {
  /** In the open source; `null` while none is open. */
  readonly here: number | null
  readonly everywhere: number
}

/** What can be done with a row by the pointer. */
export interface RowActs {
  readonly onUse: () => void
  readonly onFold: () => void
  readonly onActive: () => void
  readonly onEdit: () => void
  readonly onAddBelow: () => void
}

/** The kinds of events by which something is dragged from a row, over it and onto it. */
export type RowDrag = Readonly<
  Record<'onDragStart' | 'onDragOver' | 'onDragLeave' | 'onDrop' | 'onDragEnd', (event: DragEvent) => void>
>

/** One code of the tree: how it looks, its name, key and use, and what the pointer can do with it. */
export function CodeRow(props: {
  readonly row: ShownRow
  readonly manner: Manner
  readonly use: Use
  readonly isActive: boolean
  /** Where what is dragged would land. */
  readonly drop: 'before' | 'after' | 'into' | null
  readonly acts: RowActs
  readonly drag: RowDrag
  /** A field for the name of a code to be added below it. */
  readonly adding: ReactNode
}): ReactNode {
  const { row, manner, use, isActive, drop, acts, drag, adding } = props
  const { t } = useShell()
  const { code, depth } = row
  const isFamily = code.parentId === null
  const said = isFamily ? '' : saidOf(use, t)
  return (
    <div
      role="treeitem"
      className={isFamily ? 'code-row family' : 'code-row'}
      aria-label={[code.name, code.key?.toUpperCase(), said].filter(Boolean).join(' ')}
      aria-level={depth + 1}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={row.isParent ? row.isOpen : undefined}
      aria-selected={isActive}
      aria-keyshortcuts={code.key ?? undefined}
      data-code={code.id}
      data-drop={drop ?? undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={acts.onActive}
      onClick={(event) => {
        if (isControl(event.target)) return
        acts.onActive()
        if (event.target instanceof Element && event.target.closest('.code-fold') !== null) acts.onFold()
        else acts.onUse()
      }}
      onKeyDown={() => undefined}
      draggable
      {...drag}
    >
      <div className="code-item" title={code.definition} style={{ paddingInlineStart: `${depth * 14 + 2}px` }}>
        <span className={row.isParent ? 'code-fold' : 'code-fold none'} aria-hidden="true">
          {row.isParent && <Icon name={row.isOpen ? 'down' : 'right'} />}
        </span>
        <CodeSwatch colour={code.colour} manner={manner} />
        <span className="code-name">{code.name}</span>
        {code.key !== null && <kbd>{code.key.toUpperCase()}</kbd>}
        <CodeMemoSign codeId={code.id} />
        <span className="code-count" title={said}>
          {isFamily ? '' : countShown(use)}
        </span>
      </div>
      <div className="code-acts">
        {isFamily && (
          <IconButton
            icon="plus"
            isSkipped
            label={t('codebook.addUnder', { code: code.name })}
            onClick={acts.onAddBelow}
          />
        )}
        <IconButton icon="pencil" isSkipped label={t('codebook.edit', { code: code.name })} onClick={acts.onEdit} />
      </div>
      {adding}
    </div>
  )
}

/** The use in the open source, and that in the project where it is another one. */
function countShown({ here, everywhere }: Use): string {
  if (everywhere === 0) return ''
  return here === null || here === everywhere ? String(everywhere) : `${here}/${everywhere}`
}

function saidOf({ here, everywhere }: Use, t: ReturnType<typeof useShell>['t']): string {
  if (everywhere === 0) return ''
  return here === null ? String(everywhere) : t('codebook.use', { here, everywhere })
}
