import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { LecternDatabase } from '#renderer/db/database.ts'
import type { ImportedText, ImportOutcome, LecternBridge } from '#shared/bridge.ts'
import type { IsoDateTime, MemoId, SourceId } from '#shared/model/ids.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { renameProject } from './acts/project-acts.ts'
import { renameSource } from './acts/source-acts.ts'
import { writeMemo } from './acts/write-memo.ts'
import { act, type Desk } from './desk.ts'
import { askedAbout, canReadAnew, choicesFor, giveUp, readWith } from './import-encoding.ts'
import { groupRows, NOTHING_YET } from './import-report.ts'
import { type ImportBatch, importBatch, type WaitingImport } from './import-run.ts'
import { openProject } from './open-project.ts'
import { createWorkbench } from './workbench.ts'

let number = 0
let desk: Desk
let bridge: { [Name in keyof LecternBridge]: ReturnType<typeof vi.fn> }

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => Promise<void>) => work() } })
  let id = 0
  let second = 0
  bridge = {
    forgetChosen: vi.fn(async () => undefined),
    cancelImport: vi.fn(async () => undefined),
    importBytes: vi.fn(),
    encodingChoices: vi.fn(),
  } as unknown as typeof bridge
  desk = {
    db: new LecternDatabase(`importing-${++number}`),
    bridge: bridge as unknown as LecternBridge,
    info: { version: '1', platform: 'linux', language: 'en', userName: 'Ann' },
    workbench: createWorkbench(),
    reader: {
      recogniser: 'r1',
      read: () => Promise.reject(new Error('nothing here is long')),
      sumUp: () => Promise.reject(new Error('nothing is summed up here')),
    },
    language: () => 'en',
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, second++)).toISOString() as IsoDateTime,
    newId: () => `00000000-0000-4000-9000-${String(++id).padStart(12, '0')}`,
    transcript: { current: null },
    focusPane: () => undefined,
    holdTyping: () => () => undefined,
  }
})

const state = () => desk.workbench.getState()
const project = () => state().session?.store.getState().state
const sourceNames = (): readonly string[] => [...(project()?.sources.values() ?? [])].map((source) => source.name)
const seq = (): number => state().session?.store.getState().head.seq ?? 0

function text(fileName: string, over: Partial<ImportedText> = {}): ImportedText {
  return {
    fileName,
    mediaType: 'text/plain',
    sha256: Buffer.from(fileName).toString('hex').padEnd(64, '0').slice(0, 64),
    encoding: 'utf-8',
    certainty: 'certain',
    lineEnds: 'lf',
    importer: 'plain-text/1',
    text: `Ann: ${fileName}?\n\nBob: Yes.\n`,
    structure: NO_STRUCTURE,
    undecodable: 0,
    ...over,
  }
}

const well = (fileName: string, over: Partial<ImportedText> = {}): ImportOutcome => ({
  kind: 'imported',
  file: { ...text(fileName, over), original: new Uint8Array([1, 2, 3]) },
})
const badly = (fileName: string): ImportOutcome => ({
  kind: 'failed',
  failure: { fileName, reason: 'damaged', detail: '' },
})

function waiting(fileName: string, read: WaitingImport['read'], bytes = 10): WaitingImport {
  return { job: `job of ${fileName}`, fileName, folder: '', bytes, read }
}

