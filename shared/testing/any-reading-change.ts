import fc from 'fast-check'
import type { CoderId, IsoDateTime, ReadingEditId, SourceId } from '#shared/model/ids.ts'
import type { ReadingChange, ReadingEdit } from '#shared/model/reading-edit.ts'
import { SET_ASIDE_KINDS } from '#shared/model/set-aside-kind.ts'
import { spanOf, utf16 } from '#shared/model/text-span.ts'
import { TURN_ROLES } from '#shared/model/turn-role.ts'

const span = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })).map(([at, length]) => spanOf(at, at + length))
const spans = fc.array(span, { minLength: 1, maxLength: 3 })
const at = fc.nat(200).map(utf16)
const name = fc.constantFrom('河谷报', '陈树', 'Ann', 'Ben', 'X')
/** What somebody puts right near the beginning of a text, whether there is something to put right or not. */
export const anyReadingChange: fc.Arbitrary<ReadingChange> = fc.oneof(
  fc.record({ kind: fc.constant('label' as const), spans }),
  fc.record({ kind: fc.constant('turn-speaker' as const), at, speaker: name }),
  fc.record({ kind: fc.constant('no-label' as const), spans }),
  fc.record({ kind: fc.constant('split' as const), at }),
  fc.record({ kind: fc.constant('join' as const), at }),
  fc.record({ kind: fc.constant('set-aside' as const), spans, as: fc.constantFrom(...SET_ASIDE_KINDS) }),
  fc.record({ kind: fc.constant('bring-back' as const), spans }),
  fc.record({ kind: fc.constant('speakers' as const), names: fc.array(name), to: name }),
  fc.record({ kind: fc.constant('speaker-role' as const), speaker: name, role: fc.constantFrom(...TURN_ROLES) }),
  fc.record({ kind: fc.constant('turn-role' as const), at, role: fc.constantFrom(...TURN_ROLES) }),
  fc.record({
    kind: fc.constant('exchange' as const),
    at,
    border: fc.constantFrom('begins' as const, 'continues' as const),
  }),
)

const SOURCE_ID = '00000000-0000-4000-8000-000000000001' as SourceId

/** These changes as edits, each made a millisecond after the one before. */
export function editsOf(changes: readonly ReadingChange[]): readonly ReadingEdit[] {
  return changes.map((change, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` as ReadingEditId,
    sourceId: SOURCE_ID,
    change,
    createdAt: new Date(Date.UTC(2026, 0, 1) + index).toISOString() as IsoDateTime,
    createdBy: '00000000-0000-4000-8000-000000000002' as CoderId,
  }))
}
