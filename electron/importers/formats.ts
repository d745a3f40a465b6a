import type { Importer } from './extraction.ts'
import { readPlainText } from './plain-text.ts'
import { nameBinaryFormat } from './signatures.ts'

/** A format that can be read, and with what. */
export interface ReadableFormat {
  readonly kind: 'readable'
  readonly mediaType: string
  /** The importer's name and version, kept with each source it made: raised when it reads a file differently. */
  readonly importer: string
  readonly read: Importer
}

/** A format that is not read; `name` is how a person calls it. */
export interface UnknownFormat {
  readonly kind: 'unknown'
  readonly name: string
}

/** Tells a file's format by its first bytes, and by its name's ending only where those say nothing. */
export function formatOf(bytes: Uint8Array, fileName: string): ReadableFormat | UnknownFormat {
  const binary = nameBinaryFormat(bytes)
  if (binary !== null) return { kind: 'unknown', name: binary }
  const ending = /\.([^.]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const mediaType = ending === 'md' || ending === 'markdown' ? 'text/markdown' : 'text/plain'
  return { kind: 'readable', mediaType, importer: 'plain-text/1', read: readPlainText }
}
