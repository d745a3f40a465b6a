import type { XmlElement, XmlHandler } from '#electron/importers/xml/reader.ts'
import { TextFlow } from '#electron/importers/xml/text-flow.ts'
import type { Style } from '#shared/model/source-structure.ts'
import { charactersOf, inheritText, type OdtStyle, OdtStyles, type TextProperties } from './styles.ts'

/** What is being read inside of one flow; notes and text boxes interrupt it. */
interface Frame {
  readonly flow: TextFlow
  /** The style of the paragraph that is open, and what its characters are, from the outermost span to the innermost. */
  paragraph: OdtStyle | null
  isHeading: boolean
  readonly characters: TextProperties[]
  /** Blanks mean nothing here: a paragraph has just begun, or there was one already. */
  isAfterBlank: boolean
  links: number
  listItems: number
}

/** Blanks that all `text:s` elements may stand for together. */
const MOST_BLANKS = 1_000_000

/** No text of the file: deleted stretches, numbers of notes, furigana and the like, embedded objects, programs. */
const UNWANTED: ReadonlySet<string> = new Set([
  ...['text:tracked-changes', 'text:note-citation', 'text:ruby-text', 'text:script', 'office:forms'],
  ...['office:scripts', 'office:meta', 'office:settings', 'draw:object', 'draw:object-ole'],
])

const HEADS = /^style:(?:header|footer)(?:-left|-first)?$/u

/** Takes the styles, the body, the notes and the running heads out of the parts of an OpenDocument text. */
export class OdtReader implements XmlHandler {
  readonly main = new TextFlow()
  readonly notes: TextFlow[] = []
  readonly heads: TextFlow[] = []
  readonly #styles = new OdtStyles()
  readonly #frames: Frame[] = []
  /** The flows that text boxes stand beside: the body, and the notes that interrupt it. */
  readonly #roots: TextFlow[] = []
  #blanksLeft = MOST_BLANKS
  /** The paragraph that comes next stands on a new page. */
  #isPageDue = false

  open(element: XmlElement): boolean {
    const { name, attribute } = element
    // The descriptions of how an index is made hold text too.
    if (UNWANTED.has(name) || (name.startsWith('text:') && name.endsWith('-source'))) return false
    if (name === 'office:text') this.#enter(this.main, true)
    else if (HEADS.test(name)) this.#enter(addTo(this.heads), true)
    const frame = this.#frames.at(-1)
    if (frame === undefined) this.#styles.take(element)
    else if (name === 'text:p' || name === 'text:h') this.#startParagraph(frame, name, attribute('style-name'))
    else if (name === 'text:note' || name === 'office:annotation') this.#enter(addTo(this.notes), true)
    else if (isShape(name)) this.#enter((this.#roots.at(-1) ?? this.main).openSide(), false)
    else if (name === 'table:table-row') frame.flow.startRow()
    else if (isCell(name)) frame.flow.startCell()
    else if (name === 'text:list-item') frame.listItems++
    else if (name === 'text:soft-page-break') this.#startPage(frame)
    else if (frame.paragraph !== null) this.#openInline(frame, name, attribute)
    return true
  }

  close(name: string): void {
    const frame = this.#frames.at(-1)
    if (frame === undefined) return
    if (name === 'text:p' || name === 'text:h') this.#endParagraph(frame)
    else if (name === 'text:span' && frame.characters.length > 1) frame.characters.pop()
    else if (name === 'text:a') frame.links = Math.max(0, frame.links - 1)
    else if (name === 'text:list-item') frame.listItems--
    else if (name === 'table:table-row') frame.flow.endRow()
    else if (isCell(name)) frame.flow.endCell()
    else if (isShape(name)) this.#leave(frame, false)
    else if (name === 'text:note' || name === 'office:annotation' || name === 'office:text' || HEADS.test(name)) {
      this.#leave(frame, true)
    }
  }

