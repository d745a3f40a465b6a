import { Command } from 'cmdk'
import { type ReactNode, useMemo, useState } from 'react'
import { addCode } from '#renderer/commands/acts/add-code.ts'
import { codeSelection, recodeTo } from '#renderer/commands/coding-commands.ts'
import { act } from '#renderer/commands/desk.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { findCodes } from '#shared/codebook/find-code.ts'
import { codePath, inTreeOrder, rootOf } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId, CodingId } from '#shared/model/ids.ts'
import { sliceReading } from '#shared/text/reading-map.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'

/** More are not read through: one types on. */
const MOST = 60

/** Chooses a code by typing: part of its name, or the initials of its pinyin. */
export function CodePalette({ recoding }: { readonly recoding: CodingId | null }): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const open = useWorkbench((state) => state.open)
  const selection = useWorkbench((state) => state.selection)
  const [query, setQuery] = useState('')
  const codes = project === null ? [] : codeList(project)
  const codable = useMemo(() => inTreeOrder(codes).flatMap(({ code }) => (code.isCodable ? [code] : [])), [codes])
  const found = useMemo(
    () => (query.trim() === '' ? codable : findCodes(codable, query)).slice(0, MOST),
    [codable, query],
  )
  const families = inTreeOrder(codes).filter((row) => row.depth === 0)
  const close = (): void => {
    desk.workbench.setState({ dialog: null })
    desk.transcript.current?.focus()
  }
  const choose = (codeId: CodeId): void => {
    close()
    void (recoding === null ? codeSelection(desk, codeId) : recodeTo(desk, recoding, codeId))
  }
  const make = async (parent: Code): Promise<void> => {
    const outcome = await act(desk, (state, world) => addCode(state, { parentId: parent.id, name: query }, world))
    const made = outcome.kind === 'done' ? outcome.entry.changes[0]?.after : null
    if (made != null) choose(made.id as CodeId)
  }
  const quote = open === null || selection === null ? '' : sliceReading(open.reading.blocks, selection)
  return (
    <Dialog
      title={recoding === null ? t('palette.title') : t('palette.recode')}
      closeLabel={t('common.close')}
      size="small"
      onClose={close}
    >
      {recoding === null && <blockquote className="palette-quote">{quote}</blockquote>}
      <Command shouldFilter={false} loop label={t('palette.title')} className="palette">
        <Command.Input data-first value={query} onValueChange={setQuery} placeholder={t('palette.placeholder')} />
        <Command.List className="palette-list" label={t('codebook.title')}>
          {found.map((code) => (
            <Command.Item key={code.id} value={code.id} onSelect={() => choose(code.id)}>
              <CodeSwatch colour={code.colour} manner={rootOf(codes, code.id)?.family?.manner ?? 'tint'} />
              <span className="code-name">{code.name}</span>
              <span className="palette-path">{codePath(codes, code.id).slice(0, -1).join(' › ')}</span>
              {code.key !== null && <kbd>{code.key.toUpperCase()}</kbd>}
            </Command.Item>
          ))}
          {query.trim() !== '' &&
            families.map(({ code: family }) => (
              <Command.Item key={`new-${family.id}`} value={`new-${family.id}`} onSelect={() => void make(family)}>
                <span className="palette-new">{t('palette.create', { name: query.trim(), family: family.name })}</span>
              </Command.Item>
            ))}
        </Command.List>
      </Command>
    </Dialog>
  )
}
