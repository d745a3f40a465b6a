import { randomUUID } from 'node:crypto'
import { chmod, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCodeOf } from './system-errors.ts'

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
