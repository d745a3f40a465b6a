import { type ReactNode, useMemo } from 'react'
import { changeLink, removeLink, reverseLink } from '#renderer/commands/acts/link-codings.ts'
import { act } from '#renderer/commands/desk.ts'
import { goToCoding } from '#renderer/commands/go-to-coding.ts'
import { startLinking } from '#renderer/commands/link-commands.ts'
import { useShell } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { isSourcePresent } from '#shared/journal/present.ts'
import { LINK_RELATIONS, type Link, type LinkRelation } from '#shared/model/link.ts'
import { linksOf } from '#shared/query/links-of.ts'
import { CodingLine } from '../CodingLine.tsx'
import { codingWords } from '../coding-words.ts'
import type { CodingInHand } from './coding-in-hand.ts'

/** What the coding in hand does to others, and others to it. */
export function LinksSection({ inHand }: { readonly inHand: CodingInHand }): ReactNode {
  const { t, desk } = useShell()
  const { project, coding } = inHand
  const { outgoing, incoming } = useMemo(() => linksOf(project, coding.id), [project, coding.id])
  const isShown = (link: Link): boolean =>
    isSourcePresent(project, link.sourceId) && isSourcePresent(project, link.toSourceId)
  const rows = [
    ...outgoing.filter(isShown).map((link) => ({ link, way: 'outgoing' as const })),
    ...incoming.filter(isShown).map((link) => ({ link, way: 'incoming' as const })),
  ]
  return (
    <section className="links" aria-label={t('links.title')}>
      <div className="section-head">
        <h3 className="pane-subtitle">{t('links.title')}</h3>
        <IconButton icon="link" label={t('links.add')} onClick={() => startLinking(desk)} />
      </div>
      {rows.length > 0 && (
        <ul className="link-list">
          {rows.map(({ link, way }) => (
            <LinkRow key={link.id} link={link} way={way} inHand={inHand} />
          ))}
        </ul>
      )}
    </section>
  )
}

function LinkRow(props: {
  readonly link: Link
  readonly way: 'outgoing' | 'incoming'
  readonly inHand: CodingInHand
}): ReactNode {
  const { t, desk } = useShell()
  const { link, way, inHand } = props
  const other =
    way === 'outgoing'
      ? { sourceId: link.toSourceId, codingId: link.to }
      : { sourceId: link.sourceId, codingId: link.from }
  const at = { sourceId: link.sourceId, linkId: link.id }
  const words = codingWords(inHand.project, other, inHand.open)
  if (words === null) return null
  const nameOf = (relation: LinkRelation): string =>
    t(way === 'outgoing' ? `relation.${relation}` : `relation.${relation}.passive`)
  return (
    <li>
      <div className="link-line">
        <select
          aria-label={t('links.relation')}
          value={link.relation}
          onChange={(event) => {
            const relation = event.target.value as LinkRelation
            void act(desk, (state) => changeLink(state, { ...at, relation }))
          }}
        >
          {LINK_RELATIONS.map((relation) => (
            <option key={relation} value={relation}>
              {nameOf(relation)}
            </option>
          ))}
        </select>
        <span className="row-acts">
          <IconButton
            icon="swap"
            label={t('links.reverse')}
            onClick={() => void act(desk, (state) => reverseLink(state, at))}
          />
          <IconButton
            icon="trash"
            label={t('links.remove')}
            onClick={() => void act(desk, (state) => removeLink(state, at))}
          />
        </span>
      </div>
      <button type="button" className="link-jump" onClick={() => void goToCoding(desk, other)}>
        <CodingLine words={words} withSource={other.sourceId !== inHand.open.sourceId} />
      </button>
    </li>
  )
}
