import { isMemoField } from '#renderer/memo-editor/mount-memo-editor.ts'

/** Whether the keyboard is in a field of text, plain or rich, in which what is typed is written. */
export function isInTextField(): boolean {
  const { activeElement } = document
  return (
    activeElement instanceof HTMLTextAreaElement ||
    isMemoField(activeElement) ||
    (activeElement instanceof HTMLInputElement && ['text', 'search'].includes(activeElement.type))
  )
}
