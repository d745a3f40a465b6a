/** Tells whether an event is one of a button or a field inside a row, which have clicks and keys of their own. */
export function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, input') !== null
}
