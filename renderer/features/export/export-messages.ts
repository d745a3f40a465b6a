import type { FilePart } from '#renderer/commands/export-codings.ts'
import type { CsvChoice, CsvOptions } from '#shared/formats/export-request.ts'
import type { ProjectId } from '#shared/model/ids.ts'

/** What the page asks of the thread that makes exports. */
export type ExportAsk =
  /** Comes first: reads the project as it is stored now. */
  | { readonly kind: 'open'; readonly projectId: ProjectId; readonly recogniser: string }
  | { readonly kind: 'preview'; readonly choice: CsvChoice }
  | { readonly kind: 'make'; readonly options: CsvOptions }
  /** The last part was taken. */
  | { readonly kind: 'taken' }

/** The table as the dialog shows it. */
export interface ExportPreview {
  readonly header: readonly string[]
  /** The first of them. */
  readonly rows: readonly (readonly string[])[]
  readonly total: number
  /** How many passages are no longer what was marked. */
  readonly mismatches: number
}

/** What the thread answers. */
export type ExportAnswer =
  | { readonly kind: 'preview'; readonly preview: ExportPreview }
  | ({ readonly kind: 'part' } & FilePart)
  | { readonly kind: 'made' }
  | { readonly kind: 'failed'; readonly detail: string }
