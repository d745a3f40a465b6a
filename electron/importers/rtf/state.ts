import { BOLD, ITALIC, UNDERLINE } from '#electron/importers/xml/paragraph-writer.ts'

/**
 * Where text goes: into the source text; nowhere; nowhere, unless a group inside says otherwise;
 * or into one of the tables at the file's beginning.
 */
export type RtfDestination = 'text' | 'skip' | 'wrapper' | 'nested-row' | 'fonts' | 'styles'

/** What holds until a group ends. Never changed, only replaced, so that groups can share it. */
export interface RtfState {
  readonly destination: RtfDestination
  readonly font: number
  /** The last control word was one that makes the following associated font that of the text. */
  readonly isFarEast: boolean
  /** Bits of `BOLD`, `ITALIC`, `UNDERLINE` that were set or cleared since the last reset, and their values. */
  readonly lookSaid: number
  readonly look: number
  /** What the paragraph's and the characters' styles say where nothing else was said. */
  readonly styleLook: number
  readonly isDeleted: boolean
  /** How many bytes stand behind a Unicode character for readers that do not know Unicode. */
  readonly fallbackBytes: number
  readonly isHeading: boolean
  readonly isInTable: boolean
}

export const FIRST_STATE: RtfState = {
  destination: 'text',
  font: 0,
  isFarEast: false,
  lookSaid: 0,
  look: 0,
  styleLook: 0,
  isDeleted: false,
  fallbackBytes: 1,
  isHeading: false,
  isInTable: false,
}

/**
 * A state in which some things are otherwise. Files change it millions of times, and engines copy
 * an object whose fields are all named many times faster than one that is spread.
 */
export function changed(state: RtfState, change: Partial<RtfState>): RtfState {
  return {
    destination: change.destination ?? state.destination,
    font: change.font ?? state.font,
    isFarEast: change.isFarEast ?? state.isFarEast,
    lookSaid: change.lookSaid ?? state.lookSaid,
    look: change.look ?? state.look,
    styleLook: change.styleLook ?? state.styleLook,
    isDeleted: change.isDeleted ?? state.isDeleted,
    fallbackBytes: change.fallbackBytes ?? state.fallbackBytes,
    isHeading: change.isHeading ?? state.isHeading,
    isInTable: change.isInTable ?? state.isInTable,
  }
}

/** How text looks in a state, as bits. */
export function lookOf({ look, lookSaid, styleLook }: RtfState): number {
  return (look & lookSaid) | (styleLook & ~lookSaid)
}

/** Control words that set or clear how characters look. All kinds of underlining are one. */
const BIT_OF_WORD: ReadonlyMap<string, number> = new Map([
  ['b', BOLD],
  ['i', ITALIC],
  ...[
    ...['ul', 'uld', 'uldb', 'uldash', 'uldashd', 'uldashdd', 'ulhwave', 'ulldash', 'ulth', 'ulthd', 'ulthdash'],
    ...['ulthdashd', 'ulthdashdd', 'ulthldash', 'ululdbwave', 'ulw', 'ulwave'],
  ].map((word): [string, number] => [word, UNDERLINE]),
])

/** What a control word does to a look: the bit and whether it is on; `null` if it does nothing. */
export function lookChange(
  word: string,
  value: number | null,
): { readonly bit: number; readonly isOn: boolean } | null {
  if (word === 'ulnone') return { bit: UNDERLINE, isOn: false }
  const bit = BIT_OF_WORD.get(word)
  return bit === undefined ? null : { bit, isOn: value !== 0 }
}

/** Levels 0 to 8 are those of headings, 9 is body text. */
export function isHeadingLevel(level: number | null): boolean {
  return level !== null && level >= 0 && level <= 8
}
