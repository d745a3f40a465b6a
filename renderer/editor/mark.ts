import type { ColourName, Manner } from '#shared/model/code.ts'
import type { TextSpan } from '#shared/model/text-span.ts'

/** A coding as the view draws it: where it stands, and how it looks. */
export interface Mark {
  readonly id: string
  /** In source order, not overlapping, UTF-16. */
  readonly spans: readonly TextSpan[]
  /** From the first span's start to the last one's end. */
  readonly extent: TextSpan
  readonly colour: ColourName
  readonly manner: Manner
  /** The code's name, shown beside its stripe. */
  readonly name: string
}
