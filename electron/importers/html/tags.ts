import type { Style } from '#shared/model/source-structure.ts'

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that hold nothing that is read on the page, or what a page shows instead of something else. */
export const DROPPED = setOf(
  'script style noscript template head title meta link base iframe object embed applet audio video canvas svg ' +
    'img picture map input select datalist option noframes noembed rt rp rtc progress meter dialog portal',
)

/** Elements that begin and end a line: HTML standard, section 15.3. */
export const BLOCKS = setOf(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p plaintext pre ' +
    'search section summary table textarea tr ul xmp',
)

/** Elements that show blanks and line ends as they are written. */
export const KEEPS_SPACE = setOf('pre textarea listing xmp plaintext')

export const HEADINGS = setOf('h1 h2 h3 h4 h5 h6')

/** What a tag says of its text. */
export const TAG_STYLES: ReadonlyMap<string, Style> = new Map<string, Style>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['dt', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['blockquote', 'quotation'],
  ['li', 'list-item'],
  ...[...HEADINGS].map((name): [string, Style] => [name, 'heading']),
])