  /** Blanks and line breaks are folded across elements (OpenDocument 1.3 part 3, 6.1.2), but one at a paragraph's end stays, as in LibreOffice. */
  text(text: string): void {
    const frame = this.#frames.at(-1)
    if (frame === undefined || frame.paragraph === null) return
    const folded = text.replace(/[ \t\r\n]+/gu, ' ')
    const kept = frame.isAfterBlank && folded.startsWith(' ') ? folded.slice(1) : folded
    if (kept === '') return
    this.#write(frame, kept)
    frame.isAfterBlank = kept.endsWith(' ')
  }

  #openInline(frame: Frame, name: string, attribute: XmlElement['attribute']): void {
    if (name === 'text:span') {
      const { text } = this.#styles.of('text', attribute('style-name'))
      frame.characters.push(inheritText(frame.characters.at(-1) ?? text, text))
    } else if (name === 'text:a') frame.links++
    else if (name === 'text:tab') this.#write(frame, '\t')
    else if (name === 'text:line-break') this.#write(frame, '\n')
    else if (name === 'text:s') {
      const wanted = Number(attribute('c') ?? 1)
      const count = Math.min(this.#blanksLeft, Number.isSafeInteger(wanted) && wanted > 0 ? wanted : 1)
      this.#blanksLeft -= count
      this.#write(frame, ' '.repeat(count))
    }
  }

  #write(frame: Frame, text: string): void {
    const properties = frame.characters.at(-1)
    if (properties === undefined) return
    frame.flow.write(text, charactersOf(properties, text, frame.links > 0))
    frame.isAfterBlank = false
  }

  #startParagraph(frame: Frame, name: string, styleName: string | undefined): void {
    this.#endParagraph(frame)
    const isFirst = frame.flow.isEmpty
    const style = this.#styles.of('paragraph', styleName)
    frame.flow.startParagraph()
    frame.paragraph = style
    frame.isHeading = name === 'text:h' || style.isHeading
    frame.characters.push(style.text)
    frame.isAfterBlank = true
    if (frame.flow !== this.main) return
    if (this.#isPageDue || (style.breaksBefore && !isFirst)) this.main.startPage()
    this.#isPageDue = style.breaksAfter
  }

  #endParagraph(frame: Frame): void {
    if (frame.paragraph === null) return
    const styles: Style[] = []
    if (frame.isHeading) styles.push('heading')
    if (frame.paragraph.isQuotation) styles.push('quotation')
    if (!frame.isHeading && frame.listItems > 0) styles.push('list-item')
    frame.flow.endParagraph(styles)
    frame.paragraph = null
    frame.characters.length = 0
    frame.links = 0
  }

  /** Pages that the layout began stand inside of paragraphs, or between them. */
  #startPage(frame: Frame): void {
    if (frame.flow !== this.main) return
    if (frame.paragraph === null) this.#isPageDue = true
    else this.main.startPage()
  }

  #enter(flow: TextFlow, isRoot: boolean): void {
    if (isRoot) this.#roots.push(flow)
    this.#frames.push({
      flow,
      paragraph: null,
      isHeading: false,
      characters: [],
      isAfterBlank: true,
      links: 0,
      listItems: 0,
    })
  }

  #leave(frame: Frame, isRoot: boolean): void {
    this.#endParagraph(frame)
    this.#frames.pop()
    if (isRoot) this.#roots.pop()
    else if (this.#frames.at(-1)?.flow === this.#roots.at(-1)) this.#roots.at(-1)?.placeSides()
  }
}

function addTo(flows: TextFlow[]): TextFlow {
  const flow = new TextFlow()
  flows.push(flow)
  return flow
}

function isCell(name: string): boolean {
  return name === 'table:table-cell' || name === 'table:covered-table-cell'
}

/** Shapes and frames may hold paragraphs, which are no part of the paragraph that they stand in. */
function isShape(name: string): boolean {
  return name.startsWith('draw:') && name !== 'draw:a'
}
