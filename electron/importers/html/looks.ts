import type { DefaultTreeAdapterTypes } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element

/** CSS `white-space`: blanks and line ends collapse, only blanks do, or nothing does. */
export type WhiteSpace = 'collapse' | 'lines' | 'keep'

/** How an element is shown, as far as reading needs it; what is not said is inherited or of the tag. */
export interface Look {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly display?: 'none' | 'inline' | 'block' | undefined
  readonly hidden?: boolean
  readonly space?: WhiteSpace
}

/** Looks by class name, from the page's own style sheets. */
export type ClassLooks = ReadonlyMap<string, Look>

/** Rules, names and declarations beyond these are not read: no page needs them. */
const MOST_SHEET = 1024 * 1024
const MOST_CLASSES = 8

/**
 * Reads the rules of a style sheet that name one class and nothing else, as word processors write
 * them for each look a text has: `.c4{font-weight:700}`, `span.s1 {…}`.
 */
export function readClassLooks(sheets: readonly string[]): ClassLooks {
  const looks = new Map<string, Look>()
  for (const sheet of sheets) {
    const rules = sheet.slice(0, MOST_SHEET).replace(/\/\*.*?(?:\*\/|$)/gsu, '')
    for (const rule of rules.split('}')) {
      const [body = '', selectors = ''] = rule.split('{').reverse()
      // What stands before a semicolon is a statement of its own: `@import url(x);`.
      for (const selector of selectors.slice(selectors.lastIndexOf(';') + 1).split(',')) {
        const name = /^\s*(?:p|span|div|li|td)?\.([\w-]+)\s*$/iu.exec(selector)?.[1]
        // Whether a script would show what a class hides cannot be known; it stays.
        if (name !== undefined) looks.set(name, { ...looks.get(name), ...withoutHiding(readDeclarations(body)) })
      }
    }
  }
  return looks
}

/** The look that an element gets from its classes and its own style. */
export function lookOf(element: Element, classes: ClassLooks): Look {
  let look: Look = {}
  for (const { name, value } of element.attrs) {
    if (name === 'style') look = { ...look, ...readDeclarations(value) }
    else if (name === 'class' && classes.size > 0) {
      for (const each of value.split(/\s+/u, MOST_CLASSES)) look = { ...classes.get(each), ...look }
    } else if (name === 'hidden' && value.toLowerCase() !== 'until-found') look = { ...look, hidden: true }
  }
  return look
}

function withoutHiding(look: Look): Look {
  const { hidden, display, ...rest } = look
  return display === undefined || display === 'none' ? rest : { ...rest, display }
}

function readDeclarations(body: string): Look {
  const look: { -readonly [K in keyof Look]: Look[K] } = {}
  for (const declaration of body.slice(0, 4096).split(';')) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/iu, '')
      .trim()
      .toLowerCase()
    if (name === 'font-weight') look.bold = value === 'bold' || value === 'bolder' || Number.parseInt(value, 10) >= 600
    else if (name === 'font-style') look.italic = value === 'italic' || value.startsWith('oblique')
    else if (name === 'text-decoration' || name === 'text-decoration-line') look.underline = value.includes('underline')
    else if (name === 'visibility') look.hidden = value === 'hidden' || value === 'collapse'
    else if (name === 'white-space') look.space = spaceOf(value)
    else if (name === 'display') look.display = displayOf(value)
  }
  return look
}

function spaceOf(value: string): WhiteSpace {
  if (value === 'pre' || value === 'pre-wrap' || value === 'break-spaces') return 'keep'
  return value === 'pre-line' ? 'lines' : 'collapse'
}

/** What is neither, as `inline-block`, leaves the element as its tag has it. */
function displayOf(value: string): Look['display'] {
  if (value === 'none' || value === 'inline') return value
  return /^(?:block|flex|grid|list-item|table|flow-root)$/u.test(value) ? 'block' : undefined
}
