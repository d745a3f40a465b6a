import { type FailedExtraction, failed } from '#electron/importers/extraction.ts'
import { characterStyles } from '#electron/importers/xml/character-styles.ts'
import { readXml, type XmlElement, type XmlHandler } from '#electron/importers/xml/reader.ts'
import type { Style } from '#shared/model/source-structure.ts'

const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
])

/** The prefix for a namespace of WordprocessingML, as it is in the transitional and in the strict form of ISO 29500. */
export function docxPrefix(uri: string): string {
  return NAMESPACES.get(uri) ?? ''
}

/** What a run's properties or a style say of characters; what is left out is inherited. */
export interface RunProperties {
  bold?: boolean
  italic?: boolean
  /** The same for complex scripts (Hebrew, Arabic, Thai …), which Word keeps apart. */
  boldComplex?: boolean
  italicComplex?: boolean
  underline?: boolean
  isComplex?: boolean
}

/** What a paragraph's style says, its ancestors included. */
export interface ParagraphStyle {
  readonly run: Readonly<RunProperties>
  readonly isHeading: boolean
  readonly isListItem: boolean
  readonly isQuotation: boolean
  /** The list that it belongs to, and the level there. */
  readonly numId: string | null
  readonly level: number
}

interface StyleEntry {
  readonly basedOn: string | null
  readonly name: string
  readonly run: RunProperties
  readonly outline: number | null
  /** '0': it belongs to no list, whatever the style does on which it is based. */
  readonly numId: string | null
  readonly level: number | null
}
type Draft = { -readonly [Key in keyof StyleEntry]: StyleEntry[Key] }

/** Heading levels count from 0; 9 is body text (ECMA-376 part 1, 17.3.1.20). */
export function isHeadingLevel(level: string | undefined): boolean {
  return level !== undefined && /^[0-8]$/u.test(level)
}

/** ISO 29500-1, 17.9.3: lists have nine levels. */
const LEVELS = 9

/** The level that an attribute names; what is none is the first. */
export function levelOf(value: string | undefined): number {
  const level = Number(value ?? 0)
  return Number.isInteger(level) && level >= 0 && level < LEVELS ? level : 0
}

/** Takes one child element of `w:rPr` into `into`, if it says something that matters here. */
export function readRunProperty({ name, attribute }: XmlElement, into: RunProperties): void {
  const value = attribute('val')
  // ECMA-376 part 1, 17.17.4: a property that is named and has no value is on.
  const isOn = value !== '0' && value !== 'false' && value !== 'off'
  if (name === 'w:b') into.bold = isOn
  else if (name === 'w:bCs') into.boldComplex = isOn
  else if (name === 'w:i') into.italic = isOn
  else if (name === 'w:iCs') into.italicComplex = isOn
  else if (name === 'w:u') into.underline = value !== undefined && value !== 'none'
  else if (name === 'w:rtl' || name === 'w:cs') into.isComplex = isOn || into.isComplex === true
}

/** The styles of a Word file, `word/styles.xml`. */
export class DocxStyles {
  readonly #entries: ReadonlyMap<string, StyleEntry>
  readonly #defaults: RunProperties
  readonly #defaultParagraph: string
  readonly #resolved = new Map<string, ParagraphStyle>()

  constructor(entries: ReadonlyMap<string, StyleEntry>, defaults: RunProperties, defaultParagraph: string) {
    this.#entries = entries
    this.#defaults = defaults
    this.#defaultParagraph = defaultParagraph
  }

