import { type MouseEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { correct } from '#renderer/commands/reading-commands.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { ReadingChange } from '#shared/model/reading-edit.ts'
import type { ReadingWarning } from '#shared/transcript/reading.ts'
import { placeToLookAt, remediesFor } from './remedies.ts'

/** Walks through the doubtful places, the most doubtful first: each is confirmed or put right with one key. */
export function ReviewBar(): ReactNode {
  const { t, desk } = useShell()
  const warnings = useWorkbench(({ open }) => open?.reading.warnings) ?? NONE
  const doubts = useMemo(() => [...warnings].sort(byDoubt), [warnings])
  const [at, setAt] = useState(0)
  const first = useRef<HTMLButtonElement>(null)
  const place = Math.min(at, doubts.length - 1)
  const doubt = doubts[place]

  // The same doubt is another object after each correction; it is gone to once.
  const key = doubt === undefined ? null : `${doubt.code} ${doubt.span.start} ${doubt.span.end}`
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (key === shown.current && document.activeElement !== document.body) return
    shown.current = key
    const { open } = desk.workbench.getState()
    if (doubt !== undefined && open !== null) desk.transcript.current?.select(placeToLookAt(doubt, open.reading))
    first.current?.focus()
  }, [key, doubt, desk])

  const close = (): void => {
    desk.workbench.setState({ reviewOpen: false })
    desk.transcript.current?.focus()
  }
  /** The second click of two would be about the next place, which nobody has looked at yet; so would a key that is held. */
  const settle = (event: MouseEvent, change: ReadingChange): void => {
    if (event.detail <= 1) void correct(desk, change)
  }
  const step = (by: 1 | -1): void => setAt((place + by + doubts.length) % Math.max(1, doubts.length))
  return (
    <section
      className="reading-bar review-bar"
      aria-label={t('review.label')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
        else if (event.key === 'ArrowDown') step(1)
        else if (event.key === 'ArrowUp') step(-1)
        else if (event.key !== 'Enter' || !event.repeat) return
        event.preventDefault()
      }}
    >
      <output>
        {doubt === undefined ? (
          t('review.done')
        ) : (
          <>
            <span className="review-place">{t('review.place', { at: place + 1, count: doubts.length })}</span>
            {t(`doubt.${doubt.code}`, doubt.values)}
          </>
        )}
      </output>
      {doubt === undefined ? (
        <button type="button" ref={first} onClick={close}>
          {t('common.done')}
        </button>
      ) : (
        <>
          <button
            type="button"
            ref={first}
            onClick={(event) => settle(event, { kind: 'confirmed', code: doubt.code, span: doubt.span })}
          >
            {t('review.confirm')}
          </button>
          {remediesFor(doubt).map(({ name, change }) => (
            <button key={name} type="button" onClick={(event) => settle(event, change)}>
              {t(name)}
            </button>
          ))}
          <IconButton icon="up" label={t('review.previous')} onClick={() => step(-1)} />
          <IconButton icon="down" label={t('review.next')} onClick={() => step(1)} />
        </>
      )}
      <IconButton icon="close" label={t('common.close')} onClick={close} />
    </section>
  )
}

const NONE: readonly ReadingWarning[] = []

function byDoubt(a: ReadingWarning, b: ReadingWarning): number {
  return b.doubt - a.doubt || a.span.start - b.span.start
}
