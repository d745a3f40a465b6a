import { expect, test } from 'vitest'
import type { LecternBridge, TextOutcome } from '#shared/bridge.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { droppedFiles } from './dropped-files.ts'

type Tree = { readonly [name: string]: Tree | string | null }

/** A folder as the browser shows it: by parts of three, null for a file that cannot be had. */
function folderEntry(name: string, tree: Tree): FileSystemDirectoryEntry {
  const entries = Object.entries(tree).map(([child, inside]) =>
    typeof inside === 'object' && inside !== null ? folderEntry(child, inside) : fileEntry(child, inside),
  )
  return {
    name,
    isDirectory: true,
    isFile: false,
    createReader: () => {
      const left = [...entries]
      return { readEntries: (take: (part: FileSystemEntry[]) => void) => take(left.splice(0, 3)) }
    },
  } as unknown as FileSystemDirectoryEntry
}

function fileEntry(name: string, text: string | null): FileSystemEntry {
  return {
    name,
    isDirectory: false,
    isFile: true,
    file: (take: (file: File) => void, fail: () => void) => (text === null ? fail() : take(new File([text], name))),
  } as unknown as FileSystemEntry
}

const folderItem = (name: string, tree: Tree) => ({ webkitGetAsEntry: () => folderEntry(name, tree) })
const fileItem = (file: File) => ({ webkitGetAsEntry: () => null, getAsFile: () => file })
const list = (...items: readonly object[]): DataTransferItemList => items as unknown as DataTransferItemList

const imported: TextOutcome = {
  kind: 'imported',
  file: {
    fileName: 'a.txt',
    mediaType: 'text/plain',
    sha256: 'a'.repeat(64),
    encoding: 'utf-8',
    certainty: 'certain',
    lineEnds: 'none',
    importer: 'plain-text/1',
    text: 'x',
    structure: NO_STRUCTURE,
    undecodable: 0,
  },
}
const bridge = { importBytes: async () => imported } as unknown as LecternBridge
let id = 0
const newId = (): string => String(++id)
const never = new AbortController().signal

test('folders are listed with all below, in the order of names; files are tried whatever they are called', async () => {
  const batch = await droppedFiles(
    list(
      fileItem(new File(['x'], 'loose.xyz')),
      folderItem('talks', {
        'b 10.txt': 'x',
        'b 2.txt': 'x',
        'picture.jpg': 'x',
        '.hidden.txt': 'x',
        'gone.txt': null,
        in: { deep: { 'c.SRT': 'x' }, '~$d.docx': 'x' },
      }),
    ),
    bridge,
    newId,
  )
  expect(batch.files.map((file) => `${file.folder}|${file.fileName}`)).toEqual([
    '|loose.xyz',
    '|b 2.txt',
    '|b 10.txt',
    'in/deep|c.SRT',
  ])
  expect(batch.projectName).toBe('talks')
  expect(batch.report).toMatchObject({ passedOver: 1, isCut: false })
  expect(batch.report.rows.map((row) => row.fileName)).toEqual(['gone.txt'])
})

test('more files than are taken at once are not taken, and that is told', async () => {
  const tree = Object.fromEntries(Array.from({ length: 2005 }, (_, index) => [`${index}.txt`, 'x']))
  const batch = await droppedFiles(list(folderItem('many', tree)), bridge, newId)
  expect([batch.files.length, batch.report.isCut]).toEqual([2000, true])
})

test('the file that was dropped comes back with its text', async () => {
  const batch = await droppedFiles(list(fileItem(new File(['abc'], 'a.txt'))), bridge, newId)
  const outcome = await batch.files[0]?.read(never)
  expect(outcome).toMatchObject({ kind: 'imported', file: { text: 'x', original: new Uint8Array([97, 98, 99]) } })
})

test('a file that is too large, unreadable or no longer wanted is not sent', async () => {
  const failing = (name: string): File =>
    Object.assign(new File(['x'], 'a.txt'), { arrayBuffer: () => Promise.reject(new DOMException('', name)) })
  const large = Object.defineProperty(new File(['x'], 'a.txt'), 'size', { value: 201 * 2 ** 20 })
  const files = [large, failing('NotFoundError'), failing('NotReadableError'), new File(['x'], 'a.txt')]
  const batch = await droppedFiles(list(...files.map(fileItem)), bridge, newId)
  const outcomes = await Promise.all(
    batch.files.map((file, index) => file.read(index === 3 ? AbortSignal.abort() : never)),
  )
  expect(outcomes.map((outcome) => outcome.kind === 'failed' && outcome.failure.reason)).toEqual([
    'too-large',
    'not-found',
    'not-readable',
    'cancelled',
  ])
})
