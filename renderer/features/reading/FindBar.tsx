import { type ReactNode, useMemo, useRef, useState } from 'react'
import { shownReading } from '#renderer/commands/shown-reading.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { findInReading } from '#shared/transcript/find-in-reading.ts'

/** Finds words in what is read: hard wraps and letter-spacing do not hide them. */
export function FindBar(): ReactNode {
  const { t, desk } = useShell()
  const reading = useWorkbench(shownReading)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const found = useMemo(() => (reading === null ? [] : findInReading(reading.blocks, words)), [reading, words])

  const goTo = (index: number): void => {
    const next = found.length === 0 ? 0 : (index + found.length) % found.length
    setAt(next)
    const span = found[next]
    if (span === undefined) return
    desk.transcript.current?.select(span)
    input.current?.focus()
  }
  const close = (): void => {
    desk.workbench.setState({ findOpen: false })
    desk.transcript.current?.focus()
  }
  return (
    <search className="find-bar">
      <input
        ref={input}
        type="search"
        data-pane="find"
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') goTo(event.shiftKey ? at - 1 : isSelected(desk, found[at]) ? at + 1 : at)
          else if (event.key === 'Escape') close()
        }}
      />
      <output className="find-count">
        {words === '' ? '' : found.length === 0 ? t('find.none') : t('find.place', { at: at + 1, count: found.length })}
      </output>
      <IconButton icon="up" label={t('find.previous')} isDisabled={found.length === 0} onClick={() => goTo(at - 1)} />
      <IconButton icon="down" label={t('find.next')} isDisabled={found.length === 0} onClick={() => goTo(at + 1)} />
      <IconButton icon="close" label={t('common.close')} onClick={close} />
    </search>
  )
}

function isSelected(
  desk: ReturnType<typeof useShell>['desk'],
  span: { readonly start: number; readonly end: number } | undefined,
): boolean {
  const { selection } = desk.workbench.getState()
  return selection !== null && span !== undefined && selection.start === span.start && selection.end === span.end
}
