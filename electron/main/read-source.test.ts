import { execFileSync } from 'node:child_process'
import { appendFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSource } from './read-source.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-read-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const isWindows = process.platform === 'win32'
const never = new AbortController().signal

const reasonFor = async (path: string, limit?: number, signal = never): Promise<string> => {
  const source = await readSource(path, signal, limit)
  return source.kind === 'read' ? source.kind : source.failure.reason
}

it('reads the bytes as they are', async () => {
  const path = join(folder, '访谈 #1 %20 "a".txt')
  await writeFile(path, Buffer.from([0xef, 0xbb, 0xbf, 0, 255, 13, 10]))
  const source = await readSource(path, never)
  expect(source.kind === 'read' && [source.fileName, [...source.bytes]]).toEqual([
    '访谈 #1 %20 "a".txt',
    [0xef, 0xbb, 0xbf, 0, 255, 13, 10],
  ])
})

it('says why a file cannot be read', async () => {
  await writeFile(join(folder, 'a.txt'), 'four')
  expect(await reasonFor(join(folder, 'none.txt'))).toBe('not-found')
  expect(await reasonFor(join(folder, 'a.txt', 'b.txt'))).toBe('not-found')
  expect(await reasonFor(folder)).toBe('is-folder')
  expect(await reasonFor(join(folder, 'a.txt'), 4)).toBe('read')
  expect(await reasonFor(join(folder, 'a.txt'), 3)).toBe('too-large')
  expect(await reasonFor(join(folder, 'a\0.txt'))).toBe('not-readable')
})

it.skipIf(isWindows)('waits for no device and no pipe', async () => {
  expect(await reasonFor('/dev/zero')).toBe('not-readable')
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  expect(await reasonFor(join(folder, 'pipe.txt'))).toBe('not-readable')
  await symlink(join(folder, 'loop.txt'), join(folder, 'loop.txt'))
  expect(await reasonFor(join(folder, 'loop.txt'))).toBe('not-readable')
})

it.skipIf(isWindows || process.getuid?.() === 0)('says when permission is missing', async () => {
  await writeFile(join(folder, 'a.txt'), 'x')
  await chmod(join(folder, 'a.txt'), 0)
  expect(await reasonFor(join(folder, 'a.txt'))).toBe('not-readable')
})

it.each([
  ['grows', (path: string) => appendFileSync(path, 'more')],
  ['shrinks', (path: string) => truncateSync(path, 1)],
  ['is written over with as many bytes', (path: string) => writeFileSync(path, 'five')],
  ['is replaced', (path: string) => replace(path)],
])('takes nothing of a file that %s while it is read', async (_name, change) => {
  const path = join(folder, 'a.txt')
  await writeFile(path, 'four')
  utimesSync(path, 1, 1)
  expect(
    await reasonFor(
      path,
      undefined,
      whenReading(() => change(path)),
    ),
  ).toBe('changed-while-read')
})

it('takes nothing of a file that vanishes while it is read', async () => {
  const path = join(folder, 'a.txt')
  await writeFile(path, 'four')
  expect(
    await reasonFor(
      path,
      undefined,
      whenReading(() => rmSync(path)),
    ),
  ).toBe('not-found')
})

it('stops when it is told to', async () => {
  const path = join(folder, 'a.txt')
  await writeFile(path, 'four')
  expect(await reasonFor(path, undefined, AbortSignal.abort())).toBe('cancelled')
})

/** A signal that is never given, and does something when it is first looked at: before the first byte is read. */
function whenReading(work: () => void): AbortSignal {
  let isDone = false
  return {
    get aborted() {
      if (!isDone) work()
      isDone = true
      return false
    },
  } as AbortSignal
}

function replace(path: string): void {
  writeFileSync(`${path}.new`, 'five')
  utimesSync(`${path}.new`, 1, 1)
  renameSync(`${path}.new`, path)
}
