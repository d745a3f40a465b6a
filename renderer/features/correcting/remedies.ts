import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { ReadingChange } from '#shared/model/reading-edit.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import type { Reading, ReadingWarning } from '#shared/transcript/reading.ts'
import { turnAt } from '#shared/transcript/units.ts'

/** One way to put a doubtful place right: what its button says, and the correction it makes. */
export interface Remedy {
  readonly name: MessageKey
  readonly change: ReadingChange
}

/** The corrections that may be due at a doubtful place. Where there are none, the place is only to be looked at. */
export function remediesFor({ code, span, values }: ReadingWarning): readonly Remedy[] {
  switch (code) {
    case 'rare-label':
    case 'label-split-over-lines':
      return [{ name: 'review.notLabel', change: { kind: 'no-label', spans: [span] } }]
    case 'possible-label':
      return [{ name: 'review.isLabel', change: { kind: 'label', spans: [span] } }]
    case 'alike-speakers': {
      const { name = '', other = '' } = values
      return [{ name: 'review.samePerson', change: { kind: 'speakers', names: [name, other], to: other } }]
    }
    case 'unanswered-question':
      return [{ name: 'review.joinExchange', change: { kind: 'exchange', at: span.start, border: 'continues' } }]
    case 'long-turn':
    case 'no-turns':
      return []
  }
}

/** What is to be seen of a doubtful place: of a doubt about a whole turn its label, or its first paragraph. */
export function placeToLookAt({ code, span }: ReadingWarning, reading: Reading): TextSpan {
  if (code !== 'alike-speakers' && code !== 'unanswered-question' && code !== 'long-turn') return span
  const turn = turnAt(reading, span.start)
  return (turn === null ? undefined : reading.blocks[turn.firstBlock]?.span) ?? span
}
