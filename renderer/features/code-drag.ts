import type { DragEvent } from 'react'
import { codeSelection } from '#renderer/commands/coding-commands.ts'
import type { Desk } from '#renderer/commands/desk.ts'
import type { CodeId } from '#shared/model/ids.ts'

/** What is dragged when a code is: its id. */
const CODE_DRAG = 'application/x-lectern-code'
/** What is dragged when the selected words are: which ones, the workbench knows. */
const SELECTION_DRAG = 'application/x-lectern-selection'

/** While something is dragged a page may see of what kind it is, but not what it is: so that is kept here. */
let dragged: CodeId | null = null

/** Lets a code be dragged onto the text, from wherever it is shown. Call it in `onDragStart`. */
export function startCodeDrag(event: Pick<DragEvent, 'dataTransfer'>, codeId: CodeId): void {
  dragged = codeId
  event.dataTransfer.setData(CODE_DRAG, codeId)
  event.dataTransfer.effectAllowed = 'copyMove'
}

/** The code that is being dragged, or null. */
export function codeDragged({ dataTransfer }: { readonly dataTransfer: DataTransfer | null }): CodeId | null {
  return dataTransfer?.types.includes(CODE_DRAG) === true ? dragged : null
}

/** Lets the selected words be dragged onto a code. Call it in `onDragStart`. */
export function startSelectionDrag({ dataTransfer }: { readonly dataTransfer: DataTransfer | null }): void {
  if (dataTransfer === null) return
  dataTransfer.setData(SELECTION_DRAG, '')
  dataTransfer.effectAllowed = 'copy'
}

/** Whether selected words are being dragged: a code takes them, a family does not. Call it in `onDragOver`. */
export function takesSelection(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes(SELECTION_DRAG)) return false
  event.preventDefault()
  event.dataTransfer.dropEffect = 'copy'
  return true
}

/** Puts a code on the words that were dropped on it; answers whether it was words. Call it in `onDrop`. */
export function dropSelection(desk: Desk, event: DragEvent, codeId: CodeId): boolean {
  if (!event.dataTransfer.types.includes(SELECTION_DRAG)) return false
  event.preventDefault()
  void codeSelection(desk, codeId)
  return true
}
