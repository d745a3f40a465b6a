import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import type { Style } from '#shared/model/source-structure.ts'
import { asideKindOf, contentRootsOf } from './chrome.ts'
import type { WhiteSpace } from './looks.ts'
import type { Element, Extent, Node, Page } from './page.ts'
import { BLOCKS, KEEPS_SPACE, TAG_STYLES } from './tags.ts'
import { HtmlTextWriter } from './text-writer.ts'

/** How an element was entered, and what has to be put back behind it. */
interface Open {
  readonly kind: 'open'
  readonly element: Element
  readonly isBlock: boolean
  readonly styles: number
  readonly space: WhiteSpace
  readonly aside: SetAsideKind | null
  readonly isOutside: boolean
  readonly row: Row | null
  readonly isLayout: boolean
}

/** A row of a table whose cells stand on one line. */
interface Row {
  cells: number
}

/** Writes what is seen of a page. Walks without recursion, since pages may be nested as deep as they are long. */
export function writePage(page: Page): ReturnType<HtmlTextWriter['finish']> {
  const writer = new HtmlTextWriter()
  const roots = contentRootsOf(page)
  let space: WhiteSpace = 'collapse'
  let aside: SetAsideKind | null = null
  let isOutside = roots.size > 0
  let row: Row | null = null
  let isLayout = true

  const stack: (Node | Open)[] = [...page.document.childNodes].reverse()
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if ('kind' in item) {
      for (let left = item.styles; left > 0; left--) writer.closeStyle()
      if (item.element.tagName === 'tr' && !isLayout) writer.row(false)
      else if (item.isBlock) writer.boundary()
      ;({ space, aside, isOutside, row, isLayout } = item)
      continue
    }
    if (item.nodeName === '#text' && 'value' in item) {
      writer.aside = aside ?? (isOutside ? 'preamble' : null)
      writer.text(item.value, space)
      continue
    }
    if (!('tagName' in item)) continue
    if (item.tagName === 'br') writer.lineBreak()
    const extent = page.extents.get(item)
    if (extent === undefined || isUnseen(extent, page)) continue

    const styles = stylesOf(extent)
    const isBlock = isBlockIn(extent, isLayout)
    stack.push({ kind: 'open', element: item, isBlock, styles: styles.length, space, aside, isOutside, row, isLayout })
    aside ??= asideKindOf(extent, page)
    if (roots.has(item)) isOutside = false
    if (item.tagName === 'table') isLayout = extent.isLayout
    if (!isLayout && item.tagName === 'tr') {
      row = { cells: 0 }
      writer.row(true)
    } else if (!isLayout && isCell(item)) writer.cell(row === null || row.cells++ === 0)
    else if (isBlock) writer.boundary()
    for (const style of styles) writer.openStyle(style)
    space = extent.look.space ?? (KEEPS_SPACE.has(item.tagName) ? 'keep' : space)
    for (let at = item.childNodes.length - 1; at >= 0; at--) {
      const child = item.childNodes[at]
      if (child !== undefined) stack.push(child)
    }
  }
  return writer.finish()
}

/** What is hidden stays away, unless it is the larger part: then a script would have shown it. */
function isUnseen({ isHidden, letters }: Extent, page: Page): boolean {
  return isHidden && letters <= page.letters
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th'
}

function isBlockIn({ element, look }: Extent, isLayout: boolean): boolean {
  if (look.display === 'inline') return false
  if (look.display === 'block' || BLOCKS.has(element.tagName)) return true
  return isLayout && isCell(element)
}

function stylesOf({ element, look }: Extent): readonly Style[] {
  const { tagName, attrs } = element
  const styles = new Set<Style>()
  const ofTag = TAG_STYLES.get(tagName)
  if (ofTag !== undefined) styles.add(ofTag)
  if (look.bold === true) styles.add('bold')
  if (look.bold === false && ofTag === 'bold') styles.delete('bold')
  if (look.italic === true) styles.add('italic')
  if (look.underline === true) styles.add('underline')
  if (isCell(element)) styles.add('table-cell')
  for (const { name, value } of attrs) {
    if (tagName === 'a' && name === 'href') styles.add('link')
    if (name === 'role' && value === 'heading') styles.add('heading')
  }
  return [...styles]
}
