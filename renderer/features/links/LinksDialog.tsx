import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { CodingAt } from '#renderer/commands/acts/link-codings.ts'
import { goToCoding } from '#renderer/commands/go-to-coding.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { isSourcePresent, presentMarks } from '#shared/journal/present.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import { LINK_RELATIONS, type Link, type LinkRelation } from '#shared/model/link.ts'
import { CodingLine } from '../CodingLine.tsx'
import { type CodingWords, codingWords } from '../coding-words.ts'

/** More rows are not read through: one narrows the list. */
const MOST = 200

interface Row {
  readonly link: Link
  readonly from: CodingWords
  readonly to: CodingWords
  /** What it is found by. */
  readonly said: string
}

/** All links of the project, to be narrowed by relation and by words, each end of each a way to its coding. */
export function LinksDialog(): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const open = useWorkbench((state) => state.open)
  const [relation, setRelation] = useState<LinkRelation | null>(null)
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query).trim().toLowerCase()
  const rows = useMemo(() => (project === null ? [] : rowsOf(project, open)), [project, open])
  const found = rows.filter(
    ({ link, said }) => (relation === null || link.relation === relation) && said.includes(asked),
  )
  const end = (at: CodingAt, words: CodingWords): ReactNode => (
    <td>
      <button type="button" className="link-jump" onClick={() => void goToCoding(desk, at)}>
        <CodingLine words={words} withSource />
      </button>
    </td>
  )
  return (
    <Dialog
      title={t('links.all')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="dialog-body links-dialog">
        <div className="form-row links-filter">
          <select
            data-first
            aria-label={t('links.relation')}
            value={relation ?? ''}
            onChange={(event) => setRelation(LINK_RELATIONS.find((each) => each === event.target.value) ?? null)}
          >
            <option value="">{t('links.any')}</option>
            {LINK_RELATIONS.map((each) => (
              <option key={each} value={each}>
                {t(`relation.${each}`)}
              </option>
            ))}
          </select>
          <input
            type="search"
            aria-label={t('links.search')}
            placeholder={t('linking.placeholder')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <output className="pane-note">{t('links.count', { count: found.length })}</output>
        </div>
        {found.length === 0 ? (
          <p className="hint">{rows.length === 0 ? t('links.none') : t('links.noneFits')}</p>
        ) : (
          <table className="links-table">
            <thead>
              <tr>
                <th scope="col">{t('links.from')}</th>
                <th scope="col">{t('links.relation')}</th>
                <th scope="col">{t('links.to')}</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, MOST).map(({ link, from, to }) => (
                <tr key={link.id}>
                  {end({ sourceId: link.sourceId, codingId: link.from }, from)}
                  <td className="links-relation">{t(`relation.${link.relation}`)}</td>
                  {end({ sourceId: link.toSourceId, codingId: link.to }, to)}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {found.length > MOST && <p className="pane-note">{t('links.more', { count: found.length - MOST })}</p>}
      </div>
    </Dialog>
  )
}

function rowsOf(project: ProjectState, open: OpenSource | null): readonly Row[] {
  return presentMarks(project)
    .flatMap(({ links }) => [...links.values()])
    .filter((link) => isSourcePresent(project, link.toSourceId))
    .flatMap((link) => {
      const from = codingWords(project, { sourceId: link.sourceId, codingId: link.from }, open)
      const to = codingWords(project, { sourceId: link.toSourceId, codingId: link.to }, open)
      if (from === null || to === null) return []
      const said = [from, to]
        .map(({ code, quote, sourceName }) => `${code.name} ${quote} ${sourceName}`)
        .join(' ')
        .toLowerCase()
      return [{ link, from, to, said }]
    })
}
