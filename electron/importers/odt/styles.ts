import { characterStyles } from '#electron/importers/xml/character-styles.ts'
import type { XmlElement } from '#electron/importers/xml/reader.ts'
import type { Style } from '#shared/model/source-structure.ts'

/** OpenDocument 1.3 part 3 has three properties for each trait of characters, by script (20.183 to 20.191). */
const SCRIPTS = [
  { script: 'western', suffix: '' },
  { script: 'asian', suffix: '-asian' },
  { script: 'complex', suffix: '-complex' },
] as const
type PerScript = Partial<Record<(typeof SCRIPTS)[number]['script'], boolean>>

const COMPLEX = /[\u0590-\u08ff\u0900-\u10ff\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefe]/u
const ASIAN =
  /[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u

/** What a style says of characters; what is left out is inherited. */
export interface TextProperties {
  readonly bold: PerScript
  readonly italic: PerScript
  readonly underline: boolean | undefined
}
const NOTHING: TextProperties = { bold: {}, italic: {}, underline: undefined }

/** What a style says, its ancestors included. */
export interface OdtStyle {
  readonly text: TextProperties
  readonly isHeading: boolean
  readonly isQuotation: boolean
  readonly breaksBefore: boolean
  readonly breaksAfter: boolean
}
const PLAIN: OdtStyle = { text: NOTHING, isHeading: false, isQuotation: false, breaksBefore: false, breaksAfter: false }

interface Entry {
  readonly parent: string | null
  readonly name: string
  readonly outline: string | undefined
  /** A style that calls for a page layout begins a page. */
  readonly callsLayout: boolean
  text: TextProperties
  breaksBefore: boolean | undefined
  breaksAfter: boolean | undefined
}

/** Characters inside of others: what the inner ones do not say, the outer ones do. */
export function inheritText(outer: TextProperties, inner: TextProperties): TextProperties {
  return {
    bold: { ...outer.bold, ...inner.bold },
    italic: { ...outer.italic, ...inner.italic },
    underline: inner.underline ?? outer.underline,
  }
}

/** The styles of a piece of text, by the script that it holds beside Western letters, if any. */
export function charactersOf(properties: TextProperties, text: string, isLink: boolean): readonly Style[] {
  const script = COMPLEX.test(text) ? 'complex' : ASIAN.test(text) ? 'asian' : 'western'
  const { bold, italic, underline } = properties
  return characterStyles(bold[script] === true, italic[script] === true, underline === true, isLink)
}

/** The paragraph and text styles of an OpenDocument text, collected from its parts; of two with one name the later counts. */
export class OdtStyles {
  readonly #entries = new Map<string, Entry>()
  readonly #resolved = new Map<string, OdtStyle>()
  #current: Entry | null = null

  /** Takes in an element, if it belongs to the definition of a style. */
  take({ name, parent, attribute }: XmlElement): void {
    if (name === 'style:style' || name === 'style:default-style') this.#start(attribute)
    else if (this.#current === null || (parent !== 'style:style' && parent !== 'style:default-style')) return
    else if (name === 'style:text-properties') this.#current.text = textPropertiesOf(attribute)
    else if (name === 'style:paragraph-properties') {
      this.#current.breaksBefore = breaks(attribute('break-before'))
      this.#current.breaksAfter = breaks(attribute('break-after'))
    }
  }

  /** The style of this name; a paragraph's goes back to the default of all paragraphs. */
  of(family: 'paragraph' | 'text', name: string | undefined): OdtStyle {
    // From the style up to the first ancestor that is known already or names no other; a circle ends there too.
    const chain = new Set<string>()
    let at: string | null = keyOf(family, name ?? '')
    while (at !== null && !chain.has(at) && !this.#resolved.has(at)) {
      chain.add(at)
      at = this.#entries.get(at)?.parent ?? null
    }
    let style = at === null ? undefined : this.#resolved.get(at)
    for (const key of [...chain].reverse()) {
      style = derive(style ?? PLAIN, this.#entries.get(key))
      this.#resolved.set(key, style)
    }
    return style ?? PLAIN
  }

  #start(attribute: XmlElement['attribute']): void {
    const family = attribute('family') ?? ''
    const name = attribute('name') ?? ''
    const parent = attribute('parent-style-name')
    const isOnTop = parent === undefined || parent === ''
    this.#current = {
      // The default style of a family has no name.
      parent: !isOnTop ? keyOf(family, parent) : name === '' ? null : keyOf(family, ''),
      name: attribute('display-name') ?? name,
      outline: attribute('default-outline-level'),
      callsLayout: (attribute('master-page-name') ?? '') !== '',
      text: NOTHING,
      breaksBefore: undefined,
      breaksAfter: undefined,
    }
    this.#entries.set(keyOf(family, name), this.#current)
    this.#resolved.clear()
  }
}

function keyOf(family: string, name: string): string {
  return `${family} ${name}`
}

function derive(parent: OdtStyle, entry: Entry | undefined): OdtStyle {
  if (entry === undefined) return { ...parent, breaksBefore: false, breaksAfter: false }
  // Built-in styles keep their English name in every language of the program.
  const isTitle = /^(?:title|subtitle|heading \d+)$/iu.test(entry.name)
  return {
    text: inheritText(parent.text, entry.text),
    isHeading: entry.outline === undefined ? isTitle || parent.isHeading : Number(entry.outline) > 0,
    isQuotation: /\bquot/iu.test(entry.name) || parent.isQuotation,
    breaksBefore: entry.callsLayout || (entry.breaksBefore ?? parent.breaksBefore),
    breaksAfter: entry.breaksAfter ?? parent.breaksAfter,
  }
}

function breaks(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value === 'page'
}

function textPropertiesOf(attribute: XmlElement['attribute']): TextProperties {
  const bold: PerScript = {}
  const italic: PerScript = {}
  for (const { script, suffix } of SCRIPTS) {
    const weight = attribute(`font-weight${suffix}`)
    if (weight !== undefined) bold[script] = weight === 'bold' || Number(weight) >= 600
    const slant = attribute(`font-style${suffix}`)
    if (slant !== undefined) italic[script] = slant === 'italic' || slant === 'oblique'
  }
  const line = attribute('text-underline-style')
  return { bold, italic, underline: line === undefined ? undefined : line !== 'none' }
}
