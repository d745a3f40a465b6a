import { Command } from 'cmdk'
import { memo, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { NewCode } from '#renderer/commands/acts/code-with-new.ts'
import { codeSelection, recodeTo } from '#renderer/commands/coding-commands.ts'
import { passageToCode } from '#renderer/commands/passage.ts'
import { codeSelectionWithNew, lastFamily, recodeToNew, wordsSelected } from '#renderer/commands/quick-coding.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { findCodes } from '#shared/codebook/find-code.ts'
import { nameProblem } from '#shared/codebook/rules.ts'
import { childrenOf, codePath, inTreeOrder, rootOf } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId, CodingId } from '#shared/model/ids.ts'
import { sliceReading } from '#shared/text/reading-map.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { useSounds } from '../use-sounds.ts'

/** More are not read through, and each that is drawn anew costs the key some of its time: one types on. */
const MOST = 30
const MOST_FAMILIES = 8
const NO_CODES: readonly Code[] = []

/**
 * Chooses a code by typing: part of its name, or the initials of its pinyin. A name that no code has
 * becomes one, and the selected words can name it themselves: made and applied in one act.
 */
export function CodePalette({ recoding }: { readonly recoding: CodingId | null }): ReactNode {
  const { t, desk } = useShell()
  const codes = useProject((session) => codeList(session.state)) ?? NO_CODES
  const recent = useWorkbench((state) => state.recentCodes)
  const [query, setQuery] = useState('')
  const typed = query.trim()
  const codable = useMemo(() => recentFirst(codes, recent), [codes, recent])
  const sounds = useSounds()
  const found = useMemo(
    () => (typed === '' ? codable : findCodes(codable, typed, sounds)).slice(0, MOST),
    [codable, typed, sounds],
  )
  // Neither changes while the palette stands in front.
  const [quote] = useState(() => {
    const { open, ...state } = desk.workbench.getState()
    const passage = passageToCode({ ...state, open })
    if (open === null || passage === null) return ''
    const spans = [passage.span, ...(passage.also ?? [])]
    return spans.map((span) => sliceReading(open.reading.blocks, span)).join(' … ')
  })
  const [words] = useState(() => (recoding === null ? wordsSelected(desk) : ''))
  const name = typed === '' ? words : typed
  const families = useMemo(() => {
    const last = lastFamily(desk)
    const others = childrenOf(codes, null).filter(({ id }) => id !== last?.id)
    return [...(last === null ? [] : [last]), ...others].slice(0, MOST_FAMILIES)
  }, [codes, desk])

  const close = (): void => {
    desk.workbench.setState({ dialog: null })
    desk.transcript.current?.focus()
  }
  const choose = (codeId: CodeId): void => {
    close()
    void (recoding === null ? codeSelection(desk, codeId) : recodeTo(desk, recoding, codeId))
  }
  // The same function from key to key, so that rows which stay need not be made anew.
  const chosen = useRef(choose)
  chosen.current = choose
  const onChoose = useCallback((codeId: CodeId) => chosen.current(codeId), [])
  const make = (code: NewCode): void => {
    close()
    void (recoding === null ? codeSelectionWithNew(desk, code) : recodeToNew(desk, recoding, code))
  }
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
            <PaletteRow key={code.id} code={code} codes={codes} onChoose={onChoose} />
          ))}
          {name !== '' &&
            families
              .filter((family) => nameProblem(codes, null, family.id, name) === null)
              .map((family) => (
                <Command.Item
                  key={`new-${family.id}`}
                  value={`new-${family.id}`}
                  onSelect={() => make({ parentId: family.id, name })}
                >
                  <span className="palette-new">
                    {t(typed === '' ? 'palette.inVivo' : 'palette.create', { name, family: family.name })}
                  </span>
                </Command.Item>
              ))}
        </Command.List>
      </Command>
    </Dialog>
  )
}

const PaletteRow = memo(function PaletteRow(props: {
  readonly code: Code
  readonly codes: readonly Code[]
  readonly onChoose: (codeId: CodeId) => void
}): ReactNode {
  const { code, codes, onChoose } = props
  return (
    <Command.Item value={code.id} onSelect={() => onChoose(code.id)}>
      <CodeSwatch colour={code.colour} manner={rootOf(codes, code.id)?.family?.manner ?? 'tint'} />
      <span className="code-name">{code.name}</span>
      <span className="palette-path">{codePath(codes, code.id).slice(0, -1).join(' › ')}</span>
      {code.key !== null && <kbd>{code.key.toUpperCase()}</kbd>}
    </Command.Item>
  )
})

/** The codes that can be applied, those applied last before all others. */
function recentFirst(codes: readonly Code[], recent: readonly CodeId[]): readonly Code[] {
  const codable = inTreeOrder(codes).flatMap(({ code }) => (code.isCodable ? [code] : []))
  const first = recent.flatMap((id) => codable.find((code) => code.id === id) ?? [])
  return [...first, ...codable.filter(({ id }) => !recent.includes(id))]
}
