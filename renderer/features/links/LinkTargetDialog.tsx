import { Command } from 'cmdk'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { CodingAt } from '#renderer/commands/acts/link-codings.ts'
import { confirmLink } from '#renderer/commands/link-commands.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { presentSources } from '#shared/journal/present.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { CodingLine } from '../CodingLine.tsx'
import { codingWords } from '../coding-words.ts'

/** More are not read through: one types on. */
const MOST = 60

/** Chooses the coding that a link goes to, among all of the project, by typing. */
export function LinkTargetDialog(): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const open = useWorkbench((state) => state.open)
  const linking = useWorkbench((state) => state.linking)
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query)
  const all = useMemo(() => (project === null ? [] : codingsToChoose(project, open?.sourceId ?? null)), [project, open])
  const found = useMemo(() => {
    const wanted = asked
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
    return all.filter(({ at, said }) => at.codingId !== linking?.from && wanted.every((word) => said.includes(word)))
  }, [all, asked, linking])
  const close = (): void => {
    desk.workbench.setState({ dialog: null })
    desk.transcript.current?.focus()
  }
  if (project === null || linking === null) return null
  return (
    <Dialog title={t('linking.choose')} closeLabel={t('common.close')} onClose={close}>
      <Command shouldFilter={false} loop label={t('linking.choose')} className="palette link-palette">
        <Command.Input data-first value={query} onValueChange={setQuery} placeholder={t('linking.placeholder')} />
        <Command.List className="palette-list" label={t('linking.choose')}>
          {found.slice(0, MOST).map(({ at }) => {
            const words = codingWords(project, at, open)
            return (
              words !== null && (
                <Command.Item
                  key={at.codingId}
                  value={at.codingId}
                  onSelect={() => {
                    close()
                    void confirmLink(desk, at)
                  }}
                >
                  <CodingLine words={words} withSource={at.sourceId !== open?.sourceId} />
                </Command.Item>
              )
            )
          })}
        </Command.List>
      </Command>
      {found.length === 0 && <p className="hint">{t('linking.none')}</p>}
      {found.length > MOST && <p className="pane-note">{t('linking.more', { count: found.length - MOST })}</p>}
    </Dialog>
  )
}

/** Every coding with what it is found by, those of the open source first, each source's in the order of its text. */
function codingsToChoose(
  project: ProjectState,
  first: SourceId | null,
): readonly { readonly at: CodingAt; readonly said: string }[] {
  const sources = [...presentSources(project)].sort((a, b) => Number(b.id === first) - Number(a.id === first))
  return sources.flatMap(({ id: sourceId, name }) => {
    const { codings, segments } = marksOf(project, sourceId)
    return [...codings.values()]
      .flatMap((coding) => {
        const segment = segments.get(coding.segmentId)
        if (segment === undefined) return []
        const quote = segment.anchors.map((anchor) => anchor.quote.replace(/\s+/gu, '')).join('')
        const code = project.codes.get(coding.codeId)?.name ?? ''
        const said = `${code} ${quote} ${name}`.toLowerCase()
        return [{ at: { sourceId, codingId: coding.id }, said, start: extentOf(segment).start }]
      })
      .sort((a, b) => a.start - b.start)
  })
}
