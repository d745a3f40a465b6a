import { type DragEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { useStore } from 'zustand'
import type { Desk } from '#renderer/commands/desk.ts'
import { takeImports } from '#renderer/commands/import-files.ts'
import { CodebookPane } from '#renderer/features/codebook/CodebookPane.tsx'
import { CodeMenu } from '#renderer/features/coding/CodeMenu.tsx'
import { Inspector } from '#renderer/features/inspector/Inspector.tsx'
import { Welcome } from '#renderer/features/library/Welcome.tsx'
import { Outline } from '#renderer/features/outline/Outline.tsx'
import { FindBar } from '#renderer/features/reading/FindBar.tsx'
import { Transcript } from '#renderer/features/reading/Transcript.tsx'
import { ShellContext } from '#renderer/features/shell.ts'
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
  const columns = useDefaultLayout({ id: 'columns', storage: localStorage })
  const right = useDefaultLayout({ id: 'right', storage: localStorage })
  const { isDropping, handlers } = useFileDrop(desk)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <ShellContext value={shell}>
      <div className="window" {...handlers}>
        <TopBar />
        <Group className="columns" orientation="horizontal" {...columns}>
          <Panel id="outline" defaultSize="16%" minSize="150px">
            <Outline />
          </Panel>
          <Separator className="divider" aria-label={t('app.resizeOutline')} />
          <Panel id="transcript" defaultSize="63%" minSize="320px">
            <main className="reading" aria-label={t('app.transcript')}>
              {open !== null && <h1 className="unseen">{t('app.transcript')}</h1>}
              {findOpen && open !== null && <FindBar />}
              {open === null ? (
                <Welcome />
              ) : (
                <CodeMenu>
                  <Transcript key={open.sourceId} open={open} />
                </CodeMenu>
              )}
            </main>
          </Panel>
          <Separator className="divider" aria-label={t('app.resizeCodebook')} />
          <Panel id="side" defaultSize="21%" minSize="230px">
            <Group orientation="vertical" {...right}>
              <Panel id="codebook" defaultSize="52%" minSize="120px">
                <CodebookPane />
              </Panel>
              <Separator className="divider flat" aria-label={t('app.resizeInspector')} />
              <Panel id="inspector" defaultSize="48%" minSize="120px">
                <Inspector />
              </Panel>
            </Group>
          </Panel>
        </Group>
        <NoticeBar />
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
        const files = [...event.dataTransfer.files]
        if (files.length === 0) return
        event.preventDefault()
        void importDropped(desk, files)
      },
    },
  }
}

async function importDropped(desk: Desk, files: readonly File[]): Promise<void> {
  desk.workbench.setState({ busy: 'busy.importing' })
  try {
    const outcomes = []
    for (const file of files) {
      // A folder arrives as a file that cannot be read.
      const bytes = await file.arrayBuffer().catch(() => null)
      outcomes.push(
        bytes === null
          ? ({ kind: 'failed', failure: { fileName: file.name, reason: 'not-readable', detail: '' } } as const)
          : await desk.bridge.importBytes(file.name, new Uint8Array(bytes)),
      )
    }
    await takeImports(desk, outcomes)
  } finally {
    desk.workbench.setState({ busy: null })
  }
}
