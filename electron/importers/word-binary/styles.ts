import { type ByteRange, bytesAt, u8, u16 } from './bytes.ts'
import type { WordGeneration } from './header.ts'
import {
  AS_STYLE,
  type CharacterFormat,
  characterFormat,
  NOT_AS_STYLE,
  PLAIN_CHARACTERS,
  paragraphFormat,
} from './sprms.ts'

/** A style with all that it has from the styles it is based on. */
export interface WordStyle {
  readonly characters: CharacterFormat
  readonly isHeading: boolean
  readonly isListItem: boolean
}

interface Definition {
  readonly base: number
  readonly builtIn: number
  readonly characters: Uint8Array
  readonly outline: number | null
  readonly isListItem: boolean | null
}

const NO_STYLE: WordStyle = { characters: PLAIN_CHARACTERS, isHeading: false, isListItem: false }
const NO_BYTES = new Uint8Array(0)
/** Numbers of built-in styles ([MS-DOC] 2.9.260): headings 1 to 9, title, subtitle. */
const isHeadingStyle = (builtIn: number): boolean => (builtIn >= 1 && builtIn <= 9) || builtIn === 62 || builtIn === 74
const NO_BASE = 0xfff
/** No program bases styles on one another that deep, and bases must not run in circles. */
const MOST_BASES = 50
const CHARACTER_STYLE = 2
const PARAGRAPH_STYLE = 1

/** The styles of a Word file ([MS-DOC] 2.9.271, STSH), by index. */
export class WordStyles {
  readonly #definitions: readonly (Definition | null)[]
  readonly #generation: WordGeneration
  readonly #known = new Map<number, WordStyle>()

  constructor(table: Uint8Array, range: ByteRange, generation: WordGeneration) {
    this.#generation = generation
    this.#definitions = readDefinitions(bytesAt(table, range) ?? NO_BYTES, generation)
  }

  /** The style of an index; one that is not there says nothing. */
  style(index: number): WordStyle {
    let style = this.#known.get(index)
    if (style === undefined) {
      style = this.#resolve(index)
      this.#known.set(index, style)
    }
    return style
  }

  #resolve(index: number): WordStyle {
    const chain: Definition[] = []
    let definition = this.#definitions[index]
    while (definition != null && chain.length < MOST_BASES) {
      chain.push(definition)
      definition = definition.base === NO_BASE ? undefined : this.#definitions[definition.base]
    }
    let style = NO_STYLE
    for (const { builtIn, characters, outline, isListItem } of chain.reverse()) {
      style = {
        characters: basedOn(style.characters, characterFormat(characters, this.#generation)),
        isHeading: outline === null ? style.isHeading || isHeadingStyle(builtIn) : outline < 9,
        isListItem: isListItem ?? style.isListItem,
      }
    }
    return style
  }
}

function basedOn(base: CharacterFormat, own: CharacterFormat): CharacterFormat {
  return {
    ...PLAIN_CHARACTERS,
    bold: toggled(own.bold, base.bold),
    italic: toggled(own.italic, base.italic),
    isUnderlined: own.isUnderlined ?? base.isUnderlined,
    font: own.font ?? base.font,
  }
}

/** What a change of bold or italic comes to where a style says something of its own ([MS-DOC] 2.4.6.2 and 2.9.328, ToggleOperand). */
export function toggled(change: number | null, style: number | null): number | null {
  if (change === null || change === AS_STYLE) return style
  return change === NOT_AS_STYLE ? 1 - (style ?? 0) : change & 1
}

function readDefinitions(sheet: Uint8Array, generation: WordGeneration): readonly (Definition | null)[] {
  const definitions: (Definition | null)[] = []
  const count = u16(sheet, 2)
  const baseBytes = u16(sheet, 4)
  let at = 2 + u16(sheet, 0)
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const length = u16(sheet, at)
    definitions.push(length === 0 ? null : definitionOf(sheet.subarray(at + 2, at + 2 + length), baseBytes, generation))
    at += 2 + length
  }
  return definitions
}

function definitionOf(bytes: Uint8Array, baseBytes: number, generation: WordGeneration): Definition {
  const kind = u16(bytes, 2) & 0xf
  const name = baseBytes
  const afterName = generation === 'word-97' ? name + 2 + u16(bytes, name) * 2 + 2 : name + 1 + u8(bytes, name) + 1
  const first = afterName + (afterName % 2)
  const firstBytes = u16(bytes, first)
  const second = first + 2 + firstBytes + (firstBytes % 2)
  const changes = bytes.subarray(first + 2, first + 2 + firstBytes)
  const isParagraph = kind === PARAGRAPH_STYLE
  const ofParagraph = isParagraph ? paragraphFormat(changes.subarray(2), 0, generation) : null
  const ofCharacters = bytes.subarray(second + 2, second + 2 + u16(bytes, second))
  return {
    base: u16(bytes, 2) >> 4,
    builtIn: u16(bytes, 0) & 0xfff,
    characters: isParagraph ? ofCharacters : kind === CHARACTER_STYLE ? changes : NO_BYTES,
    outline: ofParagraph?.outline ?? null,
    isListItem: ofParagraph?.isListItem ?? null,
  }
}
