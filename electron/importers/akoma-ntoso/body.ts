import { characterStyles } from '#electron/importers/xml/character-styles.ts'
import type { XmlElement, XmlHandler } from '#electron/importers/xml/reader.ts'
import { TextFlow } from '#electron/importers/xml/text-flow.ts'
import type { Style } from '#shared/model/source-structure.ts'

/** The elements that stand within a line (groups ANinline, HTMLinline, ANmarker of the schema); all others begin one. */
const INLINE: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'affectedDocument', 'argument', 'b', 'br', 'caps', 'change', 'concept', 'date', 'decoration'],
  ...['def', 'del', 'docAuthority', 'docCommittee', 'docDate', 'docIntroducer', 'docJurisdiction', 'docNumber'],
  ...['docProponent', 'docPurpose', 'docStage', 'docStatus', 'docTitle', 'docType', 'docketNumber', 'embeddedText'],
  ...['entity', 'eol', 'eop', 'event', 'fillIn', 'i', 'img', 'inline', 'ins', 'judge', 'lawyer', 'legislature'],
  ...['location', 'marker', 'mmod', 'mod', 'mref', 'neutralCitation', 'noteRef', 'object', 'omissis', 'opinion'],
  ...['organization', 'outcome', 'party', 'person', 'placeholder', 'process', 'quantity', 'quotedText', 'recordedTime'],
  ...['ref', 'relatedDocument', 'remark', 'rmod', 'role', 'rref', 'session', 'shortTitle', 'signature', 'span', 'sub'],
  ...['sup', 'term', 'time', 'u', 'vote'],
])
const STYLES: ReadonlyMap<string, Style> = new Map([
  ['b', 'bold'],
  ['i', 'italic'],
  ['u', 'underline'],
  ['a', 'link'],
  ['ref', 'link'],
  ['mref', 'link'],
  ['rref', 'link'],
  ['heading', 'heading'],
  ['subheading', 'heading'],
  ['crossHeading', 'heading'],
  ['longTitle', 'heading'],
  ['quotedStructure', 'quotation'],
  ['embeddedStructure', 'quotation'],
  ['li', 'list-item'],
])
/** What somebody says, also where the file refers to nobody by `by`. */
const SPEECHES: ReadonlySet<string> = new Set(['speech', 'question', 'answer'])
const OF_PARAGRAPHS = ['heading', 'quotation', 'list-item'] as const

/** A stretch whose beginning is known when its first text is: a speech, or what stands before the debate. */
interface Stretch {
  readonly element: string
  readonly isSpeech: boolean
  /** Who speaks: as printed, else as the reference to them says. */
  speaker: string | null
  start: number | null
  /** The words of a `from`; of a speech, the name that its `from` printed. */
  printed: string
}

interface Frame {
  readonly flow: TextFlow
  /** Words stand on the line already. */
  isLineBegun: boolean
  /** The styles of a blank that is written before the next word, if any stands on the line. */
  blank: readonly Style[] | null
}

/** Takes the lines, the speakers and the notes out of an Akoma Ntoso file. */
export class AkomaNtosoReader implements XmlHandler {
  readonly main = new TextFlow()
  readonly notes: TextFlow[] = []
  /** The body, and the notes that interrupt it. */
  readonly #frames: Frame[] = [{ flow: this.main, isLineBegun: false, blank: null }]
  /** How those who are referred to are called, by their id. */
  readonly #names = new Map<string, string>()
  /** For each open element, the stretch that it is, if any; and these stretches alone. */
  readonly #elements: (Stretch | null)[] = []
  readonly #stretches: Stretch[] = []
  readonly #depths = new Map<Style, number>()
  #isMeta = false

