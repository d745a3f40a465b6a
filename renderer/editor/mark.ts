import type { ColourName, Manner } from '#shared/model/code.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { type IntervalIndex, intervalIndex } from '#shared/query/interval-index.ts'

/** A coding as the view draws it: where it stands, and how it looks. The same object for as long as nothing of it changes. */
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

/** The family of a mark's code, for what is drawn by family. The same object for all codes of a family. */
export interface MarkFamily {
  /** From 0, as they stand in the codebook. */
  readonly place: number
  readonly name: string
  readonly colour: ColourName
  readonly manner: Manner
}

/** All marks of one transcript. Another object whenever one of them is another. */
export interface Marks {
  readonly index: IntervalIndex<Mark>
  readonly of: (id: string) => Mark | undefined
}

/** No marks at all. */
export const NO_MARKS: Marks = { index: intervalIndex<Mark>([], ({ extent }) => extent), of: () => undefined }
