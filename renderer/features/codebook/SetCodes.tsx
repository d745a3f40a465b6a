import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { putInCodeSet } from '#renderer/commands/acts/code-sets.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { SavedCheck } from '#renderer/ui/SavedCheck.tsx'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import type { CodeSet } from '#shared/model/code-set.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import type { Save } from '../dialog-save.ts'
import { useSounds } from '../use-sounds.ts'
import { rowsShown } from './rows-shown.ts'

const ROW = 28

/** Every code of the codebook, ticked where it is in the set. */
export function SetCodes({ set, save }: { readonly set: CodeSet; readonly save: Save }): ReactNode {
  const { t, language } = useShell()
  const codes = useProject(({ state }) => codeList(state)) ?? []
  const [query, setQuery] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const sounds = useSounds()
  const rows = useMemo(
    () => rowsShown(codes, { folded: new Set(), order: 'own', query, sounds, only: null }, new Map(), language),
    [codes, query, sounds, language],
  )
  const within = useMemo(() => new Set(set.codeIds), [set.codeIds])
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.code.id ?? index,
    overscan: 20,
  })
  return (
    <>
      <input
        type="search"
        aria-label={t('codebook.find')}
        placeholder={t('codebook.find')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <div className="set-codes" ref={scroller}>
        <div className="code-tree-rows" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            const { code, depth } = row
            return (
              <SavedCheck
                key={item.key}
                className="code-tree-row set-code"
                style={{ transform: `translateY(${item.start}px)`, paddingInlineStart: `${depth * 18 + 6}px` }}
                isChecked={within.has(code.id)}
                onChoose={(isIn) => save((state) => putInCodeSet(state, { setId: set.id, codeId: code.id, isIn }))}
              >
                <CodeSwatch colour={code.colour} manner={rootOf(codes, code.id)?.family?.manner ?? 'tint'} />
                <span className="code-name">{code.name}</span>
              </SavedCheck>
            )
          })}
        </div>
      </div>
    </>
  )
}