  get #frame(): Frame {
    const frame = this.#frames.at(-1)
    if (frame === undefined) throw new Error('the outermost frame is never closed')
    return frame
  }

  open({ name, attribute }: XmlElement): boolean {
    if (name === 'meta') this.#isMeta = true
    if (this.#isMeta) {
      const id = attribute('eId') ?? attribute('id')
      const shown = attribute('showAs')
      if (name.startsWith('TLC') && id !== undefined && shown !== undefined) this.#names.set(id, shown)
      return true
    }
    const isInline = INLINE.has(name)
    if (name === 'authorialNote') this.#openNote()
    else if (!isInline) this.#endParagraph()
    this.#elements.push(isInline ? null : this.#stretchOf(name, attribute('by')))
    const { flow } = this.#frame
    if (name === 'tr') flow.startRow()
    else if (name === 'td' || name === 'th') flow.startCell()
    else if (name === 'eop' && flow === this.main) flow.startPage()
    else if ((name === 'br' || name === 'eol') && flow.isInParagraph) this.#breakLine()
    this.#count(name, 1)
    return true
  }

  close(name: string): void {
    if (this.#isMeta) {
      this.#isMeta = name !== 'meta'
      return
    }
    if (!INLINE.has(name)) this.#endParagraph()
    this.#count(name, -1)
    if (name === 'tr') this.#frame.flow.endRow()
    else if (name === 'td' || name === 'th') this.#frame.flow.endCell()
    else if (name === 'authorialNote') this.#frames.pop()
    const stretch = this.#elements.pop()
    if (stretch === undefined || stretch === null) return
    this.#mark(stretch)
    this.#stretches.pop()
    const around = this.#stretches.at(-1)
    if (stretch.element === 'from' && around?.isSpeech === true) nameAsPrinted(around, stretch.printed)
  }

  text(text: string): void {
    if (this.#isMeta) return
    const frame = this.#frame
    const folded = text.replace(/[ \t\r\n]+/gu, ' ')
    const styles = this.#characters()
    if (folded.startsWith(' ')) frame.blank ??= styles
    const start = folded.startsWith(' ') ? 1 : 0
    const end = folded.endsWith(' ') ? -1 : folded.length
    const words = folded.slice(start, end)
    if (words === '') return
    frame.flow.startParagraph()
    if (frame.flow === this.main) {
      this.#startStretches()
      const stretch = this.#stretches.at(-1)
      if (stretch?.element === 'from') stretch.printed += folded
    }
    if (frame.isLineBegun && frame.blank !== null) frame.flow.write(' ', frame.blank)
    frame.flow.write(words, styles)
    frame.isLineBegun = true
    frame.blank = end === -1 ? styles : null
  }

  #characters(): readonly Style[] {
    const isOn = (style: Style): boolean => (this.#depths.get(style) ?? 0) > 0
    return characterStyles(isOn('bold'), isOn('italic'), isOn('underline'), isOn('link'))
  }

  #breakLine(): void {
    const stretch = this.#stretches.at(-1)
    if (stretch?.element === 'from') stretch.printed += ' '
    this.#frame.flow.write('\n', this.#characters())
    this.#frame.isLineBegun = false
    this.#frame.blank = null
  }

  #endParagraph(): void {
    const frame = this.#frame
    frame.flow.endParagraph(OF_PARAGRAPHS.filter((style) => (this.#depths.get(style) ?? 0) > 0))
    frame.isLineBegun = false
    frame.blank = null
  }

  #count(name: string, by: number): void {
    const style = STYLES.get(name)
    if (style !== undefined) this.#depths.set(style, (this.#depths.get(style) ?? 0) + by)
  }

  #openNote(): void {
    const flow = new TextFlow()
    this.notes.push(flow)
    this.#frames.push({ flow, isLineBegun: false, blank: null })
  }

  #stretchOf(element: string, by: string | undefined): Stretch | null {
    const isSpeech = (by !== undefined || SPEECHES.has(element)) && this.#frames.length === 1
    if (!isSpeech && element !== 'from' && element !== 'coverPage' && element !== 'preface') return null
    const id = by?.replace(/^#/u, '') ?? ''
    const speaker = isSpeech && id !== '' ? (this.#names.get(id) ?? id) : null
    // Who is interrupted speaks again behind the interruption.
    const around = this.#stretches.at(-1)
    if (isSpeech && around !== undefined) this.#mark(around)
    // Its number and heading stand before who speaks, and are not said.
    if (element === 'from' && around?.isSpeech === true) this.#beginAnew(around)
    const stretch: Stretch = { element, isSpeech, speaker, start: null, printed: '' }
    this.#stretches.push(stretch)
    return stretch
  }

  #startStretches(): void {
    for (let at = this.#stretches.length - 1; at >= 0; at--) {
      const stretch = this.#stretches[at]
      if (stretch === undefined || stretch.start !== null) return
      stretch.start = this.main.builder.length
      // A speech that this one interrupts goes on behind it.
      if (stretch.isSpeech) return
    }
  }

  #beginAnew(speech: Stretch): void {
    if (speech.printed === '') speech.start = null
    else this.#mark(speech)
  }

  #mark(stretch: Stretch): void {
    const { element, speaker, start } = stretch
    stretch.start = null
    if (start === null) return
    if (speaker !== null) this.main.builder.speaker(start, speaker)
    else if (element === 'coverPage' || element === 'preface') this.main.builder.setAside(start, 'preamble')
  }
}

/** What is longer names nobody. */
const LONGEST_NAME = 200

/** A name that is printed takes the place of the one that is referred to. */
function nameAsPrinted(speech: Stretch, from: string): void {
  if (from.length > LONGEST_NAME) return
  const name = from
    .replace(/\s+/gu, ' ')
    .replace(/[\s:：–—-]+$/u, '')
    .trim()
  if (name === '') return
  speech.printed = name
  speech.speaker = name
}
