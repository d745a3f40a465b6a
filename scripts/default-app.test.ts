import { describe, expect, it } from 'vitest'
import { DEFAULT_APP_FILES, packAsar } from './default-app.ts'

/** Reads an archive as Electron does: the sizes first, then the index, then the files by offset. */
function unpackAsar(archive: Buffer): Record<string, string> {
  expect(archive.readUInt32LE(0)).toBe(4)
  const headSize = archive.readUInt32LE(4)
  expect(archive.readUInt32LE(8)).toBe(headSize - 4)
  const json = archive.subarray(16, 16 + archive.readUInt32LE(12)).toString('utf8')
  const { files }: { files: Record<string, { size: number; offset: string }> } = JSON.parse(json)
  const body = archive.subarray(8 + headSize)
  return Object.fromEntries(
    Object.entries(files).map(([name, { size, offset }]) => [
      name,
      body.subarray(Number(offset), Number(offset) + size).toString('utf8'),
    ]),
  )
}

describe('packAsar', () => {
  it('can be read back', () => {
    expect(unpackAsar(packAsar(DEFAULT_APP_FILES))).toEqual(DEFAULT_APP_FILES)
  })

  it('counts bytes, not characters, and keeps empty files', () => {
    const files = { 'a.txt': '记者：好', 'b.txt': '', 'a name.txt': 'x' }
    expect(unpackAsar(packAsar(files))).toEqual(files)
  })

  it('aligns the index to four bytes whatever its length', () => {
    for (const name of ['a', 'ab', 'abc', 'abcd']) {
      expect(packAsar({ [name]: '' }).length % 4).toBe(0)
    }
  })
})
