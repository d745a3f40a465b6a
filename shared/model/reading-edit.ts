import { isCount, isIsoDateTime, isText, listOf, oneOf, recordGuard } from './guard.ts'
import { type CoderId, type IsoDateTime, isId, type ReadingEditId, type SourceId } from './ids.ts'
import { SET_ASIDE_KINDS, type SetAsideKind } from './set-aside-kind.ts'
import { isTextSpan, type TextSpan, type Utf16Offset } from './text-span.ts'
import { TURN_ROLES, type TurnRole } from './turn-role.ts'

/**
 * What somebody puts right in the reading of a source. Places are named by source positions
 * (UTF-16), so an edit means the same whatever the recogniser proposes; one that finds nothing to
 * change at its place changes nothing.
 */
export type ReadingChange =
  /** These stretches are labels: a turn begins at each. */
  | { readonly kind: 'label'; readonly spans: readonly TextSpan[] }
  /** What stands here is speech, no label. */
  | { readonly kind: 'no-label'; readonly spans: readonly TextSpan[] }
  /** A paragraph begins here. */
  | { readonly kind: 'split'; readonly at: Utf16Offset }
  /** The paragraph at this place belongs to the one before it. */
  | { readonly kind: 'join'; readonly at: Utf16Offset }
  | { readonly kind: 'set-aside'; readonly spans: readonly TextSpan[]; readonly as: SetAsideKind }
  /** What was set aside here is speech. */
  | { readonly kind: 'bring-back'; readonly spans: readonly TextSpan[] }
  /** All turns of these speakers are turns of one who is called so. With one name it is a renaming. */
  | { readonly kind: 'speakers'; readonly names: readonly string[]; readonly to: string }
  /** Who speaks one turn: the turn that holds this place. */
  | { readonly kind: 'turn-speaker'; readonly at: Utf16Offset; readonly speaker: string }
  /** What a speaker does in the talk. */
  | { readonly kind: 'speaker-role'; readonly speaker: string; readonly role: TurnRole }
  /** What one turn does: the turn that holds this place. */
  | { readonly kind: 'turn-role'; readonly at: Utf16Offset; readonly role: TurnRole }
  /** Whether the turn at this place opens an exchange or goes on with the one before. */
  | { readonly kind: 'exchange'; readonly at: Utf16Offset; readonly border: 'begins' | 'continues' }
  /** The doubt of this code about this stretch was looked at: the reading is right. */
  | { readonly kind: 'confirmed'; readonly code: string; readonly span: TextSpan }

export interface ReadingEdit {
  readonly id: ReadingEditId
  readonly sourceId: SourceId
  readonly change: ReadingChange
  readonly createdAt: IsoDateTime
  readonly createdBy: CoderId
}

const isSpans = (value: unknown): boolean => listOf(isTextSpan)(value) && (value as readonly unknown[]).length > 0

type ChangeShapes = {
  readonly [K in ReadingChange['kind']]: (value: unknown) => boolean
}

const SHAPES: ChangeShapes = {
  label: recordGuard({ spans: isSpans }),
  'no-label': recordGuard({ spans: isSpans }),
  split: recordGuard({ at: isCount }),
  join: recordGuard({ at: isCount }),
  'set-aside': recordGuard({ spans: isSpans, as: oneOf(...SET_ASIDE_KINDS) }),
  'bring-back': recordGuard({ spans: isSpans }),
  speakers: recordGuard({ names: listOf(isText), to: isText }),
  'turn-speaker': recordGuard({ at: isCount, speaker: isText }),
  'speaker-role': recordGuard({ speaker: isText, role: oneOf(...TURN_ROLES) }),
  'turn-role': recordGuard({ at: isCount, role: oneOf(...TURN_ROLES) }),
  exchange: recordGuard({ at: isCount, border: oneOf('begins', 'continues') }),
  confirmed: recordGuard({ code: isText, span: isTextSpan }),
}

function isReadingChange(value: unknown): value is ReadingChange {
  const kind = (value as { kind?: unknown } | null | undefined)?.kind
  return typeof kind === 'string' && Object.hasOwn(SHAPES, kind) && SHAPES[kind as ReadingChange['kind']](value)
}

export const isReadingEdit = recordGuard<ReadingEdit>({
  id: isId,
  sourceId: isId,
  change: isReadingChange,
  createdAt: isIsoDateTime,
  createdBy: isId,
})
