import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from './root.ts'

const PAUSE = 200
/** Longer than any process needs between making the lock and having its number in it. Milliseconds. */
const WRITING = 5000

/**
 * Runs `work` while no other process of this machine runs it under the same lock file, which holds
 * the number of the process at work. The lock of a process that is gone, or that is older than
 * `staleAfter` (milliseconds; longer than the work can take), is taken over, so the wait is bounded.
 */
export async function withLock<T>(file: string, staleAfter: number, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true })
  let hasSaid = false
  while (!(await take(file))) {
    if (await isStale(file, staleAfter)) {
      await rm(file, { force: true })
      continue
    }
    if (!hasSaid) say('Waiting for the same work in another process …')
    hasSaid = true
    await wait(PAUSE)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function isStale(file: string, staleAfter: number): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  if (found === null) return false
  const age = Date.now() - found.mtimeMs
  const owner = Number(await readFile(file, 'utf8').catch(() => ''))
  if (owner === 0) return age > WRITING
  return age > staleAfter || !isAlive(owner)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of another user may not be asked, and is alive.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
