import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourcesKey } from './build.ts'

describe('sourcesKey', () => {
  let root: string
  const write = (name: string, text: string): Promise<void> => writeFile(join(root, name), text)

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'lectern-sources-'))
    for (const folder of ['electron/main', 'renderer', 'shared']) await mkdir(join(root, folder), { recursive: true })
    await write('electron/main/index.ts', 'one')
    await write('shared/a.ts', 'two')
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  it('changes with what is in the sources, and with which there are', async () => {
    const first = await sourcesKey(root)
    await write('electron/main/index.ts', 'other')
    const second = await sourcesKey(root)
    await rm(join(root, 'shared/a.ts'))
    const third = await sourcesKey(root)
    expect(new Set([first, second, third]).size).toBe(3)
    await write('electron/main/index.ts', 'one')
    await write('shared/a.ts', 'two')
    expect(await sourcesKey(root)).toBe(first)
  })

  it('does not look at times, nor at tests', async () => {
    const first = await sourcesKey(root)
    await utimes(join(root, 'shared/a.ts'), 0, 0)
    await write('shared/a.test.ts', 'a test')
    expect(await sourcesKey(root)).toBe(first)
  })
})
