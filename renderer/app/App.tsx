import { type DragEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { useStore } from 'zustand'
import type { Desk } from '#renderer/commands/desk.ts'
import { importBatch } from '#renderer/commands/import-run.ts'
import { CodebookPane } from '#renderer/features/codebook/CodebookPane.tsx'
import { CodeMenu } from '#renderer/features/coding/CodeMenu.tsx'
import { PinnedBar } from '#renderer/features/coding/PinnedBar.tsx'
import { QuickList } from '#renderer/features/coding/QuickList.tsx'
import { AlikeBar } from '#renderer/features/correcting/AlikeBar.tsx'
import { ReviewBar } from '#renderer/features/correcting/ReviewBar.tsx'
import { FilterBar } from '#renderer/features/filters/FilterBar.tsx'
import { Inspector } from '#renderer/features/inspector/Inspector.tsx'
import { droppedFiles } from '#renderer/features/library/dropped-files.ts'
import { ImportBar } from '#renderer/features/library/ImportBar.tsx'
import { NothingOpen } from '#renderer/features/library/NothingOpen.tsx'
import { LinkBar } from '#renderer/features/links/LinkBar.tsx'
import { MemoPanel } from '#renderer/features/memos/MemoPanel.tsx'
import { Outline } from '#renderer/features/outline/Outline.tsx'
import { Unhurried } from '#renderer/features/pace.tsx'
import { HeldBar } from '#renderer/features/parts/HeldBar.tsx'
import { FindBar } from '#renderer/features/reading/FindBar.tsx'
import { Panes } from '#renderer/features/reading/Panes.tsx'
import { ShellContext } from '#renderer/features/shell.ts'
import { WorkBars } from '#renderer/features/WorkBars.tsx'
import type { CommandId } from '#shared/commands.ts'
import type { Language } from '#shared/messages/message.ts'
import { translatorFor } from '#shared/messages/translate.ts'
import { CurrentDialog } from './CurrentDialog.tsx'
import { NoticeBar } from './NoticeBar.tsx'
import { TopBar } from './TopBar.tsx'

/** The window: three panes, what stands in front of them, and what is said below. */
export function App(props: {
  readonly desk: Desk
  readonly language: Language
  readonly run: (command: CommandId) => void
}): ReactNode {
  const { desk, language, run } = props
  const t = useMemo(() => translatorFor(language), [language])
  const shell = useMemo(() => ({ desk, t, language, run }), [desk, t, language, run])
  const open = useStore(desk.workbench, (state) => state.open)
  const findOpen = useStore(desk.workbench, (state) => state.findOpen)
  const readingOn = useStore(desk.workbench, (state) => state.readingOn)
  const reviewOpen = useStore(desk.workbench, (state) => state.reviewOpen)
  const columns = useDefaultLayout({ id: 'columns', storage: localStorage })
  const right = useDefaultLayout({ id: 'right', storage: localStorage })
  const { isDropping, handlers } = useFileDrop(desk)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <ShellContext value={shell}>
      <div className="window" {...handlers}>
        <Unhurried>
          <TopBar />
        </Unhurried>
        <Group className="columns" orientation="horizontal" {...columns}>
          <Panel id="outline" defaultSize="16%" minSize="150px">
            <Unhurried>
              <Outline />
            </Unhurried>
          </Panel>
          <Separator className="divider" aria-label={t('app.resizeOutline')} />
          <Panel id="transcript" defaultSize="63%" minSize="320px">
            <main className="reading" aria-label={t('app.transcript')}>
              {open !== null && <h1 className="unseen">{t('app.transcript')}</h1>}
              {open !== null && <FilterBar open={open} />}
              {findOpen && open !== null && <FindBar />}
              {open === null ? (
                <NothingOpen />
              ) : (
                <CodeMenu>
                  <Panes open={open} />
                </CodeMenu>
              )}
              {/* Below, so that the text stays where it is. */}
              {open !== null && readingOn && reviewOpen && <ReviewBar key={open.sourceId} />}
              {open !== null && <HeldBar />}
              {open !== null && <LinkBar />}
              {open !== null && readingOn && <AlikeBar sourceId={open.sourceId} />}
              {open !== null && <QuickList />}
              {open !== null && <PinnedBar />}
              <MemoPanel />
            </main>
          </Panel>
          <Separator className="divider" aria-label={t('app.resizeCodebook')} />
          <Panel id="side" defaultSize="21%" minSize="230px">
            <Group orientation="vertical" {...right}>
              <Panel id="codebook" defaultSize="52%" minSize="120px">
                <Unhurried>
                  <CodebookPane />
                </Unhurried>
              </Panel>
              <Separator className="divider flat" aria-label={t('app.resizeInspector')} />
              <Panel id="inspector" defaultSize="48%" minSize="120px">
                <Unhurried>
                  <Inspector />
                </Unhurried>
              </Panel>
            </Group>
          </Panel>
        </Group>
        <ImportBar />
        <WorkBars />
        <Unhurried>
          <NoticeBar />
        </Unhurried>
        <CurrentDialog />
        {isDropping && (
          <div className="drop-here" aria-hidden="true">
            {t('app.dropHere')}
          </div>
        )}
      </div>
    </ShellContext>
  )
}

/** Files dropped anywhere on the window are imported. */
function useFileDrop(desk: Desk): {
  readonly isDropping: boolean
  readonly handlers: Record<'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>
} {
  const [isDropping, setDropping] = useState(false)
  // Entering a child comes before leaving its parent, so entries are counted.
  const depth = useRef(0)
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return {
    isDropping,
    handlers: {
      onDragEnter(event) {
        if (!hasFiles(event)) return
        depth.current += 1
        setDropping(true)
      },
      onDragOver(event) {
        if (hasFiles(event)) event.preventDefault()
      },
      onDragLeave(event) {
        if (!hasFiles(event)) return
        depth.current -= 1
        if (depth.current <= 0) setDropping(false)
      },
      onDrop(event) {
        depth.current = 0
        setDropping(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        void droppedFiles(event.dataTransfer.items, desk.bridge, desk.newId).then((batch) => importBatch(desk, batch))
      },
    },
  }
}
