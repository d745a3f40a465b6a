import { beforeEach, expect, test, vi } from 'vitest'
import type { LecternBridge } from '#shared/bridge.ts'
import type { CsvOptions } from '#shared/formats/export-request.ts'
import type { Desk } from './desk.ts'
import { type CsvMaker, exportCodings, type FilePart } from './export-codings.ts'
import { createWorkbench } from './workbench.ts'

const OPTIONS: CsvOptions = { byteOrderMark: true, escapeFormulas: false, codeIds: null, sourceIds: null }
const PARTS = ['header', 'one', 'two', 'three']

let files: {
  readonly begun: string[]
  readonly written: string[]
  readonly ended: string[]
  readonly cancelled: string[]
}
let bridge: LecternBridge
let desk: Desk
const close = vi.fn()

beforeEach(() => {
  close.mockClear()
  files = { begun: [], written: [], ended: [], cancelled: [] }
  bridge = {
    beginExport: async (name) => {
      files.begun.push(name)
      return { kind: 'begun', token: 'token' }
    },
    writeExport: async (_token, bytes) => {
      files.written.push(new TextDecoder().decode(bytes))
      return { kind: 'written' }
    },
    endExport: async (token) => {
      files.ended.push(token)
      return { kind: 'saved', path: '/a.csv' }
    },
    cancelExport: async (token) => {
      files.cancelled.push(token)
    },
  } satisfies Partial<LecternBridge> as unknown as LecternBridge
  desk = { bridge, workbench: createWorkbench(), newId: () => 'id' } as unknown as Desk
})

/** Makes parts, and lets something happen after each was taken. */
const maker = (afterEach: (done: number) => void = () => undefined): CsvMaker => ({
  async *parts() {
    for (const [rows, text] of PARTS.entries()) {
      yield { bytes: new TextEncoder().encode(text), rows, count: 3 } satisfies FilePart
      afterEach(rows)
    }
  },
  close,
})
const works = () => desk.workbench.getState().works
const notice = () => desk.workbench.getState().notice

test('an export goes on by itself, tells how far it is, and says where the file is', async () => {
  const told: number[] = []
  const onBegun = vi.fn()
  const saved = exportCodings(
    desk,
    maker(() => told.push(works()[0]?.done ?? -1)),
    OPTIONS,
    onBegun,
  )
  expect(await saved).toBeNull()
  expect(onBegun).toHaveBeenCalledOnce()
  expect([told[0], told.at(-1)]).toEqual([0, 3])
  expect(files).toEqual({ begun: ['lectern.csv'], written: PARTS, ended: ['token'], cancelled: [] })
  expect(notice()).toMatchObject({ key: 'notice.exported', values: { count: 3, path: '/a.csv' } })
  expect(works()).toEqual([])
  expect(close).toHaveBeenCalledOnce()
})

test('an export that is stopped leaves no file', async () => {
  const stopAfterOne = maker((done) => done === 1 && works()[0]?.stop?.())
  await exportCodings(desk, stopAfterOne, OPTIONS, () => undefined)
  expect(files).toMatchObject({ written: ['header', 'one'], ended: [], cancelled: ['token'] })
  expect(notice()).toMatchObject({ key: 'notice.exportStopped' })
  expect(works()).toEqual([])
  expect(close).toHaveBeenCalledOnce()
})

test('what cannot be written is said, and nothing more is written', async () => {
  const full: LecternBridge = { ...bridge, writeExport: async () => ({ kind: 'failed', detail: 'The disk is full.' }) }
  desk = { ...desk, bridge: full }
  await exportCodings(desk, maker(), OPTIONS, () => undefined)
  expect(files).toMatchObject({ ended: [], cancelled: [] })
  expect(notice()).toMatchObject({ key: 'notice.exportFailed', values: { detail: 'The disk is full.' } })
  expect(works()).toEqual([])
})

test('what cannot be made leaves no file and is a bug that is told', async () => {
  const broken = maker((done) => {
    if (done === 1) throw new Error('a text is missing')
  })
  await expect(exportCodings(desk, broken, OPTIONS, () => undefined)).rejects.toThrow('a text is missing')
  expect(files).toMatchObject({ ended: [], cancelled: ['token'] })
  expect(works()).toEqual([])
})

test('what cannot begin is answered, and the dialog stays', async () => {
  const onBegun = vi.fn()
  desk = { ...desk, bridge: { ...bridge, beginExport: async () => ({ kind: 'failed', detail: 'It is read-only.' }) } }
  expect(await exportCodings(desk, maker(), OPTIONS, onBegun)).toBe('It is read-only.')
  desk = { ...desk, bridge: { ...bridge, beginExport: async () => ({ kind: 'cancelled' }) } }
  expect(await exportCodings(desk, maker(), OPTIONS, onBegun)).toBeNull()
  expect(onBegun).not.toHaveBeenCalled()
  expect(close).not.toHaveBeenCalled()
})
