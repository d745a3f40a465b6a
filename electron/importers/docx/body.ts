import type { XmlElement, XmlHandler } from '#electron/importers/xml/reader.ts'
import { TextFlow } from '#electron/importers/xml/text-flow.ts'
import type { Style } from '#shared/model/source-structure.ts'
import type { DocxNumbering } from './numbering.ts'
import {
  type DocxStyles,
  isHeadingLevel,
  levelOf,
  type ParagraphStyle,
  type RunProperties,
  readRunProperty,
} from './styles.ts'
import { symbolOf } from './symbols.ts'

interface Paragraph {
  style: ParagraphStyle
  isHeading: boolean | null
  /** The list and its level, where the paragraph itself says so. */
  numId: string | null
  level: number | null
  /** Its number in its list was counted. */
  isCounted: boolean
  /** A tracked change takes the paragraph's end away: it goes on with the next one. */
  isEndDeleted: boolean
  hasText: boolean
  /** A page or column ended here: the line ends too, if more text follows in the paragraph. */
  isBreakDue: boolean
}

/** What is being read inside of one flow; text boxes interrupt it. */
interface Frame {
  readonly flow: TextFlow
  paragraph: Paragraph
  run: RunProperties
  runStyle: string | null
  /** The styles of the run's characters, once asked for. */
  characters: readonly Style[] | null
}

/** Not text of the file: what it replaced or deleted, field codes, furigana and the like, section properties. */
const UNWANTED: ReadonlySet<string> = new Set([
  ...['w:delText', 'w:instrText', 'w:delInstrText', 'w:rt', 'w:sectPr', 'w:tblGrid'],
  ...['w:rPrChange', 'w:pPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:tblPrExChange'],
  ...['w:numberingChange', 'w:cellDel'],
])

/** The namespaces whose alternative content is read; all of them are about shapes, which may hold text boxes. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing',
  'http://schemas.microsoft.com/office/word/2010/wordml',
  'http://schemas.microsoft.com/office/drawing/2010/main',
])

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00ad'],
])

/** Reads a part of a Word file that holds paragraphs: the body, a header, or notes, which go to flows of their own. */
export class DocxBodyReader implements XmlHandler {
  readonly main = new TextFlow()
  readonly notes: TextFlow[] = []
  readonly #styles: DocxStyles
  readonly #numbering: DocxNumbering
  readonly #frames: Frame[]
  /** The flow that text boxes stand beside: the main one, or a note's. */
  #root = this.main
  #isText = false
  #links = 0
  /** Whose properties are being read. */
  #properties: 'run' | 'paragraph-end' | null = null
  /** For each open row, whether a tracked change deletes it. */
  readonly #deletedRows: boolean[] = []
  /** For each open choice between alternatives, whether one was taken. */
  readonly #taken: boolean[] = []
  /** The author broke the page, and no text has followed yet. */
  #isAfterBreak = false

  constructor(styles: DocxStyles, numbering: DocxNumbering) {
    this.#styles = styles
    this.#numbering = numbering
    this.#frames = [this.#frameOf(this.main)]
  }

