import type { ReactNode } from 'react'
import { useProject, useWorkbench } from '#renderer/features/shell.ts'
import { LibraryView } from './LibraryView.tsx'
import { Welcome } from './Welcome.tsx'

/** What stands where a transcript will: the library, or where there is nothing in it what to do first. */
export function NothingOpen(): ReactNode {
  const busy = useWorkbench((state) => state.busy)
  const isEmpty = useProject(({ state }) => state.sources.size === 0) ?? true
  const name = useProject(({ state }) => state.project.name)
  const isInFront = useWorkbench((state) => state.dialog?.kind === 'library')
  // Nothing to choose while what was open is being opened again.
  if (isEmpty || busy === 'busy.opening') return <Welcome />
  return (
    <div className="library-page">
      <h1>{name}</h1>
      {!isInFront && <LibraryView />}
    </div>
  )
}
