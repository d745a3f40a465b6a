import { isInTextField } from './text-field.ts'

/**
 * Keeps the characters that are typed from now on, and types them, when the answer is called, into the field that has
 * the keyboard then. Where that is no field of text they are dropped: they were meant for one. Whoever has gone on to
 * another field meanwhile types there; input methods and keys that are no character go where they always go.
 */
export function holdTyping(): () => void {
  let typed = ''
  const take = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event
    if (isComposing || ctrlKey || metaKey || altKey || [...key].length !== 1 || isInTextField()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    typed += key
  }
  window.addEventListener('keydown', take, { capture: true })
  return () => {
    window.removeEventListener('keydown', take, { capture: true })
    if (typed !== '' && isInTextField()) document.execCommand('insertText', false, typed)
  }
}
