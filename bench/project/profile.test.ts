import { expect, test } from 'vitest'
import type { PackRow, ProjectRow, ReadingRow, SummaryRow, TextRow } from '#renderer/db/database.ts'
import { stateOfPacks } from '#renderer/db/packing.ts'
import type { JournalEntry } from '#shared/journal/entry.ts'
import { presentCodingCount } from '#shared/journal/present.ts'
import { summaryKey } from '#shared/sources/source-summary.ts'
import { asRecords } from '#shared/testing/as-records.ts'
import { isAnchored } from '#shared/text/anchor.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { restoreReading } from '#shared/transcript/stored-reading.ts'
import type { Rows } from '../profile.ts'
import { projectProfile } from './profile.ts'

const SIZE = { characters: 12_000, codings: 60, sources: 3, codes: 7, acts: 15 }

interface Stores {
  readonly projects: ProjectRow[]
  readonly packs: PackRow[]
  readonly journal: JournalEntry[]
  readonly texts: TextRow[]
  readonly summaries: SummaryRow[]
  readonly readings: ReadingRow[]
  readonly settings: unknown[]
}

function storesOf(parts: Iterable<Rows>): Stores {
  const stores: Stores = { projects: [], packs: [], journal: [], texts: [], summaries: [], readings: [], settings: [] }
  for (const part of parts) {
    for (const [store, rows] of Object.entries(part)) (stores[store as keyof Stores] as unknown[]).push(...rows)
  }
  return stores
}

test('a project of a size is what the program would have written for it', () => {
  const stores = storesOf(projectProfile(SIZE, '1.2.3'))
  const [project] = stores.projects
  if (project === undefined) throw new Error('no project')
  const state = stateOfPacks(project, stores.packs)
  expect(state.sources.size).toBe(SIZE.sources)
  expect(presentCodingCount(state)).toBe(SIZE.codings)
  expect([...state.codes.values()].filter(({ name }) => /\d{4}$/u.test(name))).toHaveLength(SIZE.codes)
  expect(stores.journal.map(({ seq }) => seq)).toEqual(Array.from({ length: SIZE.acts + 1 }, (_, index) => index + 1))
  expect(project.packedSeq).toBe(stores.journal.at(-1)?.seq)
  expect(stores.summaries.every(({ key }) => key === summaryKey('1.2.3', new Map()))).toBe(true)
  for (const { sourceId, recogniser, reading } of stores.readings) {
    const text = stores.texts.find((row) => row.sourceId === sourceId)?.text ?? ''
    expect(recogniser).toBe('1.2.3')
    expect(asRecords(restoreReading(text, reading))).toEqual(readTranscript(text))
  }
  expect(stores.readings).toHaveLength(SIZE.sources)
  for (const [sourceId, { segments }] of state.marks) {
    const text = stores.texts.find((row) => row.sourceId === sourceId)?.text ?? ''
    for (const { anchors } of segments.values()) expect(anchors.every((one) => isAnchored(text, one))).toBe(true)
  }
})

test('the same size gives the same project', () => {
  expect(storesOf(projectProfile(SIZE, '1'))).toEqual(storesOf(projectProfile(SIZE, '1')))
})
