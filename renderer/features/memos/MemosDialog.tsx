import { type ReactNode, useMemo, useState } from 'react'
import { rowsThatFit } from '#renderer/commands/memo-list.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { CoderId } from '#shared/model/ids.ts'
import type { MemoTarget } from '#shared/model/memo.ts'
import { ChosenMemo } from './ChosenMemo.tsx'
import { MemoRows } from './MemoRows.tsx'
import { useMemoRows } from './use-memo-rows.ts'

const KINDS = [
  'project',
  'source',
  'turn',
  'speaker',
  'segment',
  'coding',
  'code',
] as const satisfies readonly MemoTarget['kind'][]

/** All memos of the project, to search, to read and write on, and to go from to what they are about. */
export function MemosDialog({ chosen: asked }: { readonly chosen: MemoTarget | null }): ReactNode {
  const { t, desk } = useShell()
  const coders = useProject(({ state }) => state.coders)
  const rows = useMemoRows()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<MemoTarget['kind'] | null>(null)
  const [coderId, setCoderId] = useState<CoderId | null>(null)
  const [picked, setPicked] = useState<MemoTarget | null>(asked)
  const found = useMemo(() => rowsThatFit(rows, { words, kind, coderId }), [rows, words, kind, coderId])
  // What was picked stays in hand while it is emptied or no longer fits.
  const chosen = picked ?? found[0]?.memo.target ?? null
  return (
    <Dialog
      title={t('memos.title')}
      closeLabel={t('common.close')}
      size="large"
      onClose={() => desk.workbench.setState({ dialog: null })}
    >
      <div className="dialog-body memos">
        <div className="memos-filter">
          <input
            type="search"
            data-first={asked === null ? true : undefined}
            aria-label={t('memos.find')}
            placeholder={t('memos.find')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <ChoiceField
            label={t('memos.kind')}
            value={kind ?? ''}
            choices={[
              { value: '', label: t('memos.anyKind') },
              ...KINDS.map((one) => ({ value: one, label: t(`memo.on.${one}`) })),
            ]}
            onChoose={async (value) => {
              setKind(KINDS.find((one) => one === value) ?? null)
              return true
            }}
          />
          {coders !== null && coders.size > 1 && (
            <ChoiceField
              label={t('memos.coder')}
              value={coderId ?? ''}
              choices={[
                { value: '', label: t('memos.anyCoder') },
                ...[...coders.values()].map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChoose={async (value) => {
                setCoderId(value === '' ? null : (value as CoderId))
                return true
              }}
            />
          )}
        </div>
        <p className="hint" role="status">
          {rows.length === 0
            ? t('memos.none')
            : found.length === 0
              ? t('memos.noneFound')
              : t('memos.count', { count: found.length })}
        </p>
        <div className="memos-columns">
          <MemoRows rows={found} chosen={chosen} onChoose={setPicked} />
          {chosen !== null && <ChosenMemo rows={rows} target={chosen} isFirst={asked !== null} />}
        </div>
      </div>
    </Dialog>
  )
}
