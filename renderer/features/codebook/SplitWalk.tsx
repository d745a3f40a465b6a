import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { memoOn } from '#renderer/commands/acts/lookup.ts'
import { recode } from '#renderer/commands/acts/recode.ts'
import { type Passage, passageOf } from '#renderer/commands/passages.ts'
import { useShell } from '#renderer/features/shell.ts'
import { marksOf, type ProjectState } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { Coding } from '#shared/model/coding.ts'
import { useSave } from '../dialog-save.ts'

/** How much is read around a passage, in UTF-16 units on each side. */
const AROUND = 400

/** One coding after another, each with its context; a digit says which code it goes to. */
export function SplitWalk(props: {
  readonly project: ProjectState
  readonly from: Code
  readonly targets: readonly Code[]
  readonly walk: readonly Coding[]
  readonly onDone: () => void
}): ReactNode {
  const { project, from, targets, walk, onDone } = props
  const { t, desk } = useShell()
  const { save, problem } = useSave()
  const [index, setIndex] = useState(0)
  const [passage, setPassage] = useState<Passage | null>(null)
  const stage = useRef<HTMLElement>(null)
  const left = walk.filter((coding) => now(project, coding)?.codeId === from.id).length
  const started = walk[index]
  const coding = started === undefined ? null : now(project, started)
  const marks = coding === null ? null : marksOf(project, coding.sourceId)
  const segment = coding === null ? undefined : marks?.segments.get(coding.segmentId)
  const edits = marks?.edits
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is put right in a source reads otherwise
  useEffect(() => {
    let isCurrent = true
    setPassage(null)
    if (segment !== undefined) {
      void passageOf(desk, segment, AROUND).then((read) => {
        if (isCurrent) setPassage(read)
      })
    }
    return () => {
      isCurrent = false
    }
  }, [desk, segment, edits])
  useEffect(() => stage.current?.focus(), [])

  const assign = async (to: Code): Promise<void> => {
    if (coding === null) return
    const { sourceId, id: codingId, fields } = coding
    // What was answered stays with the coding, in another family too.
    const isDone =
      coding.codeId === to.id ||
      (await save((state, world) => recode(state, { sourceId, codingId, codeId: to.id, fields }, world)))
    if (isDone) setIndex((before) => Math.min(before + 1, walk.length))
  }
  const step = (by: -1 | 1): void => setIndex((before) => Math.max(0, Math.min(walk.length, before + by)))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const target = /^[1-9]$/.test(event.key) ? targets[Number(event.key) - 1] : undefined
    const action =
      target !== undefined
        ? () => void assign(target)
        : { ArrowRight: () => step(1), ArrowLeft: () => step(-1), '0': () => void assign(from) }[event.key]
    if (action === undefined) return
    event.preventDefault()
    action()
  }
  const memo = coding === null ? null : memoOn(project, { kind: 'coding', id: coding.id })
  return (
    <>
      <section
        className="dialog-body split-walk"
        ref={stage}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the walk need a place to be pressed
        tabIndex={0}
        aria-label={t('split.walk')}
        onKeyDown={onKeyDown}
      >
        <p className="split-progress" role="status">
          {t('split.progress', { at: Math.min(index + 1, walk.length), count: walk.length, done: walk.length - left })}
        </p>
        <progress max={walk.length} value={index} aria-label={t('split.walk')} />
        {problem !== null && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        {index >= walk.length ? (
          <p className="split-end">{t('split.end', { count: left, code: from.name })}</p>
        ) : coding === null ? (
          <p className="hint">{t('split.gone')}</p>
        ) : (
          <>
            <p className="coding-path">
              {[project.sources.get(coding.sourceId)?.name, passage?.speaker]
                .filter((part) => part != null)
                .join(' · ')}
            </p>
            <blockquote className="split-passage">
              {passage?.before}
              <mark>{passage?.quote ?? segment?.anchors.map(({ quote }) => quote).join(' … ')}</mark>
              {passage?.after}
            </blockquote>
            {memo !== null && <p className="split-memo">{memo.text}</p>}
            <div className="split-choices">
              {targets.map((target, place) => (
                <button
                  key={target.id}
                  type="button"
                  aria-pressed={coding.codeId === target.id}
                  onClick={() => void assign(target)}
                >
                  <kbd>{place + 1}</kbd> {target.name}
                </button>
              ))}
              <button type="button" aria-pressed={coding.codeId === from.id} onClick={() => void assign(from)}>
                <kbd>0</kbd> {t('split.leave', { code: from.name })}
              </button>
            </div>
          </>
        )}
      </section>
      <footer className="dialog-foot">
        <button type="button" disabled={index === 0} onClick={() => step(-1)}>
          {t('split.back')} <kbd>←</kbd>
        </button>
        <button type="button" disabled={index >= walk.length} onClick={() => step(1)}>
          {t('split.skip')} <kbd>→</kbd>
        </button>
        <button type="button" className="primary" onClick={onDone}>
          {t(index >= walk.length ? 'common.done' : 'split.stop')}
        </button>
      </footer>
    </>
  )
}

/** A coding as it is now; `null` where it is gone. */
function now(project: ProjectState, { sourceId, id }: Coding): Coding | null {
  return marksOf(project, sourceId).codings.get(id) ?? null
}
