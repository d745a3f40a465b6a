import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginWhole, writeWhole } from './write-whole.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-write-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const isWindows = process.platform === 'win32'

describe('writeWhole', () => {
  it('writes a new file and replaces an old one, leaving nothing beside it', async () => {
    const path = join(folder, 'a.csv')
    await writeWhole(path, bytes('one'))
    await writeWhole(path, bytes('two'))
    expect(await readFile(path, 'utf8')).toBe('two')
    expect(await readdir(folder)).toEqual(['a.csv'])
  })

  it('leaves the old file and no trace when the file is read-only', async () => {
    const path = join(folder, 'a.csv')
    await writeFile(path, 'old')
    await chmod(path, 0o444)
    await expect(writeWhole(path, bytes('new'))).rejects.toMatchObject({ code: 'EACCES' })
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.csv'])
  })

  it('leaves no trace when the last step, the renaming, fails', async () => {
    const path = join(folder, 'taken')
    await mkdir(path)
    await writeFile(join(path, 'inside'), 'old')
    await expect(writeWhole(path, bytes('new'))).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['taken'])
    expect(await readFile(join(path, 'inside'), 'utf8')).toBe('old')
  })

  it('says when the folder is missing', async () => {
    await expect(writeWhole(join(folder, 'none', 'a.csv'), bytes('x'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it.skipIf(isWindows)('follows a link and keeps the permissions', async () => {
    const path = join(folder, 'a.csv')
    await writeFile(path, 'old')
    await chmod(path, 0o640)
    await symlink(path, join(folder, 'link.csv'))
    await writeWhole(join(folder, 'link.csv'), bytes('new'))
    expect(await readFile(path, 'utf8')).toBe('new')
    expect((await stat(path)).mode & 0o777).toBe(0o640)
    expect((await readdir(folder)).sort()).toEqual(['a.csv', 'link.csv'])
  })
})

describe('beginWhole', () => {
  it('joins what is written, and shows nothing of it before it is finished', async () => {
    const path = join(folder, 'a.csv')
    await writeFile(path, 'old')
    const file = await beginWhole(path)
    await Promise.all([file.write(bytes('one,')), file.write(bytes('two,')), file.write(bytes('three'))])
    expect(await readFile(path, 'utf8')).toBe('old')
    await file.finish()
    expect(await readFile(path, 'utf8')).toBe('one,two,three')
    await file.discard()
    expect(await readdir(folder)).toEqual(['a.csv'])
  })

  it('leaves what was there and nothing beside it when it is discarded, whatever is still being written', async () => {
    const path = join(folder, 'a.csv')
    await writeFile(path, 'old')
    const file = await beginWhole(path)
    const writing = file.write(bytes('x'.repeat(1_000_000)))
    await file.discard()
    await writing
    await expect(file.write(bytes('more'))).rejects.toThrow()
    await expect(file.finish()).rejects.toThrow()
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.csv'])
  })
})
