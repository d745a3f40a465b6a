/** Gives the keyboard to the control in which a field is answered; answers whether there is one. */
function focusAnswer(field: Element): boolean {
  const control =
    field.querySelector<HTMLInputElement>('input:checked:not([tabindex="-1"])') ??
    field.querySelector<HTMLInputElement>('input:not([tabindex="-1"])')
  control?.focus()
  // What stands there is selected, to be typed over.
  if (control?.type === 'text') control.select()
  return control !== null
}

/** Goes on from a field of a form to the next one that can be answered; answers whether there is one. */
export function focusNextAnswer(form: Element, from: number): boolean {
  return [...form.querySelectorAll('[data-field]')].slice(from + 1).some(focusAnswer)
}

/** Gives the keyboard to the first field that still lacks its answer, or else to the first one; answers whether there is one. */
export function focusFirstAnswer(form: Element): boolean {
  return [...form.querySelectorAll('[data-field="missing"]'), ...form.querySelectorAll('[data-field="answered"]')].some(
    focusAnswer,
  )
}
