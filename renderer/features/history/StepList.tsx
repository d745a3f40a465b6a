import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type HistoryStep, returnToStep } from '#renderer/commands/history-commands.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { StepRow } from './StepRow.tsx'
import { stepNames } from './step-names.ts'
import { stepsUndone } from './steps-undone.ts'
import type { Steps } from './use-steps.ts'

const ROW_HEIGHT = 30

/** The steps that match, the newest first; one is chosen by arrow keys or a click, and can be returned to. */
export function StepList(
  props: Steps & { readonly words: string; readonly coder: string; readonly onSaid: (words: string) => void },
): ReactNode {
  const { steps, hasMore, readMore, words, coder, onSaid } = props
  const { t, desk } = useShell()
  const points = useProject(({ state }) => state.restorePoints)
  const [active, setActive] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const undone = useMemo(() => stepsUndone(steps), [steps])
  const pointsAfter = useMemo(() => new Map([...(points?.values() ?? [])].map((point) => [point.seq, point])), [points])
  const namesOf = useMemo(() => stepNames(t), [t])
  const nameOf = (step: HistoryStep): string => namesOf(step).name
  const wanted = useDeferredValue(words).trim().toLocaleLowerCase()
  const shown = useMemo(
    () =>
      steps.filter(
        (step) => (coder === '' || step.coderId === coder) && (wanted === '' || namesOf(step).folded.includes(wanted)),
      ),
    [steps, coder, wanted, namesOf],
  )
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    getItemKey: (index) => shown[index]?.seq ?? index,
  })
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? -1
  // Whoever searches wants the whole history searched; whoever scrolls, what comes next.
  useEffect(() => {
    if (hasMore && (wanted !== '' || coder !== '' || last >= shown.length - 20)) readMore()
  })
  const activeAt = shown.findIndex((step) => step.seq === active)
  const step = shown[activeAt]

  const goTo = async (): Promise<void> => {
    if (step === undefined) return
    const outcome = await returnToStep(desk, step.seq)
    if (outcome.kind === 'done') onSaid(t(outcome.entry.name, outcome.entry.values))
    else if (outcome.kind === 'refused') onSaid(t(outcome.refusal.refused, outcome.refusal.values))
    else if (outcome.kind === 'failed') onSaid(t('notice.notSaved', { detail: outcome.detail }))
    else onSaid(t('notice.workStopped'))
  }
  const choose = (index: number): void => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, index))]
    if (next === undefined) return
    setActive(next.seq)
    virtual.scrollToIndex(shown.indexOf(next))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((list.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1)
    const targets: Record<string, number> = {
      ArrowDown: activeAt + 1,
      ArrowUp: activeAt - 1,
      PageDown: activeAt + page,
      PageUp: activeAt - page,
      Home: 0,
      End: shown.length - 1,
    }
    const target = targets[event.key]
    if (target !== undefined) choose(target)
    else if (event.key === 'Enter') void goTo()
    else return
    event.preventDefault()
  }
  return (
    <>
      <div
        ref={list}
        className="history-list"
        role="listbox"
        tabIndex={0}
        aria-label={t('history.steps')}
        aria-activedescendant={step === undefined ? undefined : `${id}-${step.seq}`}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (activeAt === -1) choose(0)
        }}
      >
        {shown.length === 0 && !hasMore && <p className="hint">{t('history.none')}</p>}
        <div style={{ height: virtual.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const one = shown[index]
            return one === undefined ? null : (
              <StepRow
                key={one.seq}
                id={`${id}-${one.seq}`}
                step={one}
                name={nameOf(one)}
                isUndone={undone.has(one.seq)}
                point={pointsAfter.get(one.seq)?.name ?? null}
                isActive={one.seq === active}
                place={{ top: start, index, count: shown.length }}
                onChoose={() => setActive(one.seq)}
              />
            )
          })}
        </div>
      </div>
      <div className="history-acts">
        <button type="button" disabled={step === undefined} onClick={() => void goTo()}>
          {t('history.return')}
        </button>
        <span className="muted">
          {step === undefined
            ? t('history.shown', { count: shown.length })
            : t('history.returnTo', { step: nameOf(step) })}
        </span>
      </div>
    </>
  )
}
