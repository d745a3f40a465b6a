/** The largest file that is read, in bytes: far above any transcript, far below what would fill the memory. */
export const LARGEST_SOURCE = 200 * 1024 * 1024

/**
 * The longest text that becomes a source, in UTF-16 units and in lines: a hundred times a long transcript.
 * Beyond it the window would take minutes to show it, and some gigabytes of memory.
 */
export const LONGEST_TEXT = 50_000_000
export const MOST_LINES = 300_000

/** Whether a text is short enough to become a source. */
export function isShowable(text: string): boolean {
  if (text.length > LONGEST_TEXT) return false
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1 && lines <= MOST_LINES; at = text.indexOf('\n', at + 1)) lines += 1
  return lines <= MOST_LINES
}

/** The most files that are taken at once, so that a folder chosen by mistake is no import without end. */
export const MOST_FILES = 2000

/** How many entries of folders are looked at before looking ends: a bound on time and memory, not on what is taken. */
export const MOST_ENTRIES = 100_000

/** Endings, lower case and without the dot, that a file in a folder must have to be tried. */
export const READABLE_ENDINGS = [
  'txt',
  'text',
  'md',
  'markdown',
  'docx',
  'docm',
  'dotx',
  'doc',
  'odt',
  'ott',
  'fodt',
  'rtf',
  'pdf',
  'html',
  'htm',
  'xhtml',
  'mht',
  'mhtml',
  'srt',
  'vtt',
  'sbv',
  'ttml',
  'dfxp',
  'xml',
] as const

const endings: ReadonlySet<string> = new Set(READABLE_ENDINGS)

/** Whether a file of a folder is tried. One that somebody names himself is tried whatever it is called. */
export function hasReadableEnding(fileName: string): boolean {
  const dot = fileName.lastIndexOf('.')
  return dot > 0 && endings.has(fileName.slice(dot + 1).toLowerCase())
}

/** Names that a folder keeps for programs: hidden files and folders, and the lock files of word processors. */
export function isHiddenName(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$')
}

const collator = new Intl.Collator(undefined, { numeric: true })

/** Orders names as people do: `part 2` before `part 10`. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}