  /** The style of this id, or for a paragraph that names none the default one. */
  of(id: string = this.#defaultParagraph): ParagraphStyle {
    // From the style up to the first ancestor that is known already or names no other; a circle ends there too.
    const chain = new Set<string>()
    let at: string | null = id
    while (at !== null && !chain.has(at) && !this.#resolved.has(at)) {
      chain.add(at)
      at = this.#entries.get(at)?.basedOn ?? null
    }
    let style = (at === null ? undefined : this.#resolved.get(at)) ?? PLAIN
    for (const each of [...chain].reverse()) {
      style = derive(style, this.#entries.get(each))
      this.#resolved.set(each, style)
    }
    return style
  }

  /**
   * The styles of a run's characters. Bold and italic toggle: a bold character style in a bold
   * paragraph style is not bold, while what the run itself says is final (ECMA-376 part 1, 17.7.3).
   */
  charactersOf(
    paragraph: ParagraphStyle,
    character: string | null,
    direct: RunProperties,
    isLink: boolean,
  ): readonly Style[] {
    const style = character === null ? PLAIN : this.of(character)
    const levels = [direct, style.run, paragraph.run, this.#defaults]
    const first = (key: keyof RunProperties): boolean =>
      levels.find((level) => level[key] !== undefined)?.[key] === true
    const toggled = (key: keyof RunProperties): boolean =>
      direct[key] ?? (this.#defaults[key] === true || (style.run[key] === true) !== (paragraph.run[key] === true))
    const isComplex = first('isComplex')
    return characterStyles(
      toggled(isComplex ? 'boldComplex' : 'bold'),
      toggled(isComplex ? 'italicComplex' : 'italic'),
      first('underline'),
      isLink,
    )
  }
}

const PLAIN: ParagraphStyle = {
  run: {},
  isHeading: false,
  isListItem: false,
  isQuotation: false,
  numId: null,
  level: 0,
}

function derive(parent: ParagraphStyle, entry: StyleEntry | undefined): ParagraphStyle {
  if (entry === undefined) return parent
  // Built-in styles keep their English name in every language of the program.
  const isTitle = /^(?:heading \d|title|subtitle)$/iu.test(entry.name)
  return {
    run: { ...parent.run, ...entry.run },
    isHeading: entry.outline === null ? isTitle || parent.isHeading : entry.outline <= 8,
    isListItem: entry.numId === null ? parent.isListItem : entry.numId !== '0',
    numId: entry.numId ?? parent.numId,
    level: entry.level ?? parent.level,
    isQuotation: /\bquot|\bblock ?text\b/iu.test(entry.name) || parent.isQuotation,
  }
}

/** Reads `word/styles.xml`; a file may have none. */
export function readDocxStyles(bytes: Uint8Array | null): DocxStyles | FailedExtraction {
  const reader = new StylesReader()
  const read = bytes === null ? null : readXml(bytes, docxPrefix, reader)
  if (read?.kind === 'failed') return failed(read.reason, `styles: ${read.detail}`)
  return new DocxStyles(reader.entries, reader.defaults, reader.defaultParagraph)
}

class StylesReader implements XmlHandler {
  readonly entries = new Map<string, StyleEntry>()
  readonly defaults: RunProperties = {}
  defaultParagraph = ''
  #style: Draft | null = null
  #run: RunProperties | null = null

  open(element: XmlElement): boolean {
    const { name, parent, attribute } = element
    const value = attribute('val')
    // A table style's rules for its first row and so on, and what a tracked change replaced.
    if (name === 'w:tblStylePr' || name === 'w:rPrChange' || name === 'w:pPrChange') return false
    if (name === 'w:style') this.#startStyle(attribute)
    else if (name === 'w:rPr') this.#run = parent === 'w:rPrDefault' ? this.defaults : (this.#style?.run ?? null)
    else if (parent === 'w:rPr' && this.#run !== null) readRunProperty(element, this.#run)
    else if (this.#style !== null) readStyleChild(name, value, this.#style)
    return true
  }

  #startStyle(attribute: XmlElement['attribute']): void {
    const id = attribute('styleId') ?? ''
    const isDefault = attribute('default') !== undefined && !/^(?:0|false|off)$/u.test(attribute('default') ?? '')
    if (isDefault && attribute('type') === 'paragraph') this.defaultParagraph = id
    this.#style = { basedOn: null, name: '', run: {}, outline: null, numId: null, level: null }
    this.entries.set(id, this.#style)
  }

  close(name: string): void {
    if (name === 'w:style') this.#style = null
    else if (name === 'w:rPr') this.#run = null
  }

  text(): void {}
}

function readStyleChild(name: string, value: string | undefined, style: Draft): void {
  if (name === 'w:name') style.name = value ?? ''
  else if (name === 'w:basedOn') style.basedOn = value ?? null
  else if (name === 'w:outlineLvl') style.outline = isHeadingLevel(value) ? Number(value) : 9
  else if (name === 'w:numId') style.numId = value ?? null
  else if (name === 'w:ilvl') style.level = levelOf(value)
}
