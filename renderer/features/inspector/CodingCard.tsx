import type { ReactNode } from 'react'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import type { CodingId } from '#shared/model/ids.ts'
import { extentOf } from '#shared/model/segment.ts'
import { AlsoHere } from './AlsoHere.tsx'
import { CodingHead } from './CodingHead.tsx'
import { CodingMemo } from './CodingMemo.tsx'
import { useCodingInHand } from './coding-in-hand.ts'
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
