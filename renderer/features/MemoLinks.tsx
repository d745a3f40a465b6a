import { Command } from 'cmdk'
import { type ReactNode, useState } from 'react'
import { linksOffered } from '#renderer/commands/links-offered.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import type { TextLink } from '#shared/model/rich-text.ts'
import { useSounds } from './use-sounds.ts'

/** Chooses what words in a memo are to lead to: what is in hand, a code, a document, a coding by its words. */
export function MemoLinks(props: {
  readonly onChoose: (link: TextLink, words: string) => void
  readonly onCancel: () => void
}): ReactNode {
  const { t } = useShell()
  const project = useProject(({ state }) => state)
  const sourceId = useWorkbench(({ open }) => open?.sourceId ?? null)
  const codingId = useWorkbench((state) => state.codingId)
  const [query, setQuery] = useState('')
  const sounds = useSounds()
  if (project === null) return null
  const offers = linksOffered(project, sourceId, codingId, query, sounds)
  return (
    <Command
      className="memo-links"
      shouldFilter={false}
      loop
      label={t('memo.linkTitle')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        // The dialog that the memo stands in stays.
        event.preventDefault()
        event.stopPropagation()
        props.onCancel()
      }}
    >
      <Command.Input autoFocus value={query} onValueChange={setQuery} placeholder={t('memo.linkFind')} />
      <Command.List className="memo-links-list" label={t('memo.linkTitle')}>
        {offers.length === 0 && <p className="hint">{t('memo.linkNone')}</p>}
        {offers.map(({ link, name, words }) => (
          <Command.Item
            key={`${link.kind} ${link.id}`}
            value={`${link.kind} ${link.id}`}
            onSelect={() => props.onChoose(link, words)}
          >
            <span className="code-name">{name}</span>
            <span className="palette-path">{t(`memo.on.${link.kind}`)}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  )
}
