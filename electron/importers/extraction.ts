import type { ImportedFile, ImportFailure } from '#shared/bridge.ts'
import type { LineEnds } from '#shared/model/source.ts'
import type { SourceStructure } from '#shared/model/source-structure.ts'

/** What an importer got out of a file. */
export interface ExtractedText {
  readonly kind: 'text'
  /** The source text: line ends as LF, otherwise as it stands in the file. */
  readonly text: string
  /** WHATWG label of the encoding in which the file holds its text. */
  readonly encoding: string
  readonly certainty: ImportedFile['certainty']
  readonly lineEnds: LineEnds
  /** How many bytes or sequences could not be decoded and stand as U+FFFD in the text. */
  readonly undecodable: number
  readonly structure: SourceStructure
}

export interface FailedExtraction {
  readonly kind: 'failed'
  readonly reason: ImportFailure['reason']
  /** What exactly, in plain English; empty where the reason says it all. */
  readonly detail: string
}

export type Extraction = ExtractedText | FailedExtraction

export interface ExtractionOptions {
  /** The file's name without folder: some formats say by it which of their kinds they are. */
  readonly fileName: string
  /** WHATWG label that somebody chose for this file, or `null`: find it out. Formats that state their encoding ignore it. */
  readonly encoding: string | null
}

/**
 * Makes source text of one file's bytes. Never changes the bytes. What is wrong with a file comes
 * back as a value; an exception is a bug of the importer (and is caught outside, in its process).
 */
export type Importer = (bytes: Uint8Array, options: ExtractionOptions) => Extraction | Promise<Extraction>

export function failed(reason: ImportFailure['reason'], detail = ''): FailedExtraction {
  return { kind: 'failed', reason, detail }
}
