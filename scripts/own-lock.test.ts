import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withLock } from './own-lock.ts'
import { run } from './run-process.ts'

describe('withLock', () => {
  let folder: string
  let lock: string
  beforeEach(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    folder = await mkdtemp(join(tmpdir(), 'lectern-lock-'))
    lock = join(folder, 'deep/lock')
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await rm(folder, { recursive: true, force: true })
  })

  const done = (): Promise<string> => withLock(lock, 60_000, async () => 'done')

  it('lets one in at a time', async () => {
    let inside = 0
    let most = 0
    const work = async (): Promise<void> => {
      inside += 1
      most = Math.max(most, inside)
      await wait(20)
      inside -= 1
    }
    await Promise.all([1, 2, 3].map(() => withLock(lock, 60_000, work)))
    expect(most).toBe(1)
  })

  it('opens again after a failure', async () => {
    await expect(withLock(lock, 60_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await done()).toBe('done')
  })

  it('takes over from a process that is gone', async () => {
    await done()
    const gone = await run(process.execPath, ['-p', 'process.pid'], { timeLimit: 20_000, capture: true })
    await writeFile(lock, gone.output.trim())
    expect(await done()).toBe('done')
  })

  it('takes over a lock that is too old, or that never got its number', async () => {
    await done()
    for (const owner of [String(process.pid), '']) {
      await writeFile(lock, owner)
      await utimes(lock, 0, 0)
      expect(await done()).toBe('done')
    }
  })
})
