import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { CodingCard } from './CodingCard.tsx'
import { CodingList, type ListPlace } from './CodingList.tsx'

/** The coding in hand, or a list of those in the open source. Escape leads back to the text. */
export function Inspector(): ReactNode {
  const { t, run } = useShell()
  const open = useWorkbench((state) => state.open)
  const codingId = useWorkbench((state) => state.codingId)
  const pane = useRef<HTMLElement>(null)
  // Known from what the pane tells: asking it would lay out the page in the path of every key that codes.
  const isScrolled = useRef(false)
  const place = useRef<ListPlace | null>(null)
  useLayoutEffect(() => {
    // Another coding is read from its head on, however far down the form of the last one was. The list begins where it was.
    if (
      codingId === null ||
      !isScrolled.current ||
      pane.current === null ||
      pane.current.contains(document.activeElement)
    )
      return
    pane.current.scrollTop = 0
  }, [codingId])
  return (
    <section
      ref={pane}
      className="pane inspector"
      aria-label={t('inspector.title')}
      data-pane="inspector"
      tabIndex={-1}
      onScroll={(event) => {
        isScrolled.current = event.currentTarget.scrollTop > 0
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || open === null) return
        event.stopPropagation()
        run('focus-transcript')
      }}
    >
      <h2 className="pane-title">{t('inspector.title')}</h2>
      {open === null ? (
        <p className="hint">{t('inspector.nothingOpen')}</p>
      ) : codingId === null ? (
        <CodingList open={open} scroller={pane} place={place} />
      ) : (
        <CodingCard key={codingId} open={open} codingId={codingId} />
      )}
    </section>
  )
}
