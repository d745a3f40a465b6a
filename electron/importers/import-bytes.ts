import { webcrypto } from 'node:crypto'
import type { ImportedFile, ImportFailure, ImportOutcome } from '#shared/bridge.ts'
import { formatOf } from './formats.ts'

/** Beyond this a file is no transcript, and its text would not fit into one string. */
const MOST_BYTES = 256 * 1024 * 1024

/** As much text as any transcript could hold. What claims more is made to fill the memory. */
const MOST_TEXT = 256 * 1024 * 1024

type FailedImport = Extract<ImportOutcome, { kind: 'failed' }>

/** A file that was read; what its SHA-256 is may still be worked out on another thread. */
export interface ReadFile {
  readonly kind: 'read'
  readonly file: Omit<ImportedFile, 'sha256'>
  /** Lower-case hex, of the bytes as they came. */
  readonly sha256: Promise<string>
}

/** Makes a source text out of a file's bytes, as `readBytes`, with their SHA-256. */
export async function importBytes(fileName: string, bytes: Uint8Array, encoding?: string): Promise<ImportOutcome> {
  const outcome = await readBytes(fileName, bytes, encoding)
  if (outcome.kind === 'failed') return outcome
  return { kind: 'imported', file: { ...outcome.file, sha256: await outcome.sha256 } }
}

/**
 * Makes a source text out of a file's bytes. Which importer does it is told by the content first
 * and by the name only then, since names lie. `fileName` may come with its folder, which is dropped.
 * `encoding` overrides the detection where the format does not state its own; rejects with a
 * RangeError if there is no such encoding.
 */
export async function readBytes(
  fileName: string,
  bytes: Uint8Array,
  encoding?: string,
): Promise<ReadFile | FailedImport> {
  const name = fileName.split(/[\\/]/u).at(-1) ?? fileName
  const fail = (reason: ImportFailure['reason'], detail = ''): FailedImport => {
    return { kind: 'failed', failure: { fileName: name, reason, detail } }
  }
  if (bytes.length === 0) return fail('empty')
  if (bytes.length > MOST_BYTES) return fail('too-large')

  const format = formatOf(bytes, name, encoding ?? null)
  if (format.kind === 'unknown') return fail('not-text', format.name)
  // On another thread, while this one reads.
  const sha256 = webcrypto.subtle.digest('SHA-256', bytes).then((digest) => Buffer.from(digest).toString('hex'))
  const extraction = await format.read(bytes, { fileName: name, encoding: encoding ?? null })
  if (extraction.kind === 'failed') return fail(extraction.reason, extraction.detail)
  if (!/\S/u.test(extraction.text)) return fail('empty')
  if (extraction.text.length > MOST_TEXT) return fail('too-large')
  return {
    kind: 'read',
    sha256,
    file: {
      fileName: name,
      mediaType: format.mediaType,
      encoding: extraction.encoding,
      certainty: extraction.certainty,
      lineEnds: extraction.lineEnds,
      importer: format.importer,
      text: extraction.text,
      structure: extraction.structure,
      undecodable: extraction.undecodable,
      original: bytes,
    },
  }
}
