import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Difference, RecordTable } from './record-table.ts'

interface Thing {
  readonly id: string
  readonly value: number
}

/** What may happen to a table: one change after another, some of them together, and now and then so many that it gets a new base. */
const steps = fc.array(
  fc.array(fc.record({ id: fc.nat({ max: 60 }), value: fc.nat(), isGone: fc.boolean() }), { maxLength: 90 }),
  { maxLength: 12 },
)
const start = fc.uniqueArray(fc.nat({ max: 60 })).map((ids) => ids.map((id) => ({ id: `r${id}`, value: 0 })))

/** Makes changes that fit out of wishes, and carries them out on a plain map. */
function fitting(
  model: Map<string, Thing>,
  wishes: readonly { readonly id: number; readonly value: number; readonly isGone: boolean }[],
): readonly Difference<Thing>[] {
  return wishes.flatMap(({ id: number, value, isGone }) => {
    const id = `r${number}`
    const before = model.get(id) ?? null
    if (isGone && before === null) return []
    const after = isGone ? null : { id, value }
    if (after === null) model.delete(id)
    else model.set(id, after)
    return [{ before, after }]
  })
}

test('a table is what a map would be, order and all, and no table changes when another is made of it', () => {
  fc.assert(
    fc.property(start, steps, (records, list) => {
      const model = new Map<string, Thing>(records.map((record) => [record.id, record]))
      let table = RecordTable.of<string, Thing>(records)
      const seen: {
        readonly table: RecordTable<string, Thing>
        readonly was: readonly (readonly [string, Thing])[]
      }[] = []
      for (const wishes of list) {
        table = table.changed(fitting(model, wishes))
        seen.push({ table, was: [...model] })
        expect(table.size).toBe(model.size)
        for (let number = 0; number <= 60; number++) {
          expect(table.get(`r${number}`)).toBe(model.get(`r${number}`))
          expect(table.has(`r${number}`)).toBe(model.has(`r${number}`))
        }
      }
      for (const { table: one, was } of seen) {
        expect([...one]).toEqual(was)
        expect([...one.values()]).toEqual(was.map(([, record]) => record))
        expect([...one.keys()]).toEqual(was.map(([id]) => id))
      }
    }),
    { numRuns: 200 },
  )
})

test('the differences between two tables, carried out on the one, make the other', () => {
  fc.assert(
    fc.property(start, steps, fc.nat(), fc.nat(), (records, list, from, to) => {
      const model = new Map<string, Thing>(records.map((record) => [record.id, record]))
      const tables = [RecordTable.of<string, Thing>(records)]
      for (const wishes of list) tables.push((tables.at(-1) ?? tables[0])?.changed(fitting(model, wishes)) as never)
      const one = tables[from % tables.length]
      const other = tables[to % tables.length]
      if (one === undefined || other === undefined) throw new Error('no table')
      const differences = other.differencesFrom(one)
      if (differences === null) return
      expect(differences.every(({ before, after }) => before !== after)).toBe(true)
      const made = one.changed(differences)
      expect(new Map(made)).toEqual(new Map(other))
    }),
    { numRuns: 300 },
  )
})

test('tables that follow one another closely always know what is different', () => {
  let table = RecordTable.of<string, Thing>([])
  for (let number = 0; number < 500; number++) {
    const next = table.changed([{ before: null, after: { id: `r${number}`, value: number } }])
    expect(next.differencesFrom(table)).toHaveLength(1)
    expect(table.differencesFrom(next)).toHaveLength(1)
    table = next
  }
})

test('a change that does not fit is refused and leaves the table as it was', () => {
  const record = { id: 'r', value: 1 }
  const table = RecordTable.of<string, Thing>([record])
  expect(() => table.changed([{ before: null, after: record }])).toThrow('r')
  expect(() => table.changed([{ before: { id: 's', value: 1 }, after: null }])).toThrow('s')
  expect([...table.values()]).toEqual([record])
})
