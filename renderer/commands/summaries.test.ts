import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { LecternDatabase } from '#renderer/db/database.ts'
import { keepReading } from '#renderer/db/readings.ts'
import type { ImportedFile, LecternBridge } from '#shared/bridge.ts'
import type { IsoDateTime, SourceId } from '#shared/model/ids.ts'
import type { ReadingEdit } from '#shared/model/reading-edit.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { summaryOf } from '#shared/sources/source-summary.ts'
import { applyEdits } from '#shared/transcript/apply-edits.ts'
import { restoreReading } from '#shared/transcript/stored-reading.ts'
import { editReading } from './acts/edit-reading.ts'
import { act, type Desk } from './desk.ts'
import { takeFile } from './import-files.ts'
import { newProject, openProject } from './open-project.ts'
import { keepSummaries } from './summaries.ts'
import { createWorkbench } from './workbench.ts'

let number = 0
let desk: Desk
const sumUp = vi.fn(async (sourceId: SourceId, edits: readonly ReadingEdit[]) => {
  const { text, stored } = await keepReading(desk.db, sourceId, 'r1')
  return summaryOf(applyEdits(text, restoreReading(text, stored), edits))
})
const whenIdle = (work: () => void): void => void setTimeout(work)

beforeEach(() => {
  sumUp.mockClear()
  let id = 0
  let second = 0
  desk = {
    db: new LecternDatabase(`summaries-${++number}`),
    bridge: {} as LecternBridge,
    info: { version: '1', platform: 'linux', language: 'en', userName: 'Ann' },
    workbench: createWorkbench(),
    reader: { recogniser: 'r1', read: () => Promise.reject(new Error('nothing here is long')), sumUp },
    language: () => 'en',
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, second++)).toISOString() as IsoDateTime,
    newId: () => `00000000-0000-4000-9000-${String(++id).padStart(12, '0')}`,
    transcript: { current: null },
    focusPane: () => undefined,
    holdTyping: () => () => undefined,
  }
})

const file = (name: string): ImportedFile => ({
  fileName: `${name}.txt`,
  mediaType: 'text/plain',
  sha256: Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64),
  encoding: 'utf-8',
  certainty: 'certain',
  lineEnds: 'lf',
  importer: 'plain-text/1',
  text: `Ann: Where is ${name}?\n\nBob: Gone.\n\nAnn: When?\n`,
  structure: NO_STRUCTURE,
  undecodable: 0,
  original: new Uint8Array([1, 2, 3]),
})

/** Long enough for a slow machine. */
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000 })
const state = () => desk.workbench.getState()
const speakers = () => [...state().summaries.values()].map((summary) => summary.speakers)

test('every source is summed up once, again when its reading was corrected, and never from one start to the next', {
  timeout: 60_000,
}, async () => {
  keepSummaries(desk, whenIdle)
  await newProject(desk, 'Ferries')
  const first = (await takeFile(desk, file('one'))) as SourceId
  await takeFile(desk, file('two'))
  await until(() =>
    expect(speakers()).toEqual([
      ['Ann', 'Bob'],
      ['Ann', 'Bob'],
    ]),
  )
  expect(sumUp).toHaveBeenCalledTimes(2)
  await until(() => expect(state().summing).toBeNull())

  const change = { kind: 'speakers', names: ['Bob'], to: 'Robert' } as const
  await act(desk, (now, stamp) => editReading(now, { corrections: [{ sourceId: first, change }] }, stamp))
  await until(() => expect(state().summaries.get(first)?.speakers).toEqual(['Ann', 'Robert']))
  expect(sumUp).toHaveBeenCalledTimes(3)
  await until(async () => expect((await desk.db.summaries.get(first))?.summary.speakers).toContain('Robert'))

  const id = state().session?.id
  if (id === undefined) throw new Error('no project')
  await newProject(desk, 'Other')
  expect(state().summaries.size).toBe(0)
  await openProject(desk, id)
  await until(() => expect(state().summaries.size).toBe(2))
  expect(sumUp).toHaveBeenCalledTimes(3)
})

test('summing up can be stopped and goes on when it is asked to; what cannot be read stops nothing', {
  timeout: 60_000,
}, async () => {
  await newProject(desk, 'Ferries')
  const ids: SourceId[] = []
  for (let each = 0; each < 4; each++) ids.push((await takeFile(desk, file(`talk ${each}`))) as SourceId)
  sumUp.mockImplementationOnce(() => Promise.reject(new Error('broken')))
  sumUp.mockImplementationOnce(async () => {
    state().summing?.stop()
    return summaryOf({ turns: [], speakers: [] })
  })
  keepSummaries(desk, whenIdle)
  await until(() => expect(state().summing).toMatchObject({ isStopped: true }))
  await until(() => expect(state().summaries.size).toBe(1))
  expect(sumUp).toHaveBeenCalledTimes(2)
  state().summing?.goOn()
  await until(() => expect(state().summaries.size).toBe(3))
  await until(() => expect(state().summing).toBeNull())
  expect(sumUp).toHaveBeenCalledTimes(4)
  expect(state().summaries.has(ids[0] as SourceId)).toBe(false)
})

test('an import goes first', { timeout: 60_000 }, async () => {
  await newProject(desk, 'Ferries')
  keepSummaries(desk, whenIdle)
  const run = {
    running: [],
    done: 0,
    count: 1,
    isStopping: false,
    isClosed: false,
    add: () => {},
    stop: () => {},
    ended: Promise.resolve(),
  }
  desk.workbench.setState({ importing: run })
  await takeFile(desk, file('one'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(sumUp).not.toHaveBeenCalled()
  desk.workbench.setState({ importing: null })
  await until(() => expect(state().summaries.size).toBe(1))
})
