import { type ReactNode, useId } from 'react'
import { cancelLinking, confirmLink, linkTarget, setLinkRelation } from '#renderer/commands/link-commands.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { LINK_RELATIONS } from '#shared/model/link.ts'
import { type CodingWords, codingWords } from '../coding-words.ts'

/** While a link is being made: what from, how, and what to, which is the coding in hand. */
export function LinkBar(): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const linking = useWorkbench((state) => state.linking)
  const open = useWorkbench((state) => state.open)
  const targetId = useWorkbench((state) => linkTarget(state)?.codingId ?? null)
  const group = useId()
  if (project === null || linking === null) return null
  const from = codingWords(project, { sourceId: linking.sourceId, codingId: linking.from }, open)
  const to =
    open === null || targetId === null
      ? null
      : codingWords(project, { sourceId: open.sourceId, codingId: targetId }, open)
  if (from === null) return null
  return (
    <section
      className="reading-bar link-bar"
      aria-label={t('linking.label')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') cancelLinking(desk)
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void confirmLink(desk)
        else return
        event.preventDefault()
      }}
    >
      <output>
        <span>{inShort(from)}</span>
        <strong> {t(`relation.${linking.relation}`)} </strong>
        <span>{to === null ? t('linking.find') : inShort(to)}</span>
      </output>
      <fieldset className="relations" aria-label={t('links.relation')}>
        {LINK_RELATIONS.map((relation, index) => (
          <label key={relation}>
            <input
              type="radio"
              name={group}
              checked={linking.relation === relation}
              onChange={() => setLinkRelation(desk, relation)}
            />
            {t(`relation.${relation}`)}
            <kbd>{index + 1}</kbd>
          </label>
        ))}
      </fieldset>
      <button type="button" className="primary" disabled={to === null} onClick={() => void confirmLink(desk)}>
        {t('linking.confirm')}
      </button>
      <button type="button" onClick={() => desk.workbench.setState({ dialog: { kind: 'link-target' } })}>
        {t('linking.list')}
      </button>
      <IconButton icon="close" label={t('common.cancel')} onClick={() => cancelLinking(desk)} />
    </section>
  )
}

function inShort({ code, quote }: CodingWords): string {
  const words = quote.length > 24 ? `${quote.slice(0, 24)}…` : quote
  return `${code.name} “${words}”`
}
