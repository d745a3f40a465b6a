import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { labelOf } from '#electron/importers/encodings/labels.ts'
import { readBytes } from '#electron/importers/import-bytes.ts'
import type { ImportFailure } from '#shared/bridge.ts'
import { printInspectReport } from '#shared/transcript/inspect-report.ts'
import { readLazily } from '#shared/transcript/read-lazily.ts'
import type { CommandResult } from './command-result.ts'

export const INSPECT_USAGE = 'inspect FILE [--encoding ENCODING]'

/** Reads a file as the program would and prints what it sees in it, as JSON. */
export async function inspect(args: readonly string[]): Promise<CommandResult> {
  const parsed = parse(args)
  if (parsed === null) return { kind: 'bad-usage' }
  const { path, encoding } = parsed
  let bytes: Uint8Array
  try {
    // Whoever opens a pipe waits for somebody to write, which may be never.
    const named = await stat(path)
    if (!named.isFile() && !named.isDirectory())
      return { kind: 'bad-input', message: `${path}: is no file with a text` }
    const file = await readFile(path)
    // Some libraries do not take a Buffer for the bytes that it is.
    bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  } catch (error) {
    return { kind: 'bad-input', message: `${path}: ${whyUnreadable(error)}` }
  }

  if (encoding !== undefined && labelOf(encoding) === undefined) {
    return { kind: 'bad-input', message: `unknown encoding: ${encoding}` }
  }
  const outcome = await readBytes(basename(path), bytes, encoding)
  if (outcome.kind === 'failed') return { kind: 'bad-input', message: `${path}: ${whyFailed(outcome.failure)}` }
  const { text, structure, ...facts } = outcome.file
  const { fileName, mediaType, encoding: found, lineEnds, undecodable } = facts
  const reading = readLazily(text, structure)
  const sha256 = await outcome.sha256
  const file = { fileName, mediaType, sha256, bytes: bytes.length, encoding: found, lineEnds, undecodable }
  return { kind: 'done', output: printInspectReport(file, text, reading) }
}

function parse(args: readonly string[]): { readonly path: string; readonly encoding: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { encoding: { type: 'string' } },
      allowPositionals: true,
    })
    const [path] = positionals
    // `-` would be standard input, which is not read: a source has a file's name.
    const isFile = path !== undefined && path !== '' && path !== '-' && positionals.length === 1
    if (!isFile || values.encoding === '') return null
    return { path, encoding: values.encoding }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file'
  if (code === 'EISDIR') return 'is a folder, not a file'
  if (code === 'ELOOP') return 'is a link that leads back to itself'
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read'
  return error instanceof Error ? error.message : String(error)
}

const FAILURES: Readonly<Record<ImportFailure['reason'], string>> = {
  'not-found': 'there is no such file',
  'not-readable': 'may not be read',
  'is-folder': 'is a folder, not a file',
  empty: 'is empty',
  'too-large': 'is too large',
  'too-long': 'holds more text than can be read',
  'not-text': 'holds no text that can be read',
  'no-text-layer': 'holds pictures of pages and no text; run text recognition (OCR) on it first',
  encrypted: 'is protected by a password',
  damaged: 'is damaged or incomplete',
  'changed-while-read': 'was changed while it was read',
  'took-too-long': 'took too long to read',
  'out-of-memory': 'takes too much memory',
  'importer-failed': 'could not be read',
  cancelled: 'was not read',
}

function whyFailed({ reason, detail }: ImportFailure): string {
  return detail === '' ? FAILURES[reason] : `${FAILURES[reason]}: ${detail}`
}
