import { type ReactNode, useMemo } from 'react'
import { codingsAt } from '#renderer/commands/shown-codings.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useShell, useWorkbench } from '#renderer/features/shell.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { CodingHead } from './CodingHead.tsx'
import { CodingList } from './CodingList.tsx'
import { CodingMemo } from './CodingMemo.tsx'
import { type CodingInHand, useCodingInHand } from './coding-in-hand.ts'
import { EdgeButtons } from './EdgeButtons.tsx'
import { FieldsForm } from './fields/FieldsForm.tsx'
import { LinksSection } from './LinksSection.tsx'
import { PartsSection } from './PartsSection.tsx'
import { PlaceLine } from './PlaceLine.tsx'

/** The coding in hand, a section for each thing that can be said of it. */
export function CodingCard(props: { readonly open: OpenSource; readonly codingId: CodingId }): ReactNode {
  const inHand = useCodingInHand(props.open, props.codingId)
  if (inHand === null) return null
  return (
    <div className="coding-card">
      <CodingHead inHand={inHand} />
      <PlaceLine open={inHand.open} extent={extentOf(inHand.segment)} />
      <EdgeButtons codingId={inHand.coding.id} />
      <PartsSection inHand={inHand} />
      <FieldsForm inHand={inHand} />
      <CodingMemo inHand={inHand} />
      <LinksSection inHand={inHand} />
      <AlsoHere inHand={inHand} />
    </div>
  )
}

/** What else stands at the cursor. */
function AlsoHere({ inHand: { project, open, coding } }: { readonly inHand: CodingInHand }): ReactNode {
  const { t, desk } = useShell()
  const place = useWorkbench(({ selection, cursor }) => selection?.start ?? cursor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an act may add a coding here or take one away
  const here = useMemo(() => codingsAt(desk, place), [project, desk, place])
  const others = here.filter((id) => id !== coding.id)
  if (others.length === 0) return null
  return (
    <>
      <h3 className="pane-subtitle">{t('inspector.alsoHere')}</h3>
      <CodingList open={open} only={others} />
    </>
  )
}
