import type { CommandId } from './commands.ts'
import type { KeyChanges } from './keymap/keymap.ts'
import type { Language } from './messages/message.ts'
import type { LineEnds } from './model/source.ts'
import type { SourceStructure } from './model/source-structure.ts'

/** What an importer makes of a file's bytes: the source text and all that must be known to check it against the file. */
export interface ImportedText {
  /** Name without folder. */
  readonly fileName: string
  readonly mediaType: string
  /** SHA-256 of the original bytes, lower-case hex. */
  readonly sha256: string
  readonly encoding: string
  /** How far the encoding can be trusted: stated or proved, guessed on good grounds, hardly more than a guess. */
  readonly certainty: 'certain' | 'likely' | 'unsure'
  readonly lineEnds: LineEnds
  /** For instance `plain-text/1`. */
  readonly importer: string
  /** The source text: decoded, line ends as LF, otherwise untouched. */
  readonly text: string
  readonly structure: SourceStructure
  /** How many bytes or sequences could not be decoded and stand as U+FFFD in the text. */
  readonly undecodable: number
}

/** An imported text with its file. */
export interface ImportedFile extends ImportedText {
  /** The file as it came. */
  readonly original: Uint8Array
}

/** Why a file could not be imported. `detail` is the system's own words, or empty. */
export interface ImportFailure {
  readonly fileName: string
  readonly reason:
    | 'not-found'
    | 'not-readable'
    | 'is-folder'
    | 'empty'
    | 'too-large'
    /** The file can be read, but nobody could work with so long a text. */
    | 'too-long'
    | 'not-text'
    | 'no-text-layer'
    | 'encrypted'
    | 'damaged'
    | 'changed-while-read'
    | 'took-too-long'
    | 'out-of-memory'
    | 'importer-failed'
    /** Somebody stopped it: no fault of the file. */
    | 'cancelled'
  readonly detail: string
}

interface FailedImport {
  readonly kind: 'failed'
  readonly failure: ImportFailure
}

export type ImportOutcome = { readonly kind: 'imported'; readonly file: ImportedFile } | FailedImport

/** As an outcome, without the file: whoever asked has its bytes. */
export type TextOutcome = { readonly kind: 'imported'; readonly file: ImportedText } | FailedImport

/** One way to read bytes as text, for somebody to judge. */
export interface EncodingChoice {
  /** WHATWG label. */
  readonly encoding: string
  /** How the text begins when it is read so. */
  readonly firstLines: string
  /** How many bytes or sequences this encoding cannot decode. */
  readonly undecodable: number
  /** The higher, the likelier; comparable within one list only. */
  readonly score: number
}

/** The encodings that bytes may be in, the best first, or why they could not be found out. */
export type EncodingChoices =
  | { readonly kind: 'choices'; readonly choices: readonly EncodingChoice[] }
  | { readonly kind: 'failed'; readonly reason: ImportFailure['reason'] }

/** A file that was chosen to be imported. Where it lies is known to main alone. */
export interface ChosenFile {
  /** Stands for the file in `importChosen`, once. */
  readonly token: string
  readonly fileName: string
  /** The folders between the chosen folder and the file, parted by `/`; empty for a file that lies in it or was chosen itself. */
  readonly folder: string
  /** Its size when it was chosen, or 0 where that is not known. */
  readonly bytes: number
}

/** What somebody chose to import, in the order in which it is to be taken. */
export interface ChosenFiles {
  /** The name of the folder that was chosen; null for files. */
  readonly folderName: string | null
  readonly files: readonly ChosenFile[]
  /** How many files of the folder are of no kind that can be read. */
  readonly passedOver: number
  /** More than `MOST_FILES` were chosen, or the folder has more than `MOST_ENTRIES` entries: the rest is not among them. */
  readonly isCut: boolean
  /** Folders inside that could not be opened. */
  readonly failures: readonly ImportFailure[]
}

/** Nothing was written, or what was is gone again. `detail` says why, in the user's words. */
export interface FailedWriting {
  readonly kind: 'failed'
  readonly detail: string
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly path: string; readonly rows: number }
  | { readonly kind: 'cancelled' }
  | FailedWriting

/** An export that was begun, by the token that stands for it. */
export type BegunExport =
  | { readonly kind: 'begun'; readonly token: string }
  | { readonly kind: 'cancelled' }
  | FailedWriting

export type WriteOutcome = { readonly kind: 'written' } | FailedWriting

export type EndedExport = { readonly kind: 'saved'; readonly path: string } | FailedWriting

