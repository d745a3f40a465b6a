import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { DEFINITION_PARTS, defineCode } from '#renderer/commands/acts/define-code.ts'
import { renameCode } from '#renderer/commands/acts/rename-code.ts'
import { codeCounts } from '#renderer/commands/code-counts.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EditableText } from '#renderer/ui/EditableText.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { type Save, useSave } from '../dialog-save.ts'
import { useSounds } from '../use-sounds.ts'
import { rowsShown, type ShownRow } from './rows-shown.ts'

const ROW = 92

/** The whole codebook as a table that fills the window: every text of every code, to be read and written side by side. */
export function CodebookTableDialog(): ReactNode {
  const { t, desk, language } = useShell()
  const project = useProject((session) => session.state)
  const [query, setQuery] = useState('')
  const { save, problem } = useSave()
  const scroller = useRef<HTMLDivElement>(null)
  const codes = project === null ? NONE : codeList(project)
  const sounds = useSounds()
  const rows = useMemo(
    () => rowsShown(codes, { folded: new Set(), order: 'own', query, sounds, only: null }, new Map(), language),
    [codes, query, sounds, language],
  )
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.code.id ?? index,
    overscan: 4,
  })
  if (project === null) return null
  const counts = codeCounts(project, null)
  const items = virtualizer.getVirtualItems()
  return (
    <Dialog
      title={t('table.title')}
      closeLabel={t('common.close')}
      size="full"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="codebook-table-head">
        <input
          type="search"
          data-first
          aria-label={t('codebook.find')}
          placeholder={t('codebook.find')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <p className="hint">{t('table.count', { count: codes.length })}</p>
      </div>
      {/* Only the rows near the visible ones are drawn; empty ones keep the place of the others. */}
      <div className="codebook-table" ref={scroller}>
        <table aria-label={t('table.title')} aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              <th scope="col">{t('versions.code')}</th>
              {DEFINITION_PARTS.map((part) => (
                <th key={part} scope="col">
                  {t(`code.${part}`)}
                </th>
              ))}
              <th scope="col">{t('table.use')}</th>
            </tr>
          </thead>
          <tbody>
            <tr style={{ height: items[0]?.start ?? 0 }} />
            {items.map((item) => {
              const row = rows[item.index]
              return (
                row !== undefined && (
                  <tr
                    key={item.key}
                    aria-rowindex={item.index + 2}
                    data-index={item.index}
                    ref={virtualizer.measureElement}
                  >
                    <TableCells
                      row={row}
                      manner={rootOf(codes, row.code.id)?.family?.manner ?? 'tint'}
                      count={row.code.isCodable ? (counts.get(row.code.id) ?? 0) : null}
                      save={save}
                      onEdit={() => desk.workbench.setState({ dialog: { kind: 'code', codeId: row.code.id } })}
                    />
                  </tr>
                )
              )
            })}
            <tr style={{ height: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) }} />
          </tbody>
        </table>
      </div>
      <p className="dialog-said" role="status">
        {problem ?? ''}
      </p>
    </Dialog>
  )
}

const NONE: ReturnType<typeof codeList> = []

function TableCells(props: {
  readonly row: ShownRow
  readonly manner: Parameters<typeof CodeSwatch>[0]['manner']
  readonly count: number | null
  readonly save: Save
  readonly onEdit: () => void
}): ReactNode {
  const { row, manner, count, save, onEdit } = props
  const { t } = useShell()
  const { code, depth } = row
  const codeId = code.id
  return (
    <>
      <th scope="row">
        <div className="codebook-table-name" style={{ paddingInlineStart: `${depth * 12}px` }}>
          <CodeSwatch colour={code.colour} manner={manner} />
          <EditableText
            label={t('code.name')}
            value={code.name}
            onSave={(name) => save((state) => renameCode(state, { codeId, name }))}
          />
          <IconButton icon="pencil" label={t('codebook.edit', { code: code.name })} onClick={onEdit} />
        </div>
      </th>
      {DEFINITION_PARTS.map((part) => (
        <td key={part}>
          <EditableText
            label={`${t(`code.${part}`)} · ${code.name}`}
            value={code[part] ?? ''}
            rows={3}
            savesWhileTyping
            onSave={(text) => save((state) => defineCode(state, { codeId, part, text }))}
          />
        </td>
      ))}
      <td className="code-count">{count ?? ''}</td>
    </>
  )
}
