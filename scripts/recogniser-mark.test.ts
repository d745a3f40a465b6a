import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { recogniserMark } from './recogniser-mark.ts'

let root: string
const write = (path: string, text: string): void => writeFileSync(join(root, 'shared', path), text)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-mark-'))
  for (const folder of ['model', 'sources', 'text', 'transcript'])
    mkdirSync(join(root, 'shared', folder), { recursive: true })
  write('transcript/read.ts', 'one')
})

afterEach(() => rmSync(root, { recursive: true }))

it('is another one for another recogniser, and the same for the same', () => {
  const first = recogniserMark(root)
  expect(recogniserMark(root)).toBe(first)
  write('transcript/read.ts', 'two')
  const second = recogniserMark(root)
  expect(second).not.toBe(first)
  write('model/role.ts', 'two')
  const third = recogniserMark(root)
  expect(third).not.toBe(second)
  write('sources/summary.ts', 'two')
  expect(recogniserMark(root)).not.toBe(third)
})

it('does not ask for what only tests read', () => {
  const first = recogniserMark(root)
  write('transcript/read.test.ts', 'one')
  expect(recogniserMark(root)).toBe(first)
})
