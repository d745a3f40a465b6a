import type { ReactNode } from 'react'
import type { ColourName, Manner } from '#shared/model/code.ts'

/** How codings by a code look in the text: colour and manner together, so that families differ by more than colour. */
export function CodeSwatch({ colour, manner }: { readonly colour: ColourName; readonly manner: Manner }): ReactNode {
  return <span className={`swatch ${manner}`} data-colour={colour} aria-hidden="true" />
}
