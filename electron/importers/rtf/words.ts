/** Control words that stand for a character (RTF 1.9.1, "Special Characters"). */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['zwbo', '\u200b'],
  ['zwnbo', '\u2060'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
])

/** Control symbols that stand for a character. */
export const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0x09, '\t'],
  [0x7e, '\u00a0'],
  [0x2d, '\u00ad'],
  [0x5f, '\u2011'],
])

/** Destinations whose text is no part of what a reader reads, in order of the specification. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...['colortbl', 'filetbl', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'info', 'template'],
  ...['ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'pntxta', 'pntxtb', 'fldinst', 'formfield'],
  ...['tc', 'tcn', 'xe', 'rxe', 'txe', 'bkmkstart', 'bkmkend', 'atnid', 'atnauthor', 'atnref', 'atndate'],
  ...['pict', 'nonshppict', 'objclass', 'objname', 'objdata', 'sp', 'shprslt', 'mmath', 'mmathPict'],
  ...['nonesttables', 'private', 'comment', 'themedata', 'colorschememapping', 'datastore', 'latentstyles'],
])

/** Groups that hold what is not to be read, and inside of it one that is, which the second list names. */
export const WRAPPERS: ReadonlySet<string> = new Set(['upr', 'object', 'shpinst', 'do'])
export const WRAPPED: ReadonlySet<string> = new Set(['ud', 'result'])
export const TEXT_BOXES: ReadonlySet<string> = new Set(['shptxt', 'dptxbxtext'])
export const HEADS: ReadonlySet<string> = new Set([
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'],
])
export const NOTES: ReadonlySet<string> = new Set(['footnote', 'annotation'])

/** Destinations that readers which do not know them are told to skip, and that are known here. */
export const KNOWN_BEHIND_STAR: ReadonlySet<string> = new Set([
  ...['ud', 'shpinst', 'do', 'annotation', 'nesttableprops', 'cs', 'ds', 'ts', 'footnote', 'shptxt', 'result'],
  ...['fldrslt'],
])
