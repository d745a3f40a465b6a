import { blockPositionOf } from './dom-position.ts'
import type { ViewStage } from './view-stage.ts'

/**
 * Moves the selection through read-only text by keyboard. The text is not editable on purpose: in
 * an editable one an input method would be listening, and a Chinese reader's single-key commands
 * would end up in its composition window. `Selection.modify` works on any text.
 */

type Movement = readonly [direction: 'forward' | 'backward', granularity: string]

const MOVEMENTS: Readonly<Record<string, Movement>> = {
  ArrowLeft: ['backward', 'character'],
  ArrowRight: ['forward', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
}

const WITH_CONTROL: Readonly<Record<string, Movement>> = {
  ArrowLeft: ['backward', 'word'],
  ArrowRight: ['forward', 'word'],
  ArrowUp: ['backward', 'paragraph'],
  ArrowDown: ['forward', 'paragraph'],
  Home: ['backward', 'documentboundary'],
  End: ['forward', 'documentboundary'],
}

/**
 * Carries out a key that moves or extends the selection. Answers whether it was one. `start` is
 * where the cursor begins if there is no selection in the text yet.
 */
export function moveByKey(
  root: HTMLElement,
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  start: () => { readonly node: Node; readonly offset: number } | null,
): boolean {
  if (event.altKey) return false
  const movement = (event.ctrlKey || event.metaKey ? WITH_CONTROL : MOVEMENTS)[event.key]
  const selection = root.ownerDocument.getSelection()
  if (movement === undefined || selection === null) return false
  if (selection.focusNode === null || !root.contains(selection.focusNode)) {
    const point = start()
    if (point === null) return false
    selection.collapse(point.node, point.offset)
    if (!event.shiftKey && movement[1] !== 'documentboundary') return true
  }
  // The browser's own end of the document lies in the rest of the page, and from there it may not move at all.
  const isFar = movement[1] === 'documentboundary'
  if (!isFar) selection.modify(event.shiftKey ? 'extend' : 'move', ...movement)
  if (isFar || !root.contains(selection.focusNode)) {
    // In text that cannot be edited the browser goes on into the rest of the page.
    const edge = edgeOf(root, movement[0])
    if (edge !== null && event.shiftKey) selection.extend(edge.node, edge.offset)
    else if (edge !== null) selection.collapse(edge.node, edge.offset)
  }
  return true
}

/** The first or the last place in the text. */
function edgeOf(root: HTMLElement, direction: Movement[0]): { readonly node: Text; readonly offset: number } | null {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const node = direction === 'backward' ? walker.firstChild() : walker.lastChild()
  return node instanceof Text ? { node, offset: direction === 'backward' ? 0 : node.length } : null
}

/** Draws the cursor where a collapsed selection stands; without editable text the browser draws none. */
export function drawCursor(stage: ViewStage): void {
  const { cursor, page } = stage.elements
  const rect = cursorRect(stage)
  cursor.hidden = rect === null
  if (rect === null) return
  const origin = page.getBoundingClientRect()
  cursor.style.left = `${rect.left - origin.left}px`
  cursor.style.top = `${rect.top - origin.top}px`
  cursor.style.height = `${rect.height}px`
}

/** Where the selection's moving end stands, in the window's coordinates; `null` if it is not in the text. */
export function focusRect(root: HTMLElement): DOMRect | null {
  const selection = root.ownerDocument.getSelection()
  if (selection?.focusNode == null || !root.contains(selection.focusNode)) return null
  const range = root.ownerDocument.createRange()
  range.setStart(selection.focusNode, selection.focusOffset)
  const rects = range.getClientRects()
  const rect = rects[rects.length - 1]
  if (rect !== undefined) return rect
  const element = selection.focusNode instanceof Element ? selection.focusNode : selection.focusNode.parentElement
  return element?.getBoundingClientRect() ?? null
}

/** `null` too where it is not near: to measure what is not laid out the browser would lay it out at every step of a scroll. */
function cursorRect({ elements: { root }, shown, near }: ViewStage): DOMRect | null {
  const selection = root.ownerDocument.getSelection()
  if (selection?.focusNode == null || !selection.isCollapsed || root.ownerDocument.activeElement !== root) return null
  const position = blockPositionOf(root, selection.focusNode, selection.focusOffset)
  return position === null || !near.has(shown.chunkOfBlock(position.block)) ? null : focusRect(root)
}
