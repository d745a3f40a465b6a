import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsText, packRecords, tallyPacked, unpackRecords } from './columns.ts'
import { LateRecords } from './late-records.ts'
import { RecordTable } from './record-table.ts'

/** Texts that repeat and texts that do not, names that every object has, and the sign that stands between joined texts. */
const text = fc.oneof(fc.constantFrom('', 'a', 'b', '王毅', '\u0000', '__proto__', 'constructor'), fc.string())
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(text, tie('any'), { maxKeys: 4 }),
  ),
})).any
const anything = fc.array(fc.dictionary(text, value, { maxKeys: 5 }), { maxLength: 20 })

/** Like those that are kept: the same properties throughout, some of them now and then absent. */
const alike = fc.array(
  fc.record(
    {
      id: fc.uuid(),
      codeId: fc.constantFrom('one', 'two', 'three'),
      anchors: fc.array(fc.record({ span: fc.record({ start: fc.nat(), end: fc.nat() }), quote: text })),
      fields: fc.dictionary(text, text, { maxKeys: 3 }),
      part: text,
    },
    { requiredKeys: ['id', 'codeId', 'anchors', 'fields'] },
  ),
  { maxLength: 60 },
)

test('whatever is packed comes out as it went in, also through the database', () => {
  fc.assert(
    fc.property(fc.oneof(anything, alike), (records) => {
      const packed = structuredClone(packRecords(records))
      expect(packed.count).toBe(records.length)
      expect(unpackRecords(packed)).toEqual(records)
      expect(unpackRecords(packed).map((record) => Object.keys(record))).toEqual(
        records.map((record) => Object.keys(record)),
      )
    }),
    { numRuns: 500 },
  )
})

test('values are counted as the records have them', () => {
  fc.assert(
    fc.property(alike, (records) => {
      for (const name of ['codeId', 'part', 'id']) {
        const counts = new Map<string, number>()
        for (const record of records as readonly Record<string, unknown>[]) {
          const said = record[name]
          if (typeof said === 'string') counts.set(said, (counts.get(said) ?? 0) + 1)
        }
        expect(new Map([...tallyPacked(packRecords(records), name)].sort())).toEqual(new Map([...counts].sort()))
      }
    }),
  )
})

test('a text is found in the records that hold it, whole and nowhere else', () => {
  const holding = fc.array(fc.record({ id: text, part: fc.oneof(text, fc.integer()) }), { maxLength: 30 })
  fc.assert(
    fc.property(holding, text, (records, other) => {
      const packed = packRecords(records)
      for (const wanted of [...records.map(({ id }) => id), other, other.slice(1), `${other}a`]) {
        expect(holdsText(packed, 'id', wanted)).toBe(records.some(({ id }) => id === wanted))
        expect(holdsText(packed, 'part', wanted)).toBe(records.some(({ part }) => part === wanted))
      }
      expect(holdsText(packed, 'none', other)).toBe(false)
    }),
  )
})

test('records that are made late are those that were packed, in their order, and their number is known before', () => {
  const records = [
    { id: 'b', codeId: 'x' },
    { id: 'a', codeId: 'x' },
    { id: 'c', codeId: 'y' },
  ]
  const late = new LateRecords(packRecords(records))
  expect(late.size).toBe(3)
  expect(late.tally('codeId')).toEqual(new Map(Object.entries({ x: 2, y: 1 })))
  expect([...late]).toEqual(records.map((record) => [record.id, record]))
  expect([...late.keys()]).toEqual(['b', 'a', 'c'])
  expect(late.get('a')).toEqual(records[1])
  expect(late.has('d')).toBe(false)
})

test('a table counts what stands in it now, whatever was made, changed or removed since it was packed', () => {
  const table = RecordTable.late<string, { readonly id: string; readonly codeId: string }>(
    packRecords(['a', 'b', 'c'].map((id) => ({ id, codeId: 'x' }))),
  )
  expect(table.tally('codeId')).toEqual(new Map([['x', 3]]))
  const changed = table.changed([
    { before: table.get('a') ?? null, after: null },
    { before: table.get('b') ?? null, after: { id: 'b', codeId: 'y' } },
    { before: null, after: { id: 'd', codeId: 'y' } },
  ])
  expect(changed.tally('codeId')).toEqual(new Map(Object.entries({ x: 1, y: 2 })))
  expect(table.tally('codeId')).toEqual(new Map([['x', 3]]))
})
