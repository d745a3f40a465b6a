import type { ReactNode } from 'react'
import { memoOn } from '#renderer/commands/acts/lookup.ts'
import { isSameTarget } from '#renderer/commands/memo-commands.ts'
import type { MemoPanel as Opened } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { Icon } from '#renderer/ui/Icon.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { targetKey } from '#shared/model/memo.ts'
import { MemoField } from '../MemoField.tsx'

/** Memos on what stood at the cursor when they were asked for, written below the text so that it stays in view. */
export function MemoPanel(): ReactNode {
  const panel = useWorkbench((state) => state.memoPanel)
  return panel === null ? null : <Subjects panel={panel} />
}

function Subjects({ panel: { subjects, chosen } }: { readonly panel: Opened }): ReactNode {
  const { t, desk, run } = useShell()
  const project = useProject(({ state }) => state)
  const subject = subjects.find(({ target }) => isSameTarget(target, chosen))
  if (project === null || subject === undefined) return null
  const toText = (): void => desk.transcript.current?.focus()
  const { kind } = chosen
  return (
    <section className="memo-panel" aria-label={t('memo.title')}>
      <div className="memo-subjects">
        <Icon name="memo" />
        <fieldset aria-label={t('memo.about')}>
          {subjects.map(({ target, name }) => (
            <button
              key={targetKey(target)}
              type="button"
              className="memo-subject"
              aria-pressed={isSameTarget(target, chosen)}
              title={name}
              onClick={() => desk.workbench.setState({ memoPanel: { subjects, chosen: target } })}
            >
              {t(`memo.on.${target.kind}`)}
              {memoOn(project, target) !== null && (
                <span className="memo-there" title={t('memo.hasMemo')}>
                  <span className="unseen">{t('memo.hasMemo')}</span>
                </span>
              )}
            </button>
          ))}
        </fieldset>
        <span className="memo-subject-name" dir="auto">
          {subject.name}
        </span>
        <button type="button" onClick={() => run('show-memos')}>
          {t('command.showMemos')}
        </button>
        <IconButton
          icon="close"
          label={t('common.close')}
          onClick={() => {
            desk.workbench.setState({ memoPanel: null })
            toText()
          }}
        />
      </div>
      <MemoField
        target={chosen}
        label={t(`memo.label.${kind}`, { name: subject.name })}
        isLabelUnseen
        isFirst
        pane="memo"
        onEscape={toText}
      />
    </section>
  )
}
