import type { ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { goToSide, toggleBeside } from '#renderer/commands/beside.ts'
import type { OpenSource, WorkbenchState } from '#renderer/commands/workbench.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Transcript } from './Transcript.tsx'
import { usePointing } from './use-pointing.ts'

/** The open source, or two of them side by side; the one that is worked in is marked. */
export function Panes({ open }: { readonly open: OpenSource }): ReactNode {
  const { t, desk } = useShell()
  const beside = useWorkbench((state) => state.beside)
  const side = useWorkbench((state) => state.side)
  usePointing(desk)
  const layout = useDefaultLayout({ id: 'beside', storage: localStorage })
  const start = beside === null || side === 'start' ? open : beside.open
  const end = beside === null ? null : side === 'end' ? open : beside.open
  return (
    <Group className="panes" orientation="horizontal" {...layout}>
      <Panel id="start" minSize="240px">
        <Pane side="start" open={start} isActive={start === open} isAlone={end === null} />
      </Panel>
      {end !== null && (
        <>
          <Separator className="divider" aria-label={t('beside.resize')} />
          <Panel id="end" minSize="240px">
            <Pane side="end" open={end} isActive={end === open} isAlone={false} />
          </Panel>
        </>
      )}
    </Group>
  )
}

function Pane(props: {
  readonly side: WorkbenchState['side']
  readonly open: OpenSource
  readonly isActive: boolean
  readonly isAlone: boolean
}): ReactNode {
  const { side, open, isActive, isAlone } = props
  const { t, desk } = useShell()
  const name = useProject(({ state }) => state.sources.get(open.sourceId)?.name)
  return (
    <div
      className={`pane-of-source ${isActive && !isAlone ? 'active' : ''}`}
      // Before anything in it is selected or picked: that is to happen in the pane that is worked in.
      onPointerDownCapture={(event) => {
        if (!isButton(event.target)) goToSide(desk, side)
      }}
      onFocusCapture={(event) => {
        if (!isButton(event.target)) goToSide(desk, side)
      }}
      onKeyDownCapture={(event) => {
        if (!isButton(event.target)) goToSide(desk, side)
      }}
    >
      {!isAlone && (
        <header className="pane-of-source-head">
          <h2>{name}</h2>
          {isActive && <span className="muted">{t('beside.active')}</span>}
          <span className="spacer" />
          {!isActive && <IconButton icon="close" label={t('beside.close')} onClick={() => toggleBeside(desk)} />}
        </header>
      )}
      <Transcript key={open.sourceId} open={open} isActive={isActive} />
    </div>
  )
}

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null
}
