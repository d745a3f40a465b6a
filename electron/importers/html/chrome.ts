import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { type Element, type Extent, isContentRoot, type Page } from './page.ts'
import { BLOCKS } from './tags.ts'

/** Shares of the page's text. What is larger is what the page is there for, whatever it is called. */
const MOST_BY_MEANING = 0.5
const MOST_BY_NAME = 0.25
const MOST_BY_LINKS = 0.5
/** Share of the page that its content holds at least, if its markup is to be believed. */
const LEAST_IN_MAIN = 0.1
const LEAST_IN_ARTICLES = 0.3
/** Links that make a menu, and the share of its text that they are. */
const FEWEST_LINKS = 3
const MENU_LINKS = 0.8
/** In pages made of links throughout, links tell nothing. */
const PAGE_OF_LINKS = 0.6
/** Letters of a caption; what is longer is no caption. */
const LONGEST_CAPTION = 400

const ASIDE_TAGS: ReadonlySet<string> = new Set(['nav', 'aside', 'menu', 'search'])
const FRAME_TAGS: ReadonlySet<string> = new Set(['header', 'footer'])
const ASIDE_ROLES: ReadonlySet<string> = new Set(
  'navigation banner contentinfo complementary search menu menubar toolbar dialog alertdialog'.split(' '),
)
/** Words of which class names and identifiers are made where they name a page's frame. */
const ASIDE_NAMES: ReadonlySet<string> = new Set(
  (
    'nav navbar navigation breadcrumb breadcrumbs sidebar menu submenu cookie cookies newsletter skiplink masthead ' +
    'footer pagination pager'
  ).split(' '),
)
/** The same, but within what the page is there for only where they name a list: parts of a talk are called by them too. */
const LIST_NAMES: ReadonlySet<string> = new Set('foot copyright share sharing related recommend recommended'.split(' '))
const LISTS: ReadonlySet<string> = new Set(['nav', 'ul', 'ol', 'aside', 'footer', 'menu'])

/** The elements that hold what the page is there for; empty where its markup does not tell. */
export function contentRootsOf(page: Page): ReadonlySet<Element> {
  const roots = [...page.extents.values()].filter((extent) => !extent.isInRoot && isContentRoot(extent.element))
  const mains = roots.filter(({ element }) => element.tagName !== 'article')
  const lettersOf = (extents: readonly Extent[]): number => extents.reduce((sum, { letters }) => sum + letters, 0)
  if (mains.length > 0 && lettersOf(mains) >= page.letters * LEAST_IN_MAIN) {
    return new Set(mains.map(({ element }) => element))
  }
  const articles = roots.filter(({ element }) => element.tagName === 'article')
  const areContent = articles.length > 0 && lettersOf(articles) >= page.letters * LEAST_IN_ARTICLES
  return new Set(areContent ? articles.map(({ element }) => element) : [])
}

/**
 * Names what an element is set aside as if it belongs to the page's frame and not to its content:
 * by what its tag or role means, by what it is called, or because it is almost all links.
 * Conservative: `null` wherever much of the page would go.
 */
export function asideKindOf(extent: Extent, page: Page): SetAsideKind | null {
  const { element, letters } = extent
  if (letters === 0) return null
  const { tagName } = element
  if (tagName === 'figcaption') return letters <= LONGEST_CAPTION ? 'caption' : null
  if (!BLOCKS.has(tagName) || tagName === 'body' || isContentRoot(element)) return null
  const share = letters / page.letters
  if (share <= MOST_BY_MEANING && isNote(element)) return 'note'
  const isFrame = FRAME_TAGS.has(tagName) && !extent.isInRoot
  if ((ASIDE_TAGS.has(tagName) || isFrame || hasAsideRole(element)) && share <= MOST_BY_MEANING) return 'preamble'
  if (share <= MOST_BY_NAME && isCalledAside(extent)) return 'preamble'
  return share <= MOST_BY_LINKS && isMenu(extent, page) ? 'preamble' : null
}

function hasAsideRole({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'role' && ASIDE_ROLES.has(value.trim().toLowerCase()))
}

/** As word processors, publishers of books and encyclopedias mark notes at the end of a page. */
const NOTE_ID = /^(?:sd(?:foot|end)note|_?(?:ftn|edn)|fn:|footnote-?)\d{1,4}$/iu
const NOTE_CLASS = /(?:^|\s)(?:foot|end)notes?(?:-?list)?(?:\s|$)/iu
const NOTE_ROLE = /^doc-(?:foot|end)notes?$/iu

function isNote({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => {
    if (name === 'id') return NOTE_ID.test(value)
    return (name === 'class' && NOTE_CLASS.test(value.slice(0, 512))) || (name === 'role' && NOTE_ROLE.test(value))
  })
}

function isCalledAside({ element: { attrs, tagName }, isInRoot }: Extent): boolean {
  const mayBeList = !isInRoot || LISTS.has(tagName)
  for (const { name, value } of attrs) {
    // LibreOffice names heads and feet of printed pages by a title.
    if (name === 'title' && /^(?:header|footer)$/u.test(value)) return true
    if (name !== 'class' && name !== 'id') continue
    const words = value
      .slice(0, 512)
      .toLowerCase()
      .split(/[^a-z]+/u)
    if (words.some((word) => ASIDE_NAMES.has(word) || (mayBeList && LIST_NAMES.has(word)))) return true
    // `comment` alone may be what somebody said on the matter.
    if (words.includes('comment') && (words.includes('form') || words.includes('respond'))) return true
    if (words.includes('skip') && (words.includes('link') || words.includes('links'))) return true
  }
  return false
}

function isMenu({ links, linkLetters, letters }: Extent, page: Page): boolean {
  return (
    links >= FEWEST_LINKS && linkLetters >= letters * MENU_LINKS && page.linkLetters <= page.letters * PAGE_OF_LINKS
  )
}
