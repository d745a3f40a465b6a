import { expect, test } from 'vitest'
import { starterCodebook } from '#shared/codebook/starter-codebook.ts'
import { RecordTable } from '#shared/journal/record-table.ts'
import { emptyState, type ProjectState } from '#shared/journal/state.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId, CoderId, CodeSetId, IsoDateTime, ProjectId } from '#shared/model/ids.ts'
import { NO_FILTER } from '#shared/query/coding-filter.ts'
import { filterOptions, isChosen, optionsChosen, toggled } from './filter-options.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
let count = 0
const codes = starterCodebook('en', () => `code-${++count}`)
const state: ProjectState = {
  ...emptyState({ id: 'p' as ProjectId, name: 'p', createdAt: AT }),
  codes: RecordTable.of(codes),
  coders: RecordTable.of([{ id: 'a' as CoderId, name: 'Anna Meta', createdAt: AT }]),
  codeSets: RecordTable.of([{ id: 's' as CodeSetId, name: 'Figures', codeIds: [] }]),
}

test('without words everything can be asked for: families with their codes, sets, coders, speakers', () => {
  const options = filterOptions(state, ['Lin'], '', null)
  expect(options).toHaveLength(codes.length + 3)
  expect(options[0]?.depth).toBe(0)
  expect(options[1]?.depth).toBe(1)
  expect(options.slice(-3).map(({ kind }) => kind)).toEqual(['codeSets', 'coders', 'speakers'])
})

test('words find codes and coders alike', () => {
  expect(filterOptions(state, ['Lin'], 'meta', null).map(({ name }) => name)).toEqual(['Metaphor', 'Anna Meta'])
})

test('what is asked for is taken off again by asking a second time, and named as long as it is there', () => {
  const metaphor = filterOptions(state, [], 'metaphor', null)[0]
  if (metaphor === undefined) throw new Error('no metaphor')
  const lin = { kind: 'speakers', id: 'Lin' } as const
  const both = toggled(toggled(NO_FILTER, metaphor), lin)
  expect(isChosen(both, metaphor)).toBe(true)
  expect(optionsChosen(state, both).map(({ name }) => name)).toEqual(['Metaphor', 'Lin'])
  expect(optionsChosen({ ...state, codes: RecordTable.of<CodeId, Code>([]) }, both).map(({ name }) => name)).toEqual([
    'Lin',
  ])
  expect(toggled(toggled(both, lin), metaphor)).toEqual(NO_FILTER)
})
