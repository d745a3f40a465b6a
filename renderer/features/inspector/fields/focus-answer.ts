/** Gives the keyboard to the control in which a field is answered; text in it is selected, to be typed over. */
export function focusAnswer(field: Element): void {
  const control =
    field.querySelector<HTMLInputElement>('input:checked:not([tabindex="-1"])') ??
    field.querySelector<HTMLInputElement>('input:not([tabindex="-1"])')
  control?.focus()
  if (control?.type === 'text') control.select()
}

/** Gives the keyboard to the first field that still lacks its answer, or else to the first one; answers whether there is one. */
export function focusFirstAnswer(form: Element): boolean {
  const field = form.querySelector('[data-field="missing"]') ?? form.querySelector('[data-field]')
  if (field !== null) focusAnswer(field)
  return field !== null
}
