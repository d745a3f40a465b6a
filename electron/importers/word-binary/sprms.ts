import { u8, u16, u32 } from './bytes.ts'
import type { WordGeneration } from './header.ts'

/** What a change of formatting (a "single property modifier", [MS-DOC] 2.6) is about, as far as it matters here. */
type Property =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'deleted'
  | 'special'
  | 'font'
  | 'character-style'
  | 'symbol'
  | 'in-table'
  | 'row-end'
  | 'inner-cell'
  | 'inner-row-end'
  | 'outline'
  | 'list'
  | 'elsewhere'

const OF_WORD_97: ReadonlyMap<number, Property> = new Map([
  [0x0835, 'bold'],
  [0x0836, 'italic'],
  [0x2a3e, 'underline'],
  [0x0800, 'deleted'],
  [0x0855, 'special'],
  [0x4a30, 'character-style'],
  [0x6a09, 'symbol'],
  [0x2416, 'in-table'],
  [0x2417, 'row-end'],
  [0x244b, 'inner-cell'],
  [0x244c, 'inner-row-end'],
  [0x2640, 'outline'],
  [0x460b, 'list'],
  [0x6645, 'elsewhere'],
  [0x6646, 'elsewhere'],
])
const OF_WORD_6: ReadonlyMap<number, Property> = new Map([
  [85, 'bold'],
  [86, 'italic'],
  [94, 'underline'],
  [65, 'deleted'],
  [117, 'special'],
  [93, 'font'],
  [80, 'character-style'],
  [24, 'in-table'],
  [25, 'row-end'],
])

/** Bytes behind the opcode by the opcode's upper three bits; -1: the first byte says how many follow. */
const LENGTHS_OF_WORD_97 = [1, 1, 2, 4, 2, 2, -1, 3]
const TABLE_DEFINITION = 0xd608
const TAB_CHANGE = 0xc615

/**
 * Bytes behind each opcode of Word 6 and 95: a digit, `v` where the first byte says how many follow,
 * `w` where the first two do. Opcodes without a known length end a list. By first opcode.
 */
const LENGTHS_OF_WORD_6: readonly (readonly [first: number, lengths: string])[] = [
  [0, '??2v11111111v11v2222422v11222122222221222222122222110'], // Paragraphs.
  [64, 'v111v24123v1?v?v2vv0?111111112132212121v1vv2v22vvvvvv11'], // Characters.
  [182, '22211?v2wv454242254'], // Tables; 187 has twelve.
]

/** The value of a change that says: as the style does, or the opposite. */
export const AS_STYLE = 0x80
export const NOT_AS_STYLE = 0x81

/** What changes say of characters; `null` where they say nothing. */
export interface CharacterFormat {
  /** 0, 1, `AS_STYLE` or `NOT_AS_STYLE`. */
  readonly bold: number | null
  readonly italic: number | null
  readonly isUnderlined: boolean | null
  readonly isDeleted: boolean
  /** Its control characters and its `(` stand for something else. */
  readonly isSpecial: boolean
  /** Index of the font; Word 6 and 95 only. */
  readonly font: number | null
  readonly style: number | null
  /** The character that a special `(` stands for. */
  readonly symbol: number | null
}

export const PLAIN_CHARACTERS: CharacterFormat = {
  bold: null,
  italic: null,
  isUnderlined: null,
  isDeleted: false,
  isSpecial: false,
  font: null,
  style: null,
  symbol: null,
}

/** What changes say of a paragraph; `null` where they say nothing. */
export interface ParagraphFormat {
  /** Index of the style. */
  readonly style: number
  readonly isInTable: boolean
  /** Its end is that of a table's row. */
  readonly isRowEnd: boolean
  /** Its end is that of a cell, or of a row, of a table within a table. */
  readonly isInnerCell: boolean
  readonly isInnerRowEnd: boolean
  /** From 0 for main headings to 9 for text. */
  readonly outline: number | null
  readonly isListItem: boolean | null
  /** Where in the stream `Data` more changes lie. */
  readonly elsewhere: number | null
}

/** What a list of changes says of characters, on top of what was said before. */
export function characterFormat(
  changes: Uint8Array,
  generation: WordGeneration,
  before: CharacterFormat = PLAIN_CHARACTERS,
): CharacterFormat {
  const format = { ...before }
  eachChange(changes, generation, (property, at) => {
    const value = u8(changes, at)
    if (property === 'bold') format.bold = value
    else if (property === 'italic') format.italic = value
    else if (property === 'underline') format.isUnderlined = value !== 0
    else if (property === 'deleted') format.isDeleted = value !== 0
    else if (property === 'special') format.isSpecial = value !== 0
    else if (property === 'font') format.font = u16(changes, at)
    else if (property === 'character-style') format.style = u16(changes, at)
    else if (property === 'symbol') format.symbol = u16(changes, at + 2)
  })
  return format
}

/** What a list of changes says of a paragraph of a style. */
export function paragraphFormat(changes: Uint8Array, style: number, generation: WordGeneration): ParagraphFormat {
  const format = {
    style,
    isInTable: false,
    isRowEnd: false,
    isInnerCell: false,
    isInnerRowEnd: false,
    outline: null as number | null,
    isListItem: null as boolean | null,
    elsewhere: null as number | null,
  }
  eachChange(changes, generation, (property, at) => {
    if (property === 'in-table') format.isInTable = u8(changes, at) !== 0
    else if (property === 'row-end') format.isRowEnd = u8(changes, at) !== 0
    else if (property === 'inner-cell') format.isInnerCell = u8(changes, at) !== 0
    else if (property === 'inner-row-end') format.isInnerRowEnd = u8(changes, at) !== 0
    else if (property === 'outline') format.outline = u8(changes, at)
    else if (property === 'list') format.isListItem = u16(changes, at) !== 0
    else if (property === 'elsewhere') format.elsewhere = u32(changes, at)
  })
  return format
}

/** Calls `visit` with each change that matters and where its value stands. A list that makes no sense ends early. */
function eachChange(
  changes: Uint8Array,
  generation: WordGeneration,
  visit: (property: Property, at: number) => void,
): void {
  const isNew = generation === 'word-97'
  const opcodeBytes = isNew ? 2 : 1
  for (let at = 0; at + opcodeBytes < changes.length; ) {
    const opcode = isNew ? u16(changes, at) : u8(changes, at)
    const value = at + opcodeBytes
    const length = isNew ? lengthInWord97(opcode, changes, value) : lengthInWord6(opcode, changes, value)
    if (length === null || value + length > changes.length) return
    const property = (isNew ? OF_WORD_97 : OF_WORD_6).get(opcode)
    if (property !== undefined) visit(property, value)
    at = value + length
  }
}

function lengthInWord97(opcode: number, changes: Uint8Array, at: number): number | null {
  if (opcode === TABLE_DEFINITION) return u16(changes, at) + 1
  if (opcode === TAB_CHANGE && u8(changes, at) === 0xff) return null
  const length = LENGTHS_OF_WORD_97[opcode >> 13] ?? 1
  return length < 0 ? u8(changes, at) + 1 : length
}

function lengthInWord6(opcode: number, changes: Uint8Array, at: number): number | null {
  if (opcode === 187) return 12
  for (const [first, lengths] of LENGTHS_OF_WORD_6) {
    const length = lengths.charAt(opcode - first)
    if (opcode < first || length === '') continue
    if (length === 'v') return u8(changes, at) + 1
    if (length === 'w') return u16(changes, at) + 1
    return length === '?' ? null : Number(length)
  }
  return null
}