export type Theme = 'system' | 'light' | 'dark'
export const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Theme[]

/** What the renderer must know of the machine before it shows anything. */
export interface AppInfo {
  readonly version: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly language: Language
  /** The name the system knows the user by: the first coder's name. It stays on this machine. */
  readonly userName: string
}

/** What the menu bar shows that only the renderer knows. */
export interface MenuState {
  readonly enabled: readonly CommandId[]
  readonly checked: readonly CommandId[]
  /** The name of the act that undo would take back, in the interface's language, or null. */
  readonly undo: string | null
  readonly redo: string | null
}

/** What the renderer may ask of main. The wire is said here once; both ends are derived from it. */
export interface BridgeCalls {
  /** Facts of this machine. */
  readonly appInfo: () => AppInfo
  /** Shows the open dialog for files; null when it was cancelled. */
  readonly chooseSources: () => ChosenFiles | null
  /** Shows the open dialog for a folder and lists all files in it and below that can be read; null when it was cancelled. */
  readonly chooseFolder: () => ChosenFiles | null
  /** The files and folders named on the command line or by the system since the last call. */
  readonly takeWaitingFiles: () => ChosenFiles
  /** Reads and imports a chosen file. The token is spent by it, and names the import for `cancelImport`. */
  readonly importChosen: (token: string) => ImportOutcome
  /** These files will not be asked for. */
  readonly forgetChosen: (tokens: readonly string[]) => void
  /**
   * Imports bytes that the renderer has: by drag and drop, from the database, or its own sample. `job` is
   * the caller's name for it, for `cancelImport`; `encoding` a WHATWG label that somebody chose, or null.
   */
  readonly importBytes: (job: string, fileName: string, bytes: Uint8Array, encoding: string | null) => TextOutcome
  /** Stops an import, whose outcome is then `cancelled`. One that has ended is left as it is. */
  readonly cancelImport: (job: string) => void
  /** Which encodings bytes may be in. `job` as in `importBytes`. */
  readonly encodingChoices: (job: string, bytes: Uint8Array) => EncodingChoices
  /** Shows the save dialog and begins a file of an export beside its place. */
  readonly beginExport: (suggestedName: string) => BegunExport
  /** Adds bytes to an export. One that failed is over. */
  readonly writeExport: (token: string, bytes: Uint8Array) => WriteOutcome
  /** Flushes the export and puts it in its place. */
  readonly endExport: (token: string) => EndedExport
  /** Leaves nothing of an export. */
  readonly cancelExport: (token: string) => void
  /** Says what of the menu bar holds while this window is in front. */
  readonly updateMenu: (state: MenuState) => void
  /** Opens another window on the same data. */
  readonly openWindow: () => void
  /** The menu bar shows and registers these keys in the place of its own. */
  readonly changeKeys: (changes: KeyChanges) => void
  /** Shows the save dialog and writes the list of keys, whole or not at all; `rows` of the answer counts its lines. */
  readonly saveKeys: (suggestedName: string, text: string) => SaveOutcome
  /** Answers `closing`: everything typed is saved, the window may go. */
  readonly readyToClose: () => void
}

/** What main tells the renderer of its own accord. */
export interface BridgeEvents {
  /** A command was chosen in the menu bar. */
  readonly command: CommandId
  /** Files wait to be taken with `takeWaitingFiles`. */
  readonly filesWaiting: null
  readonly languageChanged: Language
  /** The window is about to close; it waits a moment for `readyToClose`. */
  readonly closing: null
}

const eventNames: Readonly<Record<keyof BridgeEvents, true>> = {
  command: true,
  filesWaiting: true,
  languageChanged: true,
  closing: true,
}

/** Guards the name of an event that the page wants to listen to. */
export function isBridgeEvent(value: unknown): value is keyof BridgeEvents {
  return typeof value === 'string' && Object.hasOwn(eventNames, value)
}

/** The channel on which a call or an event travels; both ends ask here. */
export function channelOf(name: keyof BridgeCalls | keyof BridgeEvents): string {
  return `lectern:${name}`
}

type Asynchronous<F> = F extends (...args: infer Args) => infer Result ? (...args: Args) => Promise<Result> : never

/** What the preload script exposes as `window.lectern`. */
export type LecternBridge = { readonly [Name in keyof BridgeCalls]: Asynchronous<BridgeCalls[Name]> } & {
  /** Listens to one event; the answer stops listening. */
  readonly on: <Name extends keyof BridgeEvents>(
    name: Name,
    listener: (value: BridgeEvents[Name]) => void,
  ) => () => void
}
