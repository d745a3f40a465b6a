import { createHash } from 'node:crypto'
import type { ImportFailure, ImportOutcome } from '#shared/bridge.ts'
import { decodeWith } from './decode.ts'
import { PLAIN_TEXT_IMPORTER, readPlainText } from './plain-text.ts'
import { nameBinaryFormat } from './signatures.ts'

/** Beyond this a file is no transcript, and its text would not fit into one string. */
const MOST_BYTES = 256 * 1024 * 1024

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  htm: 'text/html',
  html: 'text/html',
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  csv: 'text/csv',
}

/**
 * Makes a source text out of a file's bytes. Which importer does it is told by the content first
 * and by the name only then, since names lie. `fileName` may come with its folder, which is dropped.
 * `encoding` overrides the detection; throws a RangeError if there is no such encoding.
 */
export function importBytes(fileName: string, bytes: Uint8Array, encoding?: string): ImportOutcome {
  const name = fileName.split(/[\\/]/u).at(-1) ?? fileName
  const failed = (reason: ImportFailure['reason'], detail = ''): ImportOutcome => {
    return { kind: 'failed', failure: { fileName: name, reason, detail } }
  }
  if (bytes.length === 0) return failed('empty')
  if (bytes.length > MOST_BYTES) return failed('too-large')
  const format = nameBinaryFormat(bytes)
  if (format !== null) return failed('not-text', format)

  const decoded = encoding === undefined ? undefined : decodeWith(bytes, encoding)
  if (decoded === null) throw new RangeError(`no encoding is called ${encoding}`)
  const result = readPlainText(bytes, decoded)
  if (result.kind === 'empty') return failed('empty')
  if (result.kind === 'not-text') return failed('not-text', result.detail)
  return {
    kind: 'imported',
    file: {
      fileName: name,
      mediaType: MEDIA_TYPES[/\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'text/plain',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encoding: result.encoding,
      lineEnds: result.lineEnds,
      importer: PLAIN_TEXT_IMPORTER,
      text: result.text,
      undecodable: result.undecodable,
      original: bytes,
    },
  }
}
