import { randomUUID } from 'node:crypto'
import { chmod, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ImportFailure } from '#shared/bridge.ts'
import { errorCodeOf, errorTextOf } from './system-errors.ts'

/** The largest file that is read: far above any transcript, far below what would fill the memory. */
export const LARGEST_SOURCE = 200 * 1024 * 1024

export type SourceBytes =
  | { readonly kind: 'read'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly failure: ImportFailure }

/** Reads a file that is to become a source. What can go wrong with a file comes back as a value. */
export async function readSource(path: string, limit = LARGEST_SOURCE): Promise<SourceBytes> {
  const fileName = basename(path)
  const failed = (reason: ImportFailure['reason'], detail: string): SourceBytes => ({
    kind: 'failed',
    failure: { fileName, reason, detail },
  })
  try {
    // Asked before it is opened: opening a pipe waits for someone to write into it.
    const found = await stat(path)
    if (found.isDirectory()) return failed('is-folder', '')
    if (!found.isFile()) return failed('not-readable', '')
    if (found.size > limit) return failed('too-large', '')
    const bytes = await readUpTo(path, limit)
    return bytes === null ? failed('too-large', '') : { kind: 'read', fileName, bytes }
  } catch (error) {
    const code = errorCodeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return failed('not-found', errorTextOf(error))
    return failed(code === 'EISDIR' ? 'is-folder' : 'not-readable', errorTextOf(error))
  }
}

/** The whole file, or null if it holds more than `limit` bytes by now (it may grow while it is read). */
async function readUpTo(path: string, limit: number): Promise<Uint8Array | null> {
  const file = await open(path, 'r')
  try {
    const bytes = await file.readFile()
    return bytes.byteLength > limit ? null : bytes
  } finally {
    await file.close()
  }
}

/**
 * Writes a file whole or not at all: beside its place, flushed to the disk, then renamed into it. If
 * anything fails, what stood there before stands there still, nothing is left beside it, and the
 * system's error is thrown. A link is followed; the permissions of a file that is replaced are kept.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const mode = await modeToKeep(target)
  const beside = join(dirname(target), `.${randomUUID()}.part`)
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    if (mode !== null) await chmod(beside, mode)
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await syncFolder(dirname(target))
}

/**
 * The permissions of the file that is about to be replaced, or null if there is none. Renaming asks
 * only for the right to write in the folder, so a file that is set read-only is refused here.
 */
async function modeToKeep(path: string): Promise<number | null> {
  let mode: number
  try {
    const found = await stat(path)
    // A device would be replaced by a file of its name.
    if (!found.isFile()) throw Object.assign(new Error(`Not a file: ${path}`), { code: 'EISDIR' })
    mode = found.mode
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null
    throw error
  }
  if ((mode & 0o222) === 0) throw Object.assign(new Error(`The file is read-only: ${path}`), { code: 'EACCES' })
  return mode & 0o777
}

/** Makes the rename itself last through a power cut. Windows has no such thing, and some drives refuse it. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    await folder.sync().finally(() => folder.close())
  } catch {
    // The file is whole and in its place; only its name may be older after a crash of the system.
  }
}
