import { type ReactNode, useMemo } from 'react'
import { codingsAt } from '#renderer/commands/shown-codings.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import { marksOf } from '#shared/journal/state.ts'
import { placedCodings } from '#shared/query/placed-codings.ts'
import { CodingRow } from './CodingRow.tsx'
import type { CodingInHand } from './coding-in-hand.ts'

/** What else stands at the cursor. */
export function AlsoHere({ inHand: { project, open, coding } }: { readonly inHand: CodingInHand }): ReactNode {
  const { t, desk } = useShell()
  const place = useWorkbench(({ selection, cursor }) => selection?.start ?? cursor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an act may add a coding here or take one away
  const here = useMemo(() => codingsAt(desk, place), [project, desk, place])
  const { of } = placedCodings(marksOf(project, open.sourceId))
  const others = here.flatMap((id) => (id === coding.id ? [] : (of(id) ?? [])))
  if (others.length === 0) return null
  return (
    <>
      <h3 className="pane-subtitle">{t('inspector.alsoHere')}</h3>
      <ul className="coding-list">
        {others.map((placed) => (
          <li key={placed.coding.id}>
            <CodingRow project={project} open={open} placed={placed} />
          </li>
        ))}
      </ul>
    </>
  )
}
