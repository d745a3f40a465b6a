import type { ReactNode } from 'react'

/** What may stand about a field besides its label. */
export interface FieldNotes {
  /** How to answer. */
  readonly help?: string | undefined
  /** Why what was written cannot be taken. */
  readonly problem?: string | null
  /** Said beside the label while an answer that is asked for is not there. */
  readonly missing?: string | null
}

/** The ids by which a control names its notes, to be given to `aria-describedby`. */
export function describedBy(id: string, { help, problem, missing }: FieldNotes): string | undefined {
  const ids = [missing && `${id}-missing`, problem && `${id}-problem`, help && `${id}-help`].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}

/** The text beside the label of a field whose answer is missing. */
export function MissingNote({ id, missing }: { readonly id: string; readonly missing?: string | null }): ReactNode {
  if (!missing) return null
  return (
    <span id={`${id}-missing`} className="field-missing">
      {missing}
    </span>
  )
}

/** What stands below a control: why its text was not taken, and how to answer. */
export function FieldFoot({ id, help, problem }: FieldNotes & { readonly id: string }): ReactNode {
  return (
    <>
      {problem && (
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
    </>
  )
}
