import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { LecternDatabase } from '#renderer/db/database.ts'
import { createProject } from '#renderer/db/project-store.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import type { CoderId, IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import type { Source } from '#shared/model/source.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { type StoredReading, storeReading } from '#shared/transcript/stored-reading.ts'
import { foundProject } from './acts/project-acts.ts'
import { act, type Desk } from './desk.ts'
import { openSource } from './open-source.ts'
import { openSession } from './project-session.ts'
import { createWorkbench, type Dialog } from './workbench.ts'

const ID = '00000000-0000-4000-8000-000000000001' as ProjectId
const CODER = '00000000-0000-4000-8000-000000000002' as CoderId
const LONG = '00000000-0000-4000-8000-000000000003' as SourceId
const SHORT = '00000000-0000-4000-8000-000000000004' as SourceId
const AT = '2026-01-01T00:00:00.000Z' as IsoDateTime

let letRead = (): void => {}

/** A project with two sources, whose texts are these. */
async function deskWith(name: string, texts: Readonly<Record<SourceId, string>>): Promise<Desk> {
  const db = new LecternDatabase(name)
  const at = { at: AT, coderId: CODER }
  const founding = foundProject({ id: ID, name: 'one', createdAt: AT }, { id: CODER, name: 'a', createdAt: AT }, [])
  const sources = [LONG, SHORT].map((id) => ({
    kind: 'source' as const,
    before: null,
    after: { id, name: id } as unknown as Source,
  }))
  await createProject(db, foundingEntry(ID, { ...founding, changes: [...founding.changes, ...sources] }, at), 'one')
  await db.texts.bulkPut([LONG, SHORT].map((sourceId) => ({ sourceId, text: texts[sourceId] ?? '' })))
  const session = await openSession({ db, now: () => AT, newId: () => LONG }, ID)
  const workbench = createWorkbench()
  workbench.setState({ session })
  let ids = 0
  /** It comes to an end when it is let. */
  const read = (id: SourceId, signal: AbortSignal): Promise<StoredReading> =>
    new Promise((resolve, reject) => {
      signal.onabort = () => reject(signal.reason)
      letRead = () => resolve(storeReading(texts[id] ?? '', readTranscript(texts[id] ?? '')))
    })
  return { db, workbench, newId: () => `id-${++ids}`, reader: { recogniser: 'r1', read } } as unknown as Desk
}

test('of two sources that are asked for at once the last one is shown, though the first takes longer to read', async () => {
  const desk = await deskWith('two-sources', { [LONG]: 'Anna: yes.', [SHORT]: 'Anna: yes.' })
  const { db, workbench } = desk
  let isReadAtLast = (): void => {}
  const read = db.texts.get.bind(db.texts)
  // The long one is not read before the short one stands there.
  db.texts.get = (async (id: SourceId) => {
    if (id === LONG)
      await new Promise<void>((resolve) => {
        isReadAtLast = resolve
      })
    return read(id)
  }) as unknown as typeof db.texts.get
  const first = openSource(desk, LONG)
  await openSource(desk, SHORT)
  isReadAtLast()
  await first
  expect(workbench.getState()).toMatchObject({ open: { sourceId: SHORT }, opening: null, busy: null })
})

test('who stops the reading of a long source keeps what was on the screen', async () => {
  const desk = await deskWith('stopped', { [LONG]: 'Anna: yes.\n'.repeat(5000), [SHORT]: 'Anna: yes.' })
  const { workbench } = desk
  await openSource(desk, SHORT)
  const asked = openSource(desk, LONG)
  await vi.waitFor(() => expect(workbench.getState().works).toMatchObject([{ name: 'work.reading', count: null }]))
  workbench.getState().works[0]?.stop?.()
  await asked
  expect(workbench.getState()).toMatchObject({
    open: { sourceId: SHORT },
    opening: null,
    busy: null,
    works: [],
    notice: { key: 'notice.workStopped' },
  })
})

test('a long source that nobody waits for any more is given up', async () => {
  const desk = await deskWith('given-up', { [LONG]: 'Anna: yes.\n'.repeat(5000), [SHORT]: 'Anna: yes.' })
  const { workbench } = desk
  const first = openSource(desk, LONG)
  await openSource(desk, SHORT)
  await first
  expect(workbench.getState()).toMatchObject({ open: { sourceId: SHORT }, opening: null, busy: null, notice: null })
})

test('a dialog that was opened while a long source was read stays open: it may hold what stands nowhere else', async () => {
  const desk = await deskWith('dialog', { [LONG]: 'Anna: yes.\n'.repeat(5000), [SHORT]: 'Anna: yes.' })
  const { workbench } = desk
  workbench.setState({ dialog: { kind: 'code-sets' } })
  const asked = openSource(desk, LONG)
  await vi.waitFor(() => expect(workbench.getState().works).toHaveLength(1))
  const dialog: Dialog = { kind: 'import-report' }
  workbench.setState({ dialog })
  letRead()
  await asked
  expect(workbench.getState()).toMatchObject({ open: { sourceId: LONG }, dialog })
})

test('the dialog that a source was chosen in is closed', async () => {
  const desk = await deskWith('chosen', { [LONG]: 'Anna: yes.', [SHORT]: 'Anna: yes.' })
  desk.workbench.setState({ dialog: { kind: 'import-report' } })
  await openSource(desk, SHORT)
  expect(desk.workbench.getState()).toMatchObject({ open: { sourceId: SHORT }, dialog: null })
})

test('a source that has gone while it was read is not shown', async () => {
  const desk = await deskWith('gone', { [LONG]: 'Anna: yes.\n'.repeat(5000), [SHORT]: 'Anna: yes.' })
  const { workbench } = desk
  const asked = openSource(desk, LONG)
  await vi.waitFor(() => expect(workbench.getState().works).toHaveLength(1))
  await act(desk, (state) => {
    const before = state.sources.get(LONG)
    if (before === undefined) throw new Error('no source')
    return { name: 'act.binSources', values: { count: 1 }, changes: [{ kind: 'source', before, after: null }] }
  })
  letRead()
  await asked
  expect(workbench.getState()).toMatchObject({ open: null, opening: null, notice: { key: 'refusal.goneMeanwhile' } })
})
