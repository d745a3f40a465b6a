import type {
  BridgeCalls,
  EncodingChoice,
  EncodingChoices,
  ImportedText,
  ImportFailure,
  MenuState,
  TextOutcome,
} from '#shared/bridge.ts'
import { isCommandId } from '#shared/commands.ts'
import { dictionaryOf, isCount, isText, listOf, oneOf, orNull, recordGuard } from '#shared/model/guard.ts'
import type { Source } from '#shared/model/source.ts'
import { isSourceStructure } from '#shared/model/source-structure.ts'

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array

const isMenuState = recordGuard<MenuState>({
  enabled: listOf(isCommandId),
  checked: listOf(isCommandId),
  undo: orNull(isText),
  redo: orNull(isText),
})

const isImportedText = recordGuard<ImportedText>({
  fileName: isText,
  mediaType: isText,
  sha256: isText,
  encoding: isText,
  certainty: oneOf<ImportedText['certainty']>('certain', 'likely', 'unsure'),
  lineEnds: oneOf<Source['lineEnds']>('lf', 'crlf', 'cr', 'mixed', 'none'),
  importer: isText,
  text: isText,
  structure: isSourceStructure,
  undecodable: isCount,
})

const isFailureReason = oneOf<ImportFailure['reason']>(
  'not-found',
  'not-readable',
  'is-folder',
  'empty',
  'too-large',
  'too-long',
  'not-text',
  'no-text-layer',
  'encrypted',
  'damaged',
  'changed-while-read',
  'took-too-long',
  'out-of-memory',
  'importer-failed',
  'cancelled',
)

const isImportFailure = recordGuard<ImportFailure>({ fileName: isText, reason: isFailureReason, detail: isText })

/** Guards what the importer's process answers: it read a file that anybody may have written. */
export function isTextOutcome(value: unknown): value is TextOutcome {
  if (typeof value !== 'object' || value === null) return false
  const { kind, file, failure } = value as Record<string, unknown>
  return kind === 'imported' ? isImportedText(file) : kind === 'failed' && isImportFailure(failure)
}

const isEncodingChoice = recordGuard<EncodingChoice>({
  encoding: isText,
  firstLines: isText,
  undecodable: isCount,
  score: Number.isFinite,
})

/** Guards what the importer's process answers when it is asked for encodings. */
export function isEncodingChoices(value: unknown): value is EncodingChoices {
  if (typeof value !== 'object' || value === null) return false
  const { kind, choices, reason } = value as Record<string, unknown>
  return kind === 'choices' ? listOf(isEncodingChoice)(choices) : kind === 'failed' && isFailureReason(reason)
}

type ArgumentGuards = {
  readonly [Name in keyof BridgeCalls]: (args: readonly unknown[]) => args is Parameters<BridgeCalls[Name]>
}

/** Makes a guard for a list of arguments: so many, each passing its own check. */
function argumentsOf<Args extends unknown[]>(
  ...checks: readonly ((value: unknown) => boolean)[]
): (args: readonly unknown[]) => args is Args {
  return (args): args is Args => args.length === checks.length && checks.every((check, place) => check(args[place]))
}

/** What each call of the bridge must bring along. */
export const ARGUMENT_GUARDS: ArgumentGuards = {
  appInfo: argumentsOf(),
  chooseSources: argumentsOf(),
  chooseFolder: argumentsOf(),
  takeWaitingFiles: argumentsOf(),
  importChosen: argumentsOf(isText),
  forgetChosen: argumentsOf(listOf(isText)),
  importBytes: argumentsOf(isText, isText, isBytes, orNull(isText)),
  cancelImport: argumentsOf(isText),
  encodingChoices: argumentsOf(isText, isBytes),
  beginExport: argumentsOf(isText),
  writeExport: argumentsOf(isText, isBytes),
  endExport: argumentsOf(isText),
  cancelExport: argumentsOf(isText),
  updateMenu: argumentsOf(isMenuState),
  openWindow: argumentsOf(),
  changeKeys: argumentsOf(dictionaryOf(dictionaryOf(orNull(isText)))),
  saveKeys: argumentsOf(isText, isText),
  readyToClose: argumentsOf(),
}
