import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5'
import { type ClassLooks, type Look, lookOf, readClassLooks } from './looks.ts'
import { BLOCKS, DROPPED, HEADINGS } from './tags.ts'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.Document | Element

/** What an element holds that is seen. Letters are UTF-16 units that are no blanks. */
export interface Extent {
  readonly element: Element
  readonly look: Look
  readonly isHidden: boolean
  readonly isInRoot: boolean
  letters: number
  linkLetters: number
  /** Links that lead out of the page. */
  links: number
  /** Blocks that hold text and no other such block. */
  pieces: number
  hasTable: boolean
  hasHeading: boolean
  /** Cells, of a row. */
  cells: number
  /** Of a table: its cells are there for the page's layout. */
  isLayout: boolean
  hasHeavyCell: boolean
  hasLongFirstCell: boolean
  mostCells: number
}

export interface Page {
  readonly document: DefaultTreeAdapterTypes.Document
  readonly extents: ReadonlyMap<Element, Extent>
  /** All that is seen. */
  readonly letters: number
  readonly linkLetters: number
}

/** Broken markup can make a parser repeat open elements without end; real pages have no more than this. */
const MOST_ELEMENTS = 1_500_000

class TooManyElements extends Error {}

/** Parses a page as browsers do; `null` where its markup would make more elements than any page has. */
export function parsePage(text: string): Page | null {
  let elements = 0
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) => {
      if (elements++ > MOST_ELEMENTS) throw new TooManyElements()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
  }
  try {
    return measure(parse(text, { treeAdapter }))
  } catch (error) {
    if (error instanceof TooManyElements) return null
    throw error
  }
}

interface Seen {
  readonly extent: Extent
  readonly parent: Seen | null
  /** The table and the row that it is, or stands in. */
  table: Seen | null
  row: Seen | null
  isFirstCell: boolean
  ownLetters: number
  ownLinkLetters: number
}

/** Walks without recursion, since pages may be nested as deep as they are long. */
function measure(document: DefaultTreeAdapterTypes.Document): Page {
  const classes = readClassLooks(sheetsOf(document))
  const order: Seen[] = []
  const stack: { readonly node: Node; readonly parent: Seen | null; readonly isInLink: boolean }[] = []
  const push = (parent: Parent, seen: Seen | null, isInLink: boolean): void => {
    for (let at = parent.childNodes.length - 1; at >= 0; at--) {
      const node = parent.childNodes[at]
      if (node !== undefined) stack.push({ node, parent: seen, isInLink })
    }
  }
  push(document, null, false)
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { node, parent, isInLink } = item
    if (node.nodeName === '#text' && 'value' in node) {
      const letters = node.value.replace(/\s+/gu, '').length
      if (parent === null) continue
      parent.ownLetters += letters
      if (isInLink) parent.ownLinkLetters += letters
    } else if ('tagName' in node && !isDropped(node)) {
      const seen = see(node, parent, classes)
      order.push(seen)
      push(node, seen, isInLink || leadsOut(node))
    }
  }
  for (let at = order.length - 1; at >= 0; at--) addUp(order[at])
  const top = order.filter(({ parent }) => parent === null).map(({ extent }) => extent)
  return {
    document,
    extents: new Map(order.map(({ extent }) => [extent.element, extent])),
    letters: top.reduce((sum, { letters }) => sum + letters, 0),
    linkLetters: top.reduce((sum, { linkLetters }) => sum + linkLetters, 0),
  }
}

function isDropped({ tagName, namespaceURI }: Element): boolean {
  return DROPPED.has(tagName) || namespaceURI === html.NS.SVG
}

function leadsOut({ tagName, attrs }: Element): boolean {
  if (tagName !== 'a') return false
  return attrs.some(({ name, value }) => name === 'href' && !/^\s*(?:#|javascript:)/iu.test(value))
}

function see(element: Element, parent: Seen | null, classes: ClassLooks): Seen {
  const look = lookOf(element, classes)
  const { tagName } = element
  const extent: Extent = {
    element,
    look,
    isHidden: look.display === 'none' || look.hidden === true,
    isInRoot: parent !== null && (parent.extent.isInRoot || isContentRoot(parent.extent.element)),
    letters: 0,
    linkLetters: 0,
    links: leadsOut(element) ? 1 : 0,
    pieces: 0,
    hasTable: false,
    hasHeading: HEADINGS.has(tagName),
    cells: 0,
    isLayout: element.attrs.some(({ name, value }) => name === 'role' && /^(?:presentation|none)$/iu.test(value)),
    hasHeavyCell: false,
    hasLongFirstCell: false,
    mostCells: 0,
  }
  const seen: Seen = {
    extent,
    parent,
    table: parent?.table ?? null,
    row: parent?.row ?? null,
    isFirstCell: false,
    ownLetters: 0,
    ownLinkLetters: 0,
  }
  if (tagName === 'table') {
    seen.table = seen
    seen.row = null
  } else if (tagName === 'tr') seen.row = seen
  else if ((tagName === 'td' || tagName === 'th') && seen.row !== null) {
    seen.isFirstCell = seen.row.extent.cells++ === 0
  }
  return seen
}

/** More pieces in a cell are no matter of a line. */
const MOST_PIECES = 3
/** Letters of a cell that names what the row is about. */
const LONGEST_NAME = 80

/** Adds an element, whose children are added up already, to its parent and its table. */
function addUp(seen: Seen | undefined): void {
  if (seen === undefined) return
  const { extent, parent, table } = seen
  const { tagName } = extent.element
  extent.letters += seen.ownLetters
  extent.linkLetters += seen.ownLinkLetters
  if (extent.pieces === 0 && extent.letters > 0 && BLOCKS.has(tagName)) extent.pieces = 1
  if (tagName === 'tr' && table !== null) {
    table.extent.mostCells = Math.max(table.extent.mostCells, extent.cells)
  }
  if ((tagName === 'td' || tagName === 'th') && table !== null) {
    table.extent.isLayout ||= extent.hasTable || (extent.hasHeading && extent.pieces > 1)
    table.extent.hasHeavyCell ||= extent.pieces > MOST_PIECES
    table.extent.hasLongFirstCell ||= seen.isFirstCell && extent.letters > LONGEST_NAME
  }
  if (tagName === 'table') {
    extent.isLayout ||= extent.mostCells <= 1 || (extent.hasHeavyCell && extent.hasLongFirstCell)
    extent.hasTable = extent.letters > 0
  }
  if (parent === null || extent.isHidden) return
  const into = parent.extent
  into.letters += extent.letters
  into.linkLetters += extent.linkLetters
  into.links += extent.links
  into.pieces += extent.pieces
  into.hasTable ||= extent.hasTable
  into.hasHeading ||= extent.hasHeading
}

/** Elements that by their meaning hold what the page is there for. */
export function isContentRoot({ tagName, attrs }: Element): boolean {
  return (
    tagName === 'main' || tagName === 'article' || attrs.some(({ name, value }) => name === 'role' && value === 'main')
  )
}

function sheetsOf(document: DefaultTreeAdapterTypes.Document): readonly string[] {
  const sheets: string[] = []
  const stack: Parent[] = [document]
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue
      if (node.tagName === 'style')
        sheets.push(node.childNodes.map((text) => ('value' in text ? text.value : '')).join(''))
      else stack.push(node)
    }
  }
  return sheets
}
