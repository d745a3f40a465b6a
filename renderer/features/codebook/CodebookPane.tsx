import { type ReactNode, useMemo, useRef, useState } from 'react'
import { addCode } from '#renderer/commands/acts/add-code.ts'
import { codeCounts } from '#renderer/commands/code-counts.ts'
import { act } from '#renderer/commands/desk.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId, CodeSetId } from '#shared/model/ids.ts'
import { useSounds } from '../use-sounds.ts'
import { CodebookMenu } from './CodebookMenu.tsx'
import { CodeTree } from './CodeTree.tsx'
import { NewCodeField } from './NewCodeField.tsx'
import { type Order, rowsShown } from './rows-shown.ts'
import { TreeFilter } from './TreeFilter.tsx'

/** The codebook: what can be applied, by which key, and how often it was. */
export function CodebookPane(): ReactNode {
  const { t } = useShell()
  const project = useProject((session) => session.state)
  return (
    <section className="pane codebook" aria-label={t('codebook.title')}>
      {project === null ? (
        <>
          <header className="pane-head">
            <h2 className="pane-title">{t('codebook.title')}</h2>
          </header>
          <p className="hint" data-pane="codebook" tabIndex={-1}>
            {t('codebook.empty')}
          </p>
        </>
      ) : (
        <Codebook key={project.project.id} project={project} />
      )}
    </section>
  )
}

function Codebook({ project }: { readonly project: ProjectState }): ReactNode {
  const { t, desk, language } = useShell()
  const sourceId = useWorkbench((state) => state.open?.sourceId ?? null)
  const [folded, setFolded] = useState<ReadonlySet<CodeId>>(new Set())
  const [order, setOrder] = useState<Order>('own')
  const [query, setQuery] = useState('')
  const [setId, setSetId] = useState<CodeSetId | null>(null)
  const [isAdding, setAdding] = useState(false)
  const pane = useRef<HTMLDivElement>(null)
  const codes = codeList(project)
  const set = setId === null ? undefined : project.codeSets.get(setId)
  const everywhere = codeCounts(project, null)
  const here = sourceId === null ? null : codeCounts(project, sourceId)
  // Counts matter to the rows only where they order them.
  const ordering = order === 'use' ? everywhere : NO_COUNTS
  const sounds = useSounds()
  const rows = useMemo(
    () =>
      rowsShown(
        codes,
        { folded, order, query, sounds, only: set === undefined ? null : new Set(set.codeIds) },
        ordering,
        language,
      ),
    [codes, folded, order, query, set, ordering, language, sounds],
  )
  const sets = useMemo(
    () => [...project.codeSets.values()].sort((a, b) => a.name.localeCompare(b.name, language)),
    [project.codeSets, language],
  )
  const fold = (id: CodeId): void => {
    setFolded((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }
  const addFamily = async (name: string): Promise<boolean> => {
    const outcome = await act(desk, (state, world) => addCode(state, { parentId: null, name }, world))
    if (outcome.kind === 'done') setAdding(false)
    return outcome.kind === 'done'
  }
  return (
    <div className="codebook-parts" ref={pane}>
      <header className="pane-head">
        <h2 className="pane-title">{t('codebook.title')}</h2>
        <span className="spacer" />
        <IconButton icon="plus" label={t('codebook.addFamily')} onClick={() => setAdding(true)} />
        <CodebookMenu
          onFoldAll={() => setFolded(new Set(codes.map(({ id }) => id)))}
          onUnfoldAll={() => setFolded(new Set())}
        />
      </header>
      <TreeFilter
        query={query}
        order={order}
        sets={sets}
        setId={set?.id ?? null}
        onQuery={setQuery}
        onOrder={setOrder}
        onSet={setSetId}
        onLeave={() => pane.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus()}
      />
      {isAdding && <NewCodeField label={t('codebook.newFamily')} onAdd={addFamily} onCancel={() => setAdding(false)} />}
      {rows.length === 0 && (
        <p className="hint" role="status">
          {query.trim() === '' && set !== undefined ? t('codebook.setEmpty') : t('codebook.nothingFound')}
        </p>
      )}
      <CodeTree
        codes={codes}
        rows={rows}
        isOwnOrder={order === 'own'}
        countsOf={(code) => ({
          here: here === null ? null : (here.get(code.id) ?? 0),
          everywhere: everywhere.get(code.id) ?? 0,
        })}
        onFold={fold}
      />
    </div>
  )
}

const NO_COUNTS: ReadonlyMap<CodeId, number> = new Map()
