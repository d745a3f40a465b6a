import { expect, test } from 'vitest'
import type { CodebookVersion } from '#shared/model/codebook-version.ts'
import type { CodebookVersionId, CoderId, IsoDateTime } from '#shared/model/ids.ts'
import { countByVersion, inOrderOfTime, versionAt } from './version-of.ts'

const at = (hour: number): IsoDateTime => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z` as IsoDateTime
const version = (id: string, hour: number): CodebookVersion => ({
  id: id as CodebookVersionId,
  name: id,
  codes: [],
  createdBy: 'coder' as CoderId,
  createdAt: at(hour),
})

test('a coding dates from the last version named before it, or from before the first', () => {
  const versions = inOrderOfTime([version('late', 12), version('early', 8)])
  expect(versions.map(({ id }) => id)).toEqual(['early', 'late'])
  expect([7, 8, 11, 12, 20].map((hour) => versionAt(versions, at(hour)))).toEqual([
    null,
    'early',
    'early',
    'late',
    'late',
  ])
  const counts = countByVersion(
    versions,
    [7, 9, 10, 13].map((hour) => ({ createdAt: at(hour) })),
  )
  expect([...counts]).toEqual([
    [null, 1],
    ['early', 2],
    ['late', 1],
  ])
})