  get #frame(): Frame {
    const frame = this.#frames.at(-1)
    if (frame === undefined) throw new Error('the outermost frame is never closed')
    return frame
  }

  open(element: XmlElement): boolean {
    const { name, parent, attribute } = element
    if (UNWANTED.has(name)) return false
    if (parent === 'w:rPr') this.#openProperty(element)
    else if (parent === 'w:r') this.#openRunPart(element)
    switch (name) {
      case 'w:p':
        this.#frame.flow.startParagraph()
        this.#frame.paragraph = this.#paragraphOf(undefined)
        return true
      case 'w:pStyle':
        this.#frame.paragraph.style = this.#styles.of(attribute('val'))
        return true
      case 'w:outlineLvl':
        this.#frame.paragraph.isHeading = isHeadingLevel(attribute('val'))
        return true
      case 'w:numId':
        this.#frame.paragraph.numId = attribute('val') ?? '0'
        return true
      case 'w:ilvl':
        this.#frame.paragraph.level = levelOf(attribute('val'))
        return true
      case 'w:r':
      case 'm:r':
        this.#startRun()
        return true
      case 'w:rPr':
        this.#properties = parent === 'w:r' ? 'run' : parent === 'w:pPr' ? 'paragraph-end' : null
        return true
      case 'w:del':
      case 'w:moveFrom':
        if (parent === 'w:trPr' && this.#deletedRows.length > 0) this.#deletedRows[this.#deletedRows.length - 1] = true
        return false
      case 'w:t':
      case 'm:t':
        this.#isText = true
        return true
      case 'w:hyperlink':
        this.#links++
        return true
      case 'w:tr':
        this.#deletedRows.push(false)
        this.#frame.flow.startRow()
        return true
      case 'w:tc':
        if (this.#deletedRows.at(-1) === true) return false
        this.#frame.flow.startCell()
        return true
      case 'w:txbxContent':
        this.#frames.push(this.#frameOf(this.#root.openSide()))
        return true
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        return this.#openNote(attribute('type'))
      case 'mc:AlternateContent':
        this.#taken.push(false)
        return true
      case 'mc:Choice':
        return this.#take(isUnderstood(element))
      case 'mc:Fallback':
        return this.#take(true)
      default:
        return true
    }
  }

  close(name: string): void {
    const { flow, paragraph } = this.#frame
    switch (name) {
      case 'w:p':
        this.#countInList(paragraph)
        if (!paragraph.isEndDeleted) flow.endParagraph(stylesOf(paragraph))
        break
      case 'w:rPr':
        this.#properties = null
        break
      case 'w:t':
      case 'm:t':
        this.#isText = false
        break
      case 'w:hyperlink':
        this.#links--
        break
      case 'w:tr':
        this.#deletedRows.pop()
        flow.endRow()
        break
      case 'w:tc':
        flow.endCell()
        break
      case 'w:txbxContent':
        this.#frames.pop()
        if (this.#frame.flow === this.#root) this.#root.placeSides()
        break
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        flow.endParagraph()
        this.#frames.pop()
        this.#root = this.main
        break
      case 'mc:AlternateContent':
        this.#taken.pop()
        break
    }
  }

  text(text: string): void {
    // Inside of a text element Word shows a line break as a blank; those that break lines are elements.
    if (this.#isText) this.#write(text.replaceAll('\n', ' ').replaceAll('\r', ' '))
  }

  #openProperty(element: XmlElement): void {
    const { name, attribute } = element
    if (this.#properties === 'paragraph-end') {
      if (name === 'w:del' || name === 'w:moveFrom') this.#frame.paragraph.isEndDeleted = true
    } else if (this.#properties === 'run') {
      if (name === 'w:rStyle') this.#frame.runStyle = attribute('val') ?? null
      else readRunProperty(element, this.#frame.run)
    }
  }

  #openRunPart({ name, attribute }: XmlElement): void {
    const sign = SIGNS.get(name)
    if (sign !== undefined) this.#write(sign)
    else if (name === 'w:sym') this.#write(symbolOf(attribute('font'), attribute('char')))
    else if (name === 'w:br') {
      const type = attribute('type')
      if (type === 'page') this.#startPage(true)
      if (type === 'page' || type === 'column') this.#frame.paragraph.isBreakDue = this.#frame.paragraph.hasText
      else this.#write('\n')
    } else if (name === 'w:lastRenderedPageBreak') this.#startPage(false)
  }

  /**
   * A page begins where the author broke it and where Word found one to begin when it laid the file
   * out last. Word notes the latter behind the former too, before any text: that is one break.
   */
  #startPage(isManual: boolean): void {
    if (this.#frame.flow !== this.main) return
    if (isManual || !this.#isAfterBreak) this.main.startPage()
    this.#isAfterBreak = isManual
  }

  #startRun(): void {
    this.#frame.run = {}
    this.#frame.runStyle = null
    this.#frame.characters = null
  }

  #write(text: string): void {
    if (text === '') return
    const frame = this.#frame
    const mark = this.#countInList(frame.paragraph)
    if (mark !== '') frame.flow.write(mark, [])
    const isLink = this.#links > 0
    frame.characters ??= this.#styles.charactersOf(frame.paragraph.style, frame.runStyle, frame.run, isLink)
    if (/\S/u.test(text)) this.#isAfterBreak = false
    const { paragraph } = frame
    frame.flow.write(paragraph.isBreakDue ? `\n${text}` : text, frame.characters)
    paragraph.isBreakDue = false
    paragraph.hasText = true
  }

  /** What is printed before the paragraph that has words in it, once. */
  #countInList(paragraph: Paragraph): string {
    if (paragraph.isCounted) return ''
    paragraph.isCounted = true
    const numId = paragraph.numId ?? paragraph.style.numId
    return numId === null ? '' : this.#numbering.next(numId, paragraph.level ?? paragraph.style.level)
  }

  #openNote(type: string | undefined): boolean {
    // Lines between text and notes, which are kept among the notes.
    if (type !== undefined && type !== 'normal') return false
    this.#root = new TextFlow()
    this.notes.push(this.#root)
    this.#frames.push(this.#frameOf(this.#root))
    return true
  }

  #take(canBe: boolean): boolean {
    const last = this.#taken.length - 1
    if (!canBe || this.#taken[last] === true) return false
    this.#taken[last] = true
    return true
  }

  #frameOf(flow: TextFlow): Frame {
    return { flow, paragraph: this.#paragraphOf(undefined), run: {}, runStyle: null, characters: null }
  }

  #paragraphOf(style: string | undefined): Paragraph {
    return {
      style: this.#styles.of(style),
      isHeading: null,
      numId: null,
      level: null,
      isCounted: false,
      isEndDeleted: false,
      hasText: false,
      isBreakDue: false,
    }
  }
}

/** ISO 29500-3, 9.4: an alternative can be taken if all namespaces that it requires are understood. */
function isUnderstood({ attribute, namespaceOf }: XmlElement): boolean {
  const prefixes = attribute('Requires')?.trim().split(/\s+/u) ?? []
  return prefixes.length > 0 && prefixes.every((prefix) => UNDERSTOOD.has(namespaceOf(prefix) ?? ''))
}

function stylesOf({ style, isHeading, numId }: Paragraph): readonly Style[] {
  const styles: Style[] = []
  const isTitled = isHeading ?? style.isHeading
  if (isTitled) styles.push('heading')
  if (style.isQuotation) styles.push('quotation')
  if (!isTitled && (numId === null ? style.isListItem : numId !== '0')) styles.push('list-item')
  return styles
}
