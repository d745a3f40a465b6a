import { type ReactNode, useRef, useState } from 'react'
import { binSources, restoreSources } from '#renderer/commands/acts/library-acts.ts'
import { act } from '#renderer/commands/desk.ts'
import { openSource } from '#renderer/commands/open-source.ts'
import { useShell } from '#renderer/features/shell.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import { chosenSources, keyOfLine, NOTHING_CHOSEN } from './choice.ts'
import { LibraryActs } from './LibraryActs.tsx'
import { LibraryFoot } from './LibraryFoot.tsx'
import { LibraryPrompt, type Prompt } from './LibraryPrompt.tsx'
import { LibraryTable, type TableHandle } from './LibraryTable.tsx'
import { LISTS } from './library-settings.ts'
import { useLibrary } from './use-library.ts'

/** All documents of the open project: found, sorted, grouped, and put where they belong. */
export function LibraryView(): ReactNode {
  const { t, desk, run } = useShell()
  const library = useLibrary()
  const { settings, change, query, search, lines, binned, archived } = library
  const [choice, setChoice] = useState(NOTHING_CHOSEN)
  const [prompt, setPrompt] = useState<Prompt | null>(null)
  const table = useRef<TableHandle>(null)
  const chosen = chosenSources(lines, choice)
  const isBin = settings.list === 'bin'
  const labels = {
    present: t('library.list.present'),
    all: t('library.list.all', { count: archived }),
    bin: t('library.list.bin', { count: binned }),
  }
  const active = lines.find((line) => keyOfLine(line) === choice.active)
  const promptFor = (what: 'rename' | 'group' | 'duplicate'): Prompt | null => {
    const [first] = chosen
    if (isBin || first === undefined) return null
    if (what === 'group') return { kind: 'group', sourceIds: chosen }
    if (what === 'rename' && choice.chosen.size === 0 && active?.kind === 'group') {
      return active.name === '' ? null : { kind: 'rename-group', name: active.name }
    }
    return chosen.length === 1 ? { kind: what, sourceId: first } : null
  }
  const ask = (what: 'rename' | 'group' | 'duplicate'): void => {
    const asked = promptFor(what)
    if (asked !== null) setPrompt(asked)
  }
  return (
    <div className="library-view">
      <div className="library-tools">
        <input
          type="search"
          data-first
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={query}
          onChange={(event) => search(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.key !== 'ArrowDown') return
            event.preventDefault()
            table.current?.focus()
          }}
        />
        <select
          aria-label={t('library.list')}
          value={settings.list}
          onChange={(event) => change({ list: LISTS.find((one) => one === event.target.value) ?? 'present' })}
        >
          {LISTS.map((list) => (
            <option key={list} value={list}>
              {labels[list]}
            </option>
          ))}
        </select>
        <ColumnChooser
          columns={settings.columns}
          variables={library.variables}
          onChange={(columns) => change({ columns })}
        />
        <span className="spacer" />
        <button type="button" onClick={() => run('edit-variables')}>
          {t('command.editVariables')}
        </button>
        <button type="button" onClick={() => run('edit-speakers')}>
          {t('command.editSpeakers')}
        </button>
        <button type="button" onClick={() => run('open-sources')}>
          {t('command.openSources')}
        </button>
        <button type="button" onClick={() => run('open-folder')}>
          {t('command.openFolder')}
        </button>
      </div>
      <LibraryActs
        chosen={chosen}
        isBin={isBin}
        binned={binned}
        canRename={promptFor('rename') !== null}
        onAsk={ask}
        onDone={() => table.current?.focus()}
      />
      {prompt !== null && (
        <LibraryPrompt
          key={JSON.stringify(prompt)}
          prompt={prompt}
          groups={library.groups}
          onClose={() => {
            setPrompt(null)
            table.current?.focus()
          }}
        />
      )}
      <LibraryTable
        ref={table}
        library={library}
        choice={choice}
        onChoose={setChoice}
        onOpen={(sourceId) => {
          if (isBin) void act(desk, (state) => restoreSources(state, { sourceIds: [sourceId] }))
          else void openSource(desk, sourceId)
        }}
        onAsk={ask}
        onBin={() => {
          if (!isBin) void act(desk, (state, world) => binSources(state, { sourceIds: chosen }, world))
        }}
      />
      <LibraryFoot rows={library.rows} />
    </div>
  )
}
