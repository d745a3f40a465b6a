import { type DragEvent, useRef, useState } from 'react'
import { type Place, placeCode } from '#renderer/commands/acts/move-code.ts'
import { act } from '#renderer/commands/desk.ts'
import { useShell } from '#renderer/features/shell.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { dropSelection, startCodeDrag, takesSelection } from '../code-drag.ts'
import type { RowDrag } from './CodeRow.tsx'
import { dropPlace } from './drop-place.ts'
import type { ShownRow } from './rows-shown.ts'

/** What is dragged when a family is: no text takes it. */
const FAMILY_DRAG = 'application/x-lectern-family'

/** Drags codes within the tree and out of it, and takes selected words that are dropped on a code. */
export function useCodeDrag(
  codes: readonly Code[],
  isOwnOrder: boolean,
): {
  readonly place: Place | null
  readonly dragOf: (row: ShownRow) => RowDrag
} {
  const { desk } = useShell()
  // What is dragged cannot be read before it is dropped, and only what is of this tree is taken into it.
  const dragged = useRef<CodeId | null>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const end = (): void => {
    dragged.current = null
    setPlace(null)
  }
  const placeUnder = (event: DragEvent, row: ShownRow): Place | null => {
    if (dragged.current === null) return null
    const item = event.currentTarget.querySelector('.code-item') ?? event.currentTarget
    const { top, height } = item.getBoundingClientRect()
    return dropPlace(codes, dragged.current, row, (event.clientY - top) / height, isOwnOrder)
  }
  return {
    place,
    dragOf: (row) => ({
      onDragStart: (event) => {
        dragged.current = row.code.id
        if (row.code.isCodable) startCodeDrag(event, row.code.id)
        else {
          event.dataTransfer.setData(FAMILY_DRAG, row.code.id)
          event.dataTransfer.effectAllowed = 'move'
        }
      },
      onDragOver: (event) => {
        if (row.code.isCodable && takesSelection(event)) return
        const next = placeUnder(event, row)
        if (next !== null) {
          event.preventDefault()
          event.dataTransfer.dropEffect = 'move'
        }
        setPlace((now) => (now?.targetId === next?.targetId && now?.where === next?.where ? now : next))
      },
      onDragLeave: () => setPlace(null),
      onDrop: (event) => {
        if (row.code.isCodable && dropSelection(desk, event, row.code.id)) return
        const target = placeUnder(event, row)
        const codeId = dragged.current
        end()
        if (target === null || codeId === null) return
        event.preventDefault()
        void act(desk, (state) => placeCode(state, { codeId, place: target }))
      },
      onDragEnd: end,
    }),
  }
}
