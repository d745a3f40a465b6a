import { dictionaryOf, isCount, isIsoDateTime, isText, oneOf, orAbsent, recordGuard } from './guard.ts'
import { type IsoDateTime, isId, type SourceId } from './ids.ts'

/** How the lines of the original file ended, before the importer made them LF. */
export type LineEnds = 'lf' | 'crlf' | 'cr' | 'mixed' | 'none'

/** One imported document: everything that is known of it but its text, which is kept beside it and never changes. */
export interface Source {
  readonly id: SourceId
  /** What the interface and exports call it; the user may change it. */
  readonly name: string
  /** The name of the file as it came, without its folder. */
  readonly fileName: string
  readonly mediaType: string
  /** SHA-256 of the original bytes, 64 lower-case hex digits: the same file is known again by it. */
  readonly sha256: string
  /** Size of the original file. */
  readonly bytes: number
  /** The encoding the bytes were decoded with, by its WHATWG label (`utf-8`, `gb18030`, …). */
  readonly encoding: string
  readonly lineEnds: LineEnds
  /** Which importer made the source text, for instance `plain-text/1`. */
  readonly importer: string
  /** Length of the source text in UTF-16 units. */
  readonly length: number
  readonly importedAt: IsoDateTime
  /** Source variables (date, place, outlet, …), exported as `source.<name>`. */
  readonly variables: Readonly<Record<string, string>>
  /** The group that it is listed under; absent where it is in none. */
  readonly group?: string
  /** When it was put out of the way. It is part of the data all the same: counted, found, exported. Absent while it is not. */
  readonly archivedAt?: IsoDateTime
  /** When it was put in the bin, where nothing counts, finds or exports it. Absent while it is not. */
  readonly binnedAt?: IsoDateTime
}

export const isSource = recordGuard<Source>({
  id: isId,
  name: isText,
  fileName: isText,
  mediaType: isText,
  sha256: (value) => isText(value) && /^[0-9a-f]{64}$/.test(value),
  bytes: isCount,
  encoding: isText,
  lineEnds: oneOf<LineEnds>('lf', 'crlf', 'cr', 'mixed', 'none'),
  importer: isText,
  length: isCount,
  importedAt: isIsoDateTime,
  variables: dictionaryOf(isText),
  group: orAbsent(isText),
  archivedAt: orAbsent(isIsoDateTime),
  binnedAt: orAbsent(isIsoDateTime),
})
