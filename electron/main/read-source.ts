import { type BigIntStats, constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportFailure } from '#shared/bridge.ts'
import { LARGEST_SOURCE } from '#shared/importable-files.ts'
import { errorCodeOf, errorTextOf } from './system-errors.ts'

export type SourceBytes =
  | { readonly kind: 'read'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly failure: ImportFailure }

/** How much is read between two looks at whether to go on. */
const READ_AT_ONCE = 8 * 1024 * 1024

/** Without it, opening a pipe waits for someone to write into it. Windows has no such pipes. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * Reads a file that is to become a source: as it was at one moment, or not at all. What can go wrong
 * with a file comes back as a value.
 */
export async function readSource(path: string, signal: AbortSignal, limit = LARGEST_SOURCE): Promise<SourceBytes> {
  const fileName = basename(path)
  const failed = (reason: ImportFailure['reason'], detail = ''): SourceBytes => ({
    kind: 'failed',
    failure: { fileName, reason, detail },
  })
  try {
    // Asked before it is opened: opening some devices does something.
    const named = await stat(path, { bigint: true })
    if (named.isDirectory()) return failed('is-folder')
    if (!named.isFile()) return failed('not-readable')
    if (named.size > limit) return failed('too-large')
    const file = await open(path, OPEN_FLAGS)
    try {
      const before = await file.stat({ bigint: true })
      if (!isSameContent(named, before)) return failed('changed-while-read')
      const bytes = await readWhole(file, Number(before.size), signal)
      if (signal.aborted) return failed('cancelled')
      // The path is asked too: a program that saves by renaming leaves the open file as it was.
      const [after, now] = await Promise.all([file.stat({ bigint: true }), stat(path, { bigint: true })])
      const isWhole = bytes !== null && isSameFile(before, after) && isSameFile(named, now)
      return isWhole ? { kind: 'read', fileName, bytes } : failed('changed-while-read')
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = errorCodeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return failed('not-found', errorTextOf(error))
    return failed(code === 'EISDIR' ? 'is-folder' : 'not-readable', errorTextOf(error))
  }
}

function isSameContent(a: BigIntStats, b: BigIntStats): boolean {
  return a.size === b.size && a.mtimeNs === b.mtimeNs
}

/** To be asked of two answers of the same call: Windows numbers a file by its path in another way than an open one. */
function isSameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.ino === b.ino && a.dev === b.dev && isSameContent(a, b)
}

/** As many bytes as the file is said to hold, in one piece of memory; null if it ends before. */
async function readWhole(file: FileHandle, size: number, signal: AbortSignal): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(size)
  let filled = 0
  while (filled < size && !signal.aborted) {
    const { bytesRead } = await file.read(bytes, filled, Math.min(READ_AT_ONCE, size - filled), filled)
    if (bytesRead === 0) return null
    filled += bytesRead
  }
  return bytes
}
