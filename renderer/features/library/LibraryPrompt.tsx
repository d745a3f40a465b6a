import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { groupSources, renameGroup } from '#renderer/commands/acts/library-acts.ts'
import { renameSource } from '#renderer/commands/acts/source-acts.ts'
import { act } from '#renderer/commands/desk.ts'
import { duplicate } from '#renderer/commands/library-commands.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import type { SourceId } from '#shared/model/ids.ts'

/** What is asked before an act of the library. */
export type Prompt =
  | { readonly kind: 'rename'; readonly sourceId: SourceId }
  | { readonly kind: 'rename-group'; readonly name: string }
  | { readonly kind: 'group'; readonly sourceIds: readonly SourceId[] }
  | { readonly kind: 'duplicate'; readonly sourceId: SourceId }

/** Asks for a name, right above the list that it is for. Escape leaves it. */
export function LibraryPrompt(props: {
  readonly prompt: Prompt
  readonly groups: readonly string[]
  readonly onClose: () => void
}): ReactNode {
  const { prompt, groups, onClose } = props
  const { t, desk } = useShell()
  const sources = useProject(({ state }) => state.sources)
  const nameOf = (id: SourceId | undefined): string => (id === undefined ? '' : (sources?.get(id)?.name ?? ''))
  const [text, setText] = useState(() => {
    if (prompt.kind === 'rename') return nameOf(prompt.sourceId)
    if (prompt.kind === 'rename-group') return prompt.name
    if (prompt.kind === 'duplicate') return t('library.copyOf', { source: nameOf(prompt.sourceId) })
    return sources?.get(prompt.sourceIds[0] ?? ('' as SourceId))?.group ?? ''
  })
  const [withEdits, setWithEdits] = useState(true)
  const [withCodings, setWithCodings] = useState(true)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => input.current?.select(), [])
  const save = async (): Promise<void> => {
    if (prompt.kind === 'duplicate') {
      const made = await duplicate(desk, {
        sourceId: prompt.sourceId,
        name: text,
        edits: withEdits,
        codings: withCodings,
      })
      if (made !== null) onClose()
      return
    }
    const outcome = await act(desk, (state) => {
      if (prompt.kind === 'rename') return renameSource(state, { sourceId: prompt.sourceId, name: text })
      if (prompt.kind === 'rename-group') return renameGroup(state, { from: prompt.name, to: text })
      return groupSources(state, { sourceIds: prompt.sourceIds, group: text })
    })
    if (outcome.kind === 'done' || (outcome.kind === 'refused' && outcome.refusal.refused === 'refusal.sameValue')) {
      onClose()
    }
  }
  const label = {
    rename: t('library.newNameOf', { source: prompt.kind === 'rename' ? nameOf(prompt.sourceId) : '' }),
    'rename-group': t('library.newNameOfGroup', { group: prompt.kind === 'rename-group' ? prompt.name : '' }),
    group: t('library.groupOf', { count: prompt.kind === 'group' ? prompt.sourceIds.length : 0 }),
    duplicate: t('library.nameOfCopy'),
  }[prompt.kind]
  return (
    <form
      className="library-prompt"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="text"
        value={text}
        list={prompt.kind === 'group' ? `${id}-groups` : undefined}
        placeholder={prompt.kind === 'group' ? t('library.noGroup') : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {prompt.kind === 'group' && (
        <datalist id={`${id}-groups`}>
          {groups.map((group) => (
            <option key={group} value={group} />
          ))}
        </datalist>
      )}
      {prompt.kind === 'duplicate' && (
        <>
          <label className="check">
            <input type="checkbox" checked={withEdits} onChange={(event) => setWithEdits(event.target.checked)} />
            {t('library.withEdits')}
          </label>
          <label className="check">
            <input type="checkbox" checked={withCodings} onChange={(event) => setWithCodings(event.target.checked)} />
            {t('library.withCodings')}
          </label>
        </>
      )}
      <button type="submit" className="primary">
        {t('common.done')}
      </button>
      <button type="button" onClick={onClose}>
        {t('common.cancel')}
      </button>
    </form>
  )
}