const batch = (...files: readonly WaitingImport[]): ImportBatch => ({ projectName: null, files, report: NOTHING_YET })
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${index + 1}.txt`)

describe('one file', () => {
  test('is shown at once, in a project that is called after it', async () => {
    await importBatch(desk, batch(waiting('one.txt', async () => well('one.txt'))))
    expect(project()?.project.name).toBe('one')
    expect(state().open?.text).toContain('one.txt?')
    expect([state().report, state().dialog, state().importing]).toEqual([null, null, null])
    expect(state().notice?.key).toBe('act.importSource')
  })

  test('that is asked for while the one before is taken in is shown as well', async () => {
    let second = Promise.resolve()
    const stop = desk.workbench.subscribe(({ importing }) => {
      if (importing?.isClosed !== true) return
      stop()
      second = importBatch(desk, batch(waiting('two.txt', async () => well('two.txt'))))
    })
    await importBatch(desk, batch(waiting('one.txt', async () => well('one.txt'))))
    await second
    expect(state().open?.text).toContain('two.txt?')
    expect([state().report, state().importing, sourceNames()]).toEqual([null, null, ['one', 'two']])
  })

  test('that is there already is offered', async () => {
    await importBatch(desk, batch(waiting('one.txt', async () => well('one.txt'))))
    const acts = seq()
    await importBatch(desk, batch(waiting('copy.txt', async () => well('one.txt'))))
    expect(state().dialog).toMatchObject({ kind: 'already-there' })
    expect(seq()).toBe(acts)
  })

  test('that fails leaves nothing, not even a project', async () => {
    await importBatch(desk, batch(waiting('one.txt', async () => badly('one.txt'))))
    expect(state().session).toBeNull()
    expect(state().report?.rows).toMatchObject([{ fileName: 'one.txt', result: { kind: 'failed' } }])
  })

  test('whose encoding is doubtful is asked about before anything is kept', async () => {
    const file = { encoding: 'big5', certainty: 'unsure' } as const
    await importBatch(desk, batch(waiting('one.txt', async () => well('one.txt', file))))
    const { dialog } = state()
    expect(state().session).toBeNull()
    if (dialog?.kind !== 'encoding') throw new Error('not asked')
    bridge.importBytes.mockResolvedValue({ kind: 'imported', file: text('one.txt', { encoding: 'gb18030' }) })
    expect(await readWith(desk, dialog.question, 'gb18030')).toBeNull()
    expect(bridge.importBytes.mock.calls[0]?.slice(1)).toEqual(['one.txt', new Uint8Array([1, 2, 3]), 'gb18030'])
    expect([...(project()?.sources.values() ?? [])].map((source) => source.encoding)).toEqual(['gb18030'])
    expect([state().dialog, seq()]).toEqual([null, 2])
  })
})

test('an encoding that nobody chooses keeps the file out, and that is said', async () => {
  const file = { encoding: 'big5', certainty: 'unsure' } as const
  await importBatch(desk, batch(waiting('one.txt', async () => well('one.txt', file))))
  const { dialog } = state()
  if (dialog?.kind !== 'encoding') throw new Error('not asked')
  giveUp(desk, dialog.question)
  expect([state().session, state().dialog, state().notice?.key]).toEqual([null, null, 'notice.nothingImported'])
})

test('an import begins with nothing said of the one before', async () => {
  await importBatch(
    desk,
    batch(
      waiting('one.txt', async () => well('one.txt')),
      waiting('two.txt', async () => well('two.txt')),
    ),
  )
  expect(state().notice?.key).toBe('notice.imported')
  let said: unknown = 'unread'
  const read = async () => {
    said = state().notice
    return well('three.txt')
  }
  await importBatch(desk, batch(waiting('three.txt', read)))
  expect(said).toBeNull()
})

describe('many files', () => {
  test('are taken in order, each as an act, at most two at a time; failures do not keep others out', async () => {
    let running = 0
    let most = 0
    const files = names(12).map((name, index) =>
      waiting(name, async () => {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, index % 3 === 0 ? 12 : 1))
        running -= 1
        if (index === 4) throw new Error('the bridge is gone')
        return index === 5 ? badly(name) : well(index === 6 ? '1.txt' : name)
      }),
    )
    await importBatch(desk, batch(...files))
    expect(most).toBe(2)
    expect(sourceNames()).toEqual(['1', '2', '3', '4', '8', '9', '10', '11', '12'])
    // Beside the acts one that takes them back together.
    expect(seq()).toBe(11)
    expect(state().report?.rows.map((row) => row.result.kind)).toEqual([
      ...Array(4).fill('imported'),
      'failed',
      'failed',
      'there',
      ...Array(5).fill('imported'),
    ])
    expect(state().open?.text).toContain('1.txt?')
    expect(state().importing).toBeNull()
  })

  test('that are large are read one after the other', async () => {
    let running = 0
    let most = 0
    const read = (name: string) => async (): Promise<ImportOutcome> => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running -= 1
      return well(name)
    }
    await importBatch(desk, batch(...names(3).map((name) => waiting(name, read(name), 40 * 2 ** 20))))
    expect([most, sourceNames().length]).toEqual([1, 3])
  })

  test('are stopped in the middle: what is done stays, nothing is half done', async () => {
    let stopped: readonly string[] = []
    const files = names(50).map((name, index) =>
      waiting(name, async (signal) => {
        if (index === 10) {
          stopped = state().importing?.running ?? []
          state().importing?.stop()
          state().importing?.stop()
          expect(signal.aborted).toBe(true)
        }
        return well(name)
      }),
    )
    await importBatch(desk, batch(...files))
    const { report } = state()
    const done = sourceNames().length
    expect(done).toBeLessThanOrEqual(10)
    expect(report?.rows).toHaveLength(done)
    expect(report?.stopped).toBe(50 - done)
    expect(bridge.cancelImport).toHaveBeenCalledTimes(stopped.length)
    expect(bridge.forgetChosen.mock.calls).toEqual([
      [
        names(50)
          .slice(11)
          .map((name) => `job of ${name}`),
      ],
    ])
    expect([seq(), await desk.db.texts.count()]).toEqual([done + 2, done])
    expect(state().notice?.key).toBe('notice.importStopped')
  })

  describe('and undo', () => {
    const session = () => {
      const { session: open } = state()
      if (open === null) throw new Error('no project')
      return open
    }
    /** Imports five files, and does something between the second and the third. */
    const imports = (meanwhile: () => Promise<unknown>): Promise<void> =>
      importBatch(
        desk,
        batch(
          ...names(5).map((name, index) =>
            waiting(name, async () => {
              // Two are read at a time: the second is taken in by then.
              if (index === 3) await meanwhile()
              return well(name)
            }),
          ),
        ),
      )
    const rename = () => act(desk, (now) => renameProject(now, { name: 'mine' }))

    test('what somebody did meanwhile is taken back, and no file', async () => {
      await importBatch(desk, batch(waiting('one.txt', async () => well('one.txt'))))
      await imports(rename)
      expect(project()?.project.name).toBe('mine')
      await session().undo()
      expect(project()?.project.name).toBe('one')
      expect(sourceNames()).toEqual(['one', '1', '2', '3', '4', '5'])
      await session().redo()
      expect(project()?.project.name).toBe('mine')
      await session().undo()
      await session().undo()
      expect(sourceNames()).toEqual(['1', '2', '3', '4', '5'])
    })

    test('what was taken back meanwhile can be done again', async () => {
      await importBatch(desk, batch(waiting('one.txt', async () => well('one.txt'))))
      await rename()
      await imports(() => session().undo())
      expect(project()?.project.name).toBe('one')
      expect(sourceNames()).toHaveLength(6)
      await session().redo()
      expect(project()?.project.name).toBe('mine')
    })

    test('what was done and taken back meanwhile can be done again', async () => {
      await importBatch(desk, batch(waiting('one.txt', async () => well('one.txt'))))
      await imports(async () => {
        await rename()
        await session().undo()
      })
      expect(sourceNames()).toHaveLength(6)
      await session().redo()
      expect(project()?.project.name).toBe('mine')
    })

    test('all of them are one step where nothing else was done, also in a later start', async () => {
      await importBatch(desk, batch(waiting('one.txt', async () => well('one.txt'))))
      await imports(async () => undefined)
      expect(session().store.getState().undo).toEqual({ name: 'act.importSources', values: { count: 5 } })
      const { id } = session()
      desk.workbench.setState({ session: null, open: null })
      await openProject(desk, id)
      await session().undo()
      expect(sourceNames()).toEqual(['one'])
      await session().redo()
      expect(sourceNames()).toEqual(['one', '1', '2', '3', '4', '5'])
      await session().undo()
      await session().undo()
      expect(sourceNames()).toEqual([])
    })
  })

  test('that come while others are taken are taken behind them', async () => {
    const more = batch(waiting('more.txt', async () => well('more.txt')))
    const first = names(3).map((name, index) =>
      waiting(name, async () => {
        if (index === 1) await importBatch(desk, more)
        return well(name)
      }),
    )
    await importBatch(desk, batch(...first))
    expect(sourceNames()).toEqual(['1', '2', '3', 'more'])
    expect(state().report?.rows).toHaveLength(4)
  })

  test('go where they were begun, also when another project is opened meanwhile', async () => {
    await importBatch(desk, batch(waiting('old.txt', async () => well('old.txt'))))
    const old = state().session?.id
    const files = names(4).map((name, index) =>
      waiting(name, async () => {
        if (index === 1) desk.workbench.setState({ session: null, open: null })
        return well(name)
      }),
    )
    await importBatch(desk, batch(...files))
    expect(state().session).toBeNull()
    if (old === undefined) throw new Error('no project')
    await openProject(desk, old)
    expect(sourceNames()).toEqual(['old', '1', '2', '3', '4'])
  })

  test('of a folder give their project its name, and a report even where there is nothing to read', async () => {
    const files = names(2).map((name) => waiting(name, async () => well(name)))
    await importBatch(desk, { projectName: 'interviews', files, report: { ...NOTHING_YET, passedOver: 3 } })
    expect(project()?.project.name).toBe('interviews')
    desk.workbench.setState({ report: null })
    await importBatch(desk, { projectName: 'empty', files: [], report: { ...NOTHING_YET, passedOver: 3 } })
    expect(state().report).toEqual({ ...NOTHING_YET, passedOver: 3 })
    desk.workbench.setState({ report: null })
    await importBatch(desk, batch())
    expect(state().report).toBeNull()
  })

  test('in doubt are told apart in the report', async () => {
    const files = [
      waiting('a.txt', async () => well('a.txt', { certainty: 'unsure' })),
      waiting('b.txt', async () => well('b.txt', { undecodable: 2 })),
      waiting('c.txt', async () => well('c.txt', { certainty: 'likely' })),
    ]
    await importBatch(desk, batch(...files))
    const groups = groupRows(state().report?.rows ?? [])
    expect(groups.doubtful.map((row) => row.fileName)).toEqual(['a.txt', 'b.txt'])
    expect(groups.imported.map((row) => row.fileName)).toEqual(['c.txt'])
  })
})

describe('another encoding for a source', () => {
  let sourceId: SourceId
  beforeEach(async () => {
    await importBatch(desk, batch(waiting('one.txt', async () => well('one.txt', { encoding: 'big5' }))))
    const id = state().open?.sourceId
    if (id === undefined) throw new Error('nothing is open')
    sourceId = id
    await act(desk, (now) => renameSource(now, { sourceId, name: 'My talk' }))
    bridge.importBytes.mockImplementation(async (_job, fileName: string, _bytes, encoding: string) => ({
      kind: 'imported',
      file: text(fileName, { sha256: text('one.txt').sha256, encoding, text: `read as ${encoding}` }),
    }))
  })
  const question = () => ({ kind: 'source', sourceId }) as const
  const encodings = (): readonly string[] =>
    [...(project()?.sources.values() ?? [])].map((source) => `${source.name}: ${source.encoding}`)

  test('takes its place in one act, which undo takes back', async () => {
    expect(canReadAnew(state())).toBe(true)
    expect(await readWith(desk, question(), 'gb18030')).toBeNull()
    expect(encodings()).toEqual(['My talk: gb18030'])
    expect(state().open?.text).toBe('read as gb18030')
    const before = seq()
    await state().session?.undo()
    expect([encodings(), seq()]).toEqual([['My talk: big5'], before + 1])
  })

  test('stands beside it where somebody has worked on it', async () => {
    await act(desk, (now, world) =>
      writeMemo(
        now,
        { target: { kind: 'source', id: sourceId }, text: 'Look here.' },
        { ...world, newId: () => desk.newId() as MemoId },
      ),
    )
    await readWith(desk, question(), 'gb18030')
    expect(encodings()).toEqual(['My talk: big5', 'My talk (GB18030): gb18030'])
    expect(state().notice?.key).toBe('act.readBeside')
    expect(state().open?.text).toBe('read as gb18030')
    // Asked for again it is found, not made twice.
    const acts = seq()
    await readWith(desk, question(), 'gb18030')
    expect([encodings().length, seq(), state().notice?.key]).toEqual([2, acts, 'notice.alreadyThere'])
  })

  test('that is the same, or is refused by the file, changes nothing', async () => {
    const acts = seq()
    expect(await readWith(desk, question(), 'big5')).toBeNull()
    bridge.importBytes.mockResolvedValueOnce({ kind: 'imported', file: text('one.txt', { encoding: 'big5' }) })
    await readWith(desk, question(), 'gb18030')
    expect(state().notice?.key).toBe('notice.encodingStated')
    bridge.importBytes.mockResolvedValueOnce(badly('one.txt'))
    expect(await readWith(desk, question(), 'gb18030')).toBe('damaged')
    expect(seq()).toBe(acts)
  })

  test('is put into the report that it was asked from, which comes back', async () => {
    const imported = { kind: 'imported', sourceId, encoding: 'big5', certainty: 'unsure', undecodable: 0 } as const
    desk.workbench.setState({
      open: null,
      report: { ...NOTHING_YET, rows: [{ fileName: 'one.txt', folder: '', result: imported }] },
    })
    await readWith(desk, question(), 'gb18030')
    expect(state().dialog).toEqual({ kind: 'import-report' })
    expect(state().report?.rows[0]?.result).toMatchObject({ encoding: 'gb18030', certainty: 'certain' })
    expect(state().open).toBeNull()
  })

  test('is looked for in the file as it came', async () => {
    const other = { encoding: 'shift_jis', firstLines: 'x', undecodable: 0, score: 0.5 }
    bridge.encodingChoices.mockResolvedValue({ kind: 'choices', choices: [other] })
    const found = await choicesFor(desk, question(), new AbortController().signal)
    const encoding = askedAbout(state(), question())?.encoding
    // What it was read in is offered too, though nobody would guess it.
    expect(found).toMatchObject({ kind: 'choices', choices: [other, { encoding, score: 0 }] })
    expect(bridge.encodingChoices.mock.calls[0]?.[1]).toEqual(new Uint8Array([1, 2, 3]))
  })
})
