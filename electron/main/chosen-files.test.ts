import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chosenFilesStore } from './chosen-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-chosen-'))
  await writeFile(join(folder, 'a.txt'), 'four')
  await mkdir(join(folder, 'in'))
  await writeFile(join(folder, 'in', 'b.md'), '')
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

it('hands out each path once, for its token alone', async () => {
  const store = chosenFilesStore()
  const path = join(folder, 'a.txt')
  const { files, folderName } = await store.addFiles([path, join(folder, 'none.txt')])
  expect(folderName).toBeNull()
  expect(files).toMatchObject([
    { fileName: 'a.txt', folder: '', bytes: 4 },
    { fileName: 'none.txt', folder: '', bytes: 0 },
  ])
  const [first, second] = files.map((file) => file.token)
  expect(JSON.stringify(files)).not.toContain(basename(folder))
  expect(store.take(path)).toBeNull()
  expect(store.take(first ?? '')).toBe(path)
  expect(store.take(first ?? '')).toBeNull()
  store.forget([second ?? ''])
  expect(store.take(second ?? '')).toBeNull()
})

it('tells in which folder a file lies, without telling where the folder is', async () => {
  const store = chosenFilesStore()
  const chosen = await store.addFolder(folder)
  expect(chosen.folderName).toBe(basename(folder))
  expect(chosen.files.map((file) => `${file.folder}|${file.fileName}`)).toEqual(['|a.txt', 'in|b.md'])
  const both = await store.addFilesAndFolders([join(folder, 'in'), join(folder, 'a.txt'), join(folder, 'none.txt')])
  expect(both.folderName).toBe('in')
  expect(both.files.map((file) => file.fileName)).toEqual(['b.md', 'a.txt', 'none.txt'])
})

it('says how many files are too many', async () => {
  const store = chosenFilesStore()
  const many = await store.addFiles(Array.from({ length: 2001 }, (_, index) => join(folder, `${index}`)))
  expect([many.files.length, many.isCut]).toEqual([2000, true])
})

it('forgets the oldest where nobody asks for them', async () => {
  const store = chosenFilesStore()
  const paths = Array.from({ length: 2000 }, (_, index) => join(folder, `${index}`))
  const first = await store.addFiles(paths)
  for (let times = 0; times < 10; times++) await store.addFiles(paths)
  expect(store.take(first.files[0]?.token ?? '')).toBeNull()
})
