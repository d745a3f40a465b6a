import { Command } from 'cmdk'
import { type ReactNode, useMemo, useState } from 'react'
import { callPart } from '#renderer/commands/part-commands.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { partNamesOf } from '#shared/codebook/part-names.ts'
import { codeList, marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { CodingId, SourceId } from '#shared/model/ids.ts'
import { sliceReading } from '#shared/text/reading-map.ts'

/** Names a part of a passage: with one of the names its code offers, one that was used before, or any other. */
export function NamePartDialog({
  codingId,
  index,
}: {
  readonly codingId: CodingId
  readonly index: number
}): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const open = useWorkbench((state) => state.open)
  const [query, setQuery] = useState('')
  const names = useMemo(
    () => (project === null || open === null ? [] : namesToOffer(project, open.sourceId, codingId)),
    [project, open, codingId],
  )
  const close = (): void => {
    desk.workbench.setState({ dialog: null })
    desk.transcript.current?.focus()
  }
  if (project === null || open === null) return null
  const { codings, segments } = marksOf(project, open.sourceId)
  const coding = codings.get(codingId)
  const anchor = coding === undefined ? undefined : segments.get(coding.segmentId)?.anchors[index]
  if (anchor === undefined) return null
  const call = (name: string): void => {
    close()
    void callPart(desk, codingId, index, name)
  }
  const typed = query.trim()
  const found = names.filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
  return (
    <Dialog title={t('parts.naming')} closeLabel={t('common.close')} size="small" onClose={close}>
      <blockquote className="palette-quote">{sliceReading(open.reading.blocks, anchor.span)}</blockquote>
      <Command shouldFilter={false} loop label={t('parts.naming')} className="palette">
        <Command.Input data-first value={query} onValueChange={setQuery} placeholder={t('parts.placeholder')} />
        <Command.List className="palette-list" label={t('parts.title')}>
          {found.map((name) => (
            <Command.Item key={name} value={`name ${name}`} onSelect={() => call(name)}>
              <span className="code-name">{name}</span>
            </Command.Item>
          ))}
          {typed !== '' && !found.includes(typed) && (
            <Command.Item value="typed" onSelect={() => call(typed)}>
              <span className="palette-new">{t('parts.call', { name: typed })}</span>
            </Command.Item>
          )}
          {typed === '' && anchor.part !== undefined && (
            <Command.Item value="none" onSelect={() => call('')}>
              <span className="palette-new">{t('parts.noName')}</span>
            </Command.Item>
          )}
        </Command.List>
      </Command>
    </Dialog>
  )
}

/** The names that the code offers, then those that parts of its passages have in this source; first what this passage has not yet. */
function namesToOffer(project: ProjectState, sourceId: SourceId, codingId: CodingId): readonly string[] {
  const { codings, segments } = marksOf(project, sourceId)
  const coding = codings.get(codingId)
  if (coding === undefined) return []
  const names = new Set(partNamesOf(codeList(project), coding.codeId))
  for (const other of codings.values()) {
    if (other.codeId !== coding.codeId) continue
    for (const { part } of segments.get(other.segmentId)?.anchors ?? []) if (part !== undefined) names.add(part)
  }
  const taken = new Set(segments.get(coding.segmentId)?.anchors.map(({ part }) => part))
  return [...names].sort((a, b) => Number(taken.has(a)) - Number(taken.has(b)))
}
