import type { ColourName, Manner } from '#shared/model/code.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { type IntervalIndex, intervalIndex } from '#shared/query/interval-index.ts'
import type { PlacedCoding } from '#shared/query/placed-codings.ts'

/** A coding as the view draws it: where it stands, and how it looks. The same object for as long as neither the coding nor a code is another. */
export interface Mark {
  readonly id: string
  readonly codeId: string
  /** In source order, not overlapping, UTF-16. */
  readonly spans: readonly TextSpan[]
  /** From the first span's start to the last one's end. */
  readonly extent: TextSpan
  readonly colour: ColourName
  readonly manner: Manner
  /** The code's name, shown beside its stripe. */
  readonly name: string
  readonly family: MarkFamily
}

/** The family of a mark's code, for what is drawn by family. The same object for all codes of a family, by the same looks. */
export interface MarkFamily {
  /** From 0, as they stand in the codebook. */
  readonly place: number
  readonly name: string
  readonly colour: ColourName
  readonly manner: Manner
}

/** How codings look, by the codebook. The same object for as long as none of the codes is another. */
export interface MarkLooks {
  /** A coding as it is drawn; `null` where nobody knows its code. */
  readonly drawn: (coding: PlacedCoding) => Mark | null
  readonly familyOf: (coding: PlacedCoding) => MarkFamily | null
}

/**
 * All codings that are shown of one transcript. Where they stand and how they look are kept apart: of 50,000 a few
 * dozen are on the screen, and only those are ever drawn, also after a code has got another colour.
 */
export interface Marks {
  /** Another object whenever one of them is another, stands elsewhere, has come or has gone. Those whose code nobody knows are among them, and are not drawn. */
  readonly index: IntervalIndex<PlacedCoding>
  readonly looks: MarkLooks
  readonly of: (id: string) => Mark | undefined
}

/** No marks at all. */
export const NO_MARKS: Marks = {
  index: intervalIndex<PlacedCoding>([], ({ extent }) => extent),
  looks: { drawn: () => null, familyOf: () => null },
  of: () => undefined,
}

/** Those of some codings that can be drawn, as they look. */
export function drawnOf(codings: readonly PlacedCoding[], { drawn }: MarkLooks): readonly Mark[] {
  return codings.flatMap((coding) => drawn(coding) ?? [])
}
