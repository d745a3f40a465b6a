import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import {
  type AttributeCell,
  addCase,
  mergeCases,
  removeAttribute,
  renameAttribute,
  type SpeakerRef,
  setAttributes,
} from '#renderer/commands/acts/case-acts.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { AddColumn } from '#renderer/ui/table/AddColumn.tsx'
import type { FilledCell } from '#renderer/ui/table/pasted-cells.ts'
import { TableEditor } from '#renderer/ui/table/TableEditor.tsx'
import { attributeNames, type SpeakerLine, speakerLines } from '#shared/cases/speaker-lines.ts'
import { matchesQuery } from '#shared/codebook/find-code.ts'
import { presentSources } from '#shared/journal/present.ts'
import { SummingLine } from '../SummingLine.tsx'
import { useColumns } from '../use-columns.ts'
import { useCounted } from '../use-counted.ts'
import { useSounds } from '../use-sounds.ts'
import { SpeakerHead } from './SpeakerHead.tsx'

const NONE: readonly never[] = []

/** Whom an act is about that is asked for in a line of the table. */
function refOf(line: SpeakerLine): SpeakerRef {
  return line.case === null ? { kind: 'speaker', name: line.name } : { kind: 'case', id: line.case.id }
}

/** Every speaker of the project with attributes, as a table that is saved cell by cell. */
export function SpeakersDialog(): ReactNode {
  const { t, desk, language } = useShell()
  const state = useProject((session) => session.state)
  const summaries = useWorkbench((workbench) => workbench.summaries)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const counted = useCounted(state, state === null ? NONE : presentSources(state), summaries)
  const all = useMemo(
    () => (state === null ? NONE : speakerLines(state, new Map([...summaries].filter(([id]) => counted.has(id))))),
    [state, summaries, counted],
  )
  const cases = state?.cases
  const used = useMemo(() => (cases === undefined ? NONE : attributeNames(cases)), [cases])
  const { columns, said, setSaid, perform, add, rename, remove } = useColumns(used, {
    taken: 'refusal.attributeTaken',
    rename: (from, to) => (now, world) => renameAttribute(now, { from, to }, world),
    remove: (name) => (now, world) => removeAttribute(now, { name }, world),
  })
  const wanted = useDeferredValue(query)
  const sounds = useSounds()
  const lines = useMemo(
    () => all.filter((line) => [line.name, ...line.speakers].some((name) => matchesQuery(name, wanted, sounds))),
    [all, wanted, sounds],
  )
  const rows = useMemo(() => lines.map(({ key, attributes }) => ({ key, values: attributes })), [lines])
  const merged = all.filter(({ key }) => chosen.has(key))
  const number = (value: number | undefined): string => (value ?? 0).toLocaleString(language)
  const cellsOf = (filled: readonly FilledCell[]): readonly AttributeCell[] =>
    filled.flatMap(({ row, name, value }) => {
      const line = lines[row]
      return line === undefined ? [] : [{ of: refOf(line), name, value }]
    })
  const fill = async (filled: readonly FilledCell[]): Promise<boolean> => {
    const cells = cellsOf(filled)
    return (await perform((now, world) => setAttributes(now, { cells }, world))).kind !== 'failed'
  }
  return (
    <Dialog
      title={t('speakers.title')}
      closeLabel={t('common.close')}
      size="full"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="dialog-body variables speakers">
        <p className="hint">{t('speakers.hint')}</p>
        <div className="library-tools">
          <input
            type="search"
            data-first
            aria-label={t('speakers.search')}
            placeholder={t('speakers.search')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <button
            type="button"
            disabled={merged.length < 2}
            onClick={() => {
              void perform((now, world) => mergeCases(now, { merged: merged.map(refOf) }, world)).then(({ kind }) => {
                if (kind === 'done') setChosen(new Set())
              })
            }}
          >
            {t('speakers.merge', { count: Math.max(2, merged.length) })}
          </button>
          <span className="spacer" />
          <AddColumn
            nameLabel={t('speakers.addName')}
            addLabel={t('speakers.add')}
            onAdd={(name) => {
              void perform((now, world) => addCase(now, { name }, world))
              return name !== ''
            }}
          />
        </div>
        <TableEditor
          rows={rows}
          columns={columns}
          facts={[
            { label: t('speakers.turns'), of: (row) => number(lines[row]?.turns) },
            { label: t('speakers.codings'), of: (row) => number(lines[row]?.codings) },
            { label: t('speakers.sources'), of: (row) => number(lines[row]?.sources) },
          ]}
          words={{
            label: t('speakers.title'),
            head: t('speakers.speaker'),
            columnName: t('speakers.attribute'),
            addColumn: t('speakers.addAttribute'),
            fillDown: t('table.fillDown'),
            rename: (name) => t('speakers.renameAttribute', { name }),
            remove: (name) => t('speakers.removeAttribute', { name }),
            cell: (row, name) => t('speakers.cell', { name, speaker: lines[row]?.name ?? '' }),
          }}
          rowHead={(row) => {
            const line = lines[row]
            return (
              line !== undefined && (
                <SpeakerHead
                  line={line}
                  of={refOf(line)}
                  isChosen={chosen.has(line.key)}
                  onChoose={(isChosen) => {
                    const next = new Set(chosen)
                    if (isChosen) next.add(line.key)
                    else next.delete(line.key)
                    setChosen(next)
                  }}
                  perform={perform}
                />
              )
            )
          }}
          onAdd={add}
          onRename={rename}
          onRemove={remove}
          onFill={async (cells) => {
            await fill(cells)
          }}
          onPaste={(cells, leftOut) => {
            void fill(cells).then((isKept) => {
              if (leftOut > 0 && isKept) setSaid(t('variables.leftOut', { count: leftOut }))
            })
          }}
        />
        {all.length === 0 && <p className="hint">{t('speakers.none')}</p>}
        <SummingLine />
        <p className="variables-said" role="status">
          {said}
        </p>
      </div>
    </Dialog>
  )
}
