import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listFolder } from './list-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-list-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function put(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), 'x')
  }
}

const isWindows = process.platform === 'win32'

it('lists what can be read, folder by folder, in the order of names', async () => {
  await put('b/10.txt', 'b/2.txt', 'a/c/deep.docx', 'z.srt', 'Y.TXT', 'picture.jpg', 'b/notes', '.hidden.txt')
  await put('.git/a.txt', '~$a.docx', 'folder.txt/inside.md')
  const list = await listFolder(folder)
  expect(list.files.map((file) => [relative(folder, file.path).replaceAll('\\', '/'), file.folder])).toEqual([
    ['Y.TXT', ''],
    ['z.srt', ''],
    ['a/c/deep.docx', 'a/c'],
    ['b/2.txt', 'b'],
    ['b/10.txt', 'b'],
    ['folder.txt/inside.md', 'folder.txt'],
  ])
  expect([list.passedOver, list.isCut, list.failures]).toEqual([2, false, []])
})

it.skipIf(isWindows)('goes neither in circles nor out of the folder, and takes no pipe for a file', async () => {
  await put('in/a.txt')
  await symlink(folder, join(folder, 'in', 'circle'))
  await symlink(tmpdir(), join(folder, 'out'))
  await symlink(join(folder, 'in', 'a.txt'), join(folder, 'link.txt'))
  await symlink(join(folder, 'none.txt'), join(folder, 'broken.txt'))
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  const list = await listFolder(folder)
  expect(list.files.map((file) => relative(folder, file.path))).toEqual(['link.txt', 'in/a.txt'])
  expect(list.passedOver).toBe(4)
})

it('ends at a number of entries', async () => {
  await put(...Array.from({ length: 30 }, (_, index) => `${index % 3}/${index}.txt`))
  const list = await listFolder(folder, 20)
  expect(list.isCut).toBe(true)
  expect(list.files.length).toBeLessThanOrEqual(20)
  expect((await listFolder(folder, 33)).isCut).toBe(false)
})

it('does not run out of stack in a deep folder', async () => {
  const deep = Array.from({ length: 300 }, () => 'd').join('/')
  await put(`${deep}/a.txt`)
  expect((await listFolder(folder)).files).toHaveLength(1)
})

it.skipIf(isWindows || process.getuid?.() === 0)('names the folders that cannot be opened', async () => {
  await put('shut/a.txt', 'b.txt')
  await chmod(join(folder, 'shut'), 0)
  const list = await listFolder(folder)
  expect(list.files).toHaveLength(1)
  expect(list.failures).toMatchObject([{ fileName: 'shut', reason: 'not-readable' }])
  await chmod(join(folder, 'shut'), 0o700)
})

it('says so when the folder itself is not there', async () => {
  expect((await listFolder(join(folder, 'none'))).failures).toMatchObject([{ fileName: '', reason: 'not-readable' }])
})
