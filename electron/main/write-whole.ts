import { randomUUID } from 'node:crypto'
import { chmod, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCodeOf } from './system-errors.ts'

/** A file that is being written: beside its place, until it is finished. */
export interface WholeFile {
  /** Adds bytes at the end. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Flushes it to the disk and puts it in its place. */
  readonly finish: () => Promise<void>
  /** Leaves nothing of it, unless it was finished. */
  readonly discard: () => Promise<void>
}

/**
 * Begins a file that will be written whole or not at all: beside its place, flushed to the disk, then
 * renamed into it. If anything fails or it is discarded, what stood there before stands there still,
 * nothing is left beside it, and the system's error is thrown. A link is followed; the permissions of
 * a file that is replaced are kept. What is asked for is done in that order.
 */
export async function beginWhole(path: string): Promise<WholeFile> {
  const target = await realpath(path).catch(() => path)
  const mode = await modeToKeep(target)
  const beside = join(dirname(target), `.${randomUUID()}.part`)
  const file = await open(beside, 'wx')
  let isOver = false
  let last: Promise<unknown> = Promise.resolve()
  const discard = async (): Promise<void> => {
    if (isOver) return
    isOver = true
    await file.close().catch(() => undefined)
    await rm(beside, { force: true })
  }
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    const done = last.then(step)
    last = done.catch(() => undefined)
    return done
  }
  const orNothing = (step: () => Promise<void>): Promise<void> =>
    inTurn(async () => {
      if (isOver) throw new Error(`The file is closed: ${target}`)
      await step().catch(async (error: unknown) => {
        await discard()
        throw error
      })
    })
  return {
    write: (bytes) => orNothing(() => file.writeFile(bytes)),
    finish: () =>
      orNothing(async () => {
        await file.sync()
        await file.close()
        if (mode !== null) await chmod(beside, mode)
        await rename(beside, target)
        isOver = true
        await syncFolder(dirname(target))
      }),
    discard: () => inTurn(discard),
  }
}

/** Writes a file whole or not at all; see `beginWhole`. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await beginWhole(path)
  await file.write(bytes)
  await file.finish()
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
