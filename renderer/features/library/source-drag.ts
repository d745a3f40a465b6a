import type { DragEvent } from 'react'
import type { SourceId } from '#shared/model/ids.ts'

/** What is dragged when sources are: their ids, as JSON. */
const SOURCE_DRAG = 'application/x-lectern-sources'

/** Lets sources be dragged to a group. Call it in `onDragStart`. */
export function startSourceDrag(event: DragEvent, sourceIds: readonly SourceId[]): void {
  event.dataTransfer.setData(SOURCE_DRAG, JSON.stringify(sourceIds))
  event.dataTransfer.effectAllowed = 'move'
}

/** What a line needs so that sources can be dropped on it. */
export function takesSources(drop: (sourceIds: readonly SourceId[]) => void): {
  readonly onDragOver: (event: DragEvent) => void
  readonly onDrop: (event: DragEvent) => void
} {
  return {
    onDragOver(event) {
      if (!event.dataTransfer.types.includes(SOURCE_DRAG)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
    },
    onDrop(event) {
      const dropped = event.dataTransfer.getData(SOURCE_DRAG)
      if (dropped === '') return
      event.preventDefault()
      drop(JSON.parse(dropped) as readonly SourceId[])
    },
  }
}
