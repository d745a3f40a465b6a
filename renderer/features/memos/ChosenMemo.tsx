import type { ReactNode } from 'react'
import { writeMemo } from '#renderer/commands/acts/write-memo.ts'
import { act } from '#renderer/commands/desk.ts'
import { isSameTarget, showWhatMemoIsAbout } from '#renderer/commands/memo-commands.ts'
import type { MemoRow } from '#renderer/commands/memo-list.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { MemoTarget } from '#shared/model/memo.ts'
import { MemoField } from '../MemoField.tsx'
import { aboutWords } from './about-words.ts'

/** One memo of the list, to read and write, with the way to what it is about. */
export function ChosenMemo(props: {
  readonly rows: readonly MemoRow[]
  readonly target: MemoTarget
  readonly isFirst: boolean
}): ReactNode {
  const { target, isFirst } = props
  const { t, desk } = useShell()
  const coders = useProject(({ state }) => state.coders)
  const row = props.rows.find(({ memo }) => isSameTarget(memo.target, target))
  const name = row === undefined ? '' : aboutWords(t, row)
  const coder = row === undefined ? undefined : coders?.get(row.memo.createdBy)?.name
  return (
    <section className="memos-chosen" aria-label={t(`memo.label.${target.kind}`, { name })}>
      <div className="memos-chosen-head">
        <h3 dir="auto">
          {t(`memo.on.${target.kind}`)} · {name}
        </h3>
        <button
          type="button"
          disabled={target.kind === 'project' || row?.status === 'gone'}
          onClick={() => void showWhatMemoIsAbout(desk, target)}
        >
          {t('memos.jump')}
        </button>
        <IconButton
          icon="trash"
          label={t('act.removeMemo')}
          isDisabled={row === undefined}
          onClick={() => void act(desk, (state, world) => writeMemo(state, { target, text: '' }, world))}
        />
      </div>
      <MemoField target={target} label={t(`memo.label.${target.kind}`, { name })} isLabelUnseen isFirst={isFirst} />
      {coder !== undefined && <p className="hint">{`${t('memos.coder')} · ${coder}`}</p>}
    </section>
  )
}
