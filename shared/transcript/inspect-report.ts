import type { LineEnds } from '#shared/model/source.ts'
import { type CodePoints, indexCodePoints } from '#shared/text/code-points.ts'
import type { LazyBlocks } from './lazy-blocks.ts'
import { Printer } from './printer.ts'
import type { LazyReading } from './read-lazily.ts'
import type { Exchange, ReadingWarning, Turn } from './reading.ts'
import { SaidText } from './said-text.ts'

/** What is known of the file that a text came from. */
export interface InspectedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: number
  readonly encoding: string
  readonly lineEnds: LineEnds
  /** How many places could not be decoded and stand as U+FFFD in the text. */
  readonly undecodable: number
}

/**
 * What `inspect` prints, `lectern.inspect/1`, part by part and as UTF-8, so that a long source never stands in
 * memory as one string of JSON: each field on a line of its own, each turn too. All positions in code
 * points, half-open; `line` from 1. `reading` is what is said: paragraphs parted by LF, of turns and
 * outside of them, without labels and without what is set aside, which `setAside` lists by its place in `text`.
 * A part holds until the next one is asked for.
 */
export function* printInspectReport(file: InspectedFile, text: string, reading: LazyReading): Generator<Uint8Array> {
  const { blocks, exchanges, warnings } = reading
  const points = indexCodePoints(text)
  const { undecodable, ...facts } = file
  const source = { ...facts, title: titleOf(blocks) ?? withoutExtension(file.fileName) }
  const said = new SaidText(text, blocks)
  const printer = new Printer()
  printer.addText(`{\n  "format": "lectern.inspect/1",\n  "source": ${JSON.stringify(source)},\n  "text": "`)
  yield* printText(printer, text)
  printer.addText('",\n  "reading": "')
  yield* said.print(printer)
  printer.addText('",\n  "turns": [')
  yield* printTurns(printer, reading, said, points)
  printer.addText('],\n  "exchanges": [')
  yield* printExchanges(printer, exchanges)
  printer.addText('],\n  "setAside": [')
  yield* printSetAside(printer, blocks, points)
  printer.addText('],\n  "warnings": [')
  yield* printWarnings(printer, warnings, undecodableOf(undecodable, file.encoding, text), points)
  printer.addText(']\n}\n')
  yield printer.lend()
}

const encoder = new TextEncoder()
/** Before the first item of a list, before each other one, and behind the last. */
const FIRST = encoder.encode('\n    ')
const NEXT = encoder.encode(',\n    ')
const LAST = encoder.encode('\n  ')

/** UTF-16 units of the text that are printed at once. */
const UNITS = 1 << 14

/** The text, as the inside of a string of JSON. */
function* printText(printer: Printer, text: string): Generator<Uint8Array> {
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + UNITS)
    // A pair that is cut in two would be printed as two halves.
    if ((text.charCodeAt(to) & 0xfc00) === 0xdc00) to++
    printer.addText(JSON.stringify(text.slice(from, to)).slice(1, -1))
    yield printer.lend()
    from = to
  }
}

const INDEX = encoder.encode('{ "index": ')
const END = encoder.encode(', "end": ')
const LINE = encoder.encode(', "line": ')
const NO_TIME = encoder.encode(', "time": null')
const NO_PARAGRAPHS = encoder.encode(', "paragraphs": [] }')
const PARAGRAPHS = encoder.encode(', "paragraphs": ["')
const PARAGRAPH = encoder.encode('", "')
const PARAGRAPHS_END = encoder.encode('"] }')

function* printTurns(
  printer: Printer,
  { turns, blocks }: LazyReading,
  said: SaidText,
  points: CodePoints,
): Generator<Uint8Array> {
  // The same few people come over and over again.
  const people = new Map<string, Person>()
  for (let at = 0; at < turns.length; at++) {
    const turn = turns.turn(at)
    printer.addBytes(turn.index === 0 ? FIRST : NEXT)
    printer.addBytes(INDEX)
    printer.addNumber(turn.index)
    printer.addBytes(printedPerson(turn, people))
    printer.addNumber(points.toCodePoint(turn.span.start))
    printer.addBytes(END)
    printer.addNumber(points.toCodePoint(turn.span.end))
    printer.addBytes(LINE)
    printer.addNumber(turn.line)
    printer.addBytes(turn.time === null ? NO_TIME : encoder.encode(`, "time": ${JSON.stringify(turn.time)}`))
    let before = PARAGRAPHS
    for (let index = turn.firstBlock; index < turn.endBlock; index++) {
      if (!blocks.isParagraph(index)) continue
      printer.addBytes(before)
      printer.addBytes(said.paragraph(index))
      before = PARAGRAPH
    }
    printer.addBytes(before === PARAGRAPH ? PARAGRAPHS_END : NO_PARAGRAPHS)
    if (printer.isFull) yield printer.lend()
  }
  if (turns.length > 0) printer.addBytes(LAST)
}

/** What is printed again and again is encoded once. */
function encoded(text: string, known: Map<string, Uint8Array>): Uint8Array {
  let bytes = known.get(text)
  if (bytes === undefined) {
    bytes = encoder.encode(text)
    known.set(text, bytes)
  }
  return bytes
}

/** What a turn says of who speaks it, as it is printed. */
interface Person extends Pick<Turn, 'speaker' | 'role'> {
  readonly printed: Uint8Array
}

/** `people`: the last ones that were printed, by label. */
function printedPerson({ speaker, label, role }: Turn, people: Map<string, Person>): Uint8Array {
  const known = people.get(label)
  if (known?.speaker === speaker && known.role === role) return known.printed
  const [name, words] = [JSON.stringify(speaker), JSON.stringify(label)]
  const printed = encoder.encode(`, "speaker": ${name}, "label": ${words}, "role": "${role}", "start": `)
  people.set(label, { speaker, role, printed })
  return printed
}

const QUESTIONS = encoder.encode(', "questions": [')
const ANSWERS = encoder.encode('], "answers": [')
const ANSWERS_END = encoder.encode('] }')
const COMMA = encoder.encode(', ')
const BRACE = encoder.encode(' }')

function* printExchanges(printer: Printer, exchanges: readonly Exchange[]): Generator<Uint8Array> {
  for (const { index, questions, answers } of exchanges) {
    printer.addBytes(index === 0 ? FIRST : NEXT)
    printer.addBytes(INDEX)
    printer.addNumber(index)
    printer.addBytes(QUESTIONS)
    addNumbers(printer, questions)
    printer.addBytes(ANSWERS)
    addNumbers(printer, answers)
    printer.addBytes(ANSWERS_END)
    if (printer.isFull) yield printer.lend()
  }
  if (exchanges.length > 0) printer.addBytes(LAST)
}

function addNumbers(printer: Printer, numbers: readonly number[]): void {
  for (let at = 0; at < numbers.length; at++) {
    if (at > 0) printer.addBytes(COMMA)
    printer.addNumber(numbers[at] ?? 0)
  }
}

function* printSetAside(printer: Printer, blocks: LazyBlocks, points: CodePoints): Generator<Uint8Array> {
  const known = new Map<string, Uint8Array>()
  let before = FIRST
  for (let index = 0; index < blocks.length; index++) {
    const kind = blocks.setAside(index)
    if (kind === null) continue
    const { start, end } = blocks.span(index)
    printer.addBytes(before)
    before = NEXT
    printer.addBytes(encoded(`{ "kind": "${kind}", "start": `, known))
    printer.addNumber(points.toCodePoint(start))
    printer.addBytes(END)
    printer.addNumber(points.toCodePoint(end))
    printer.addBytes(BRACE)
    if (printer.isFull) yield printer.lend()
  }
  if (before === NEXT) printer.addBytes(LAST)
}

/** What a warning says of places that could not be decoded, if there are any. */
interface Undecodable {
  readonly message: string
  /** The first one, in UTF-16 units. */
  readonly start: number
}

function undecodableOf(count: number, encoding: string, text: string): Undecodable | null {
  if (count === 0) return null
  const [places, stand] = count === 1 ? ['place', 'stands'] : ['places', 'stand']
  const message = `${count} ${places} could not be decoded as ${encoding} and ${stand} as U+FFFD.`
  // It may stand in a part of the file that is no text.
  return { message, start: Math.max(0, text.indexOf('\ufffd')) }
}

function* printWarnings(
  printer: Printer,
  warnings: readonly ReadingWarning[],
  undecodable: Undecodable | null,
  points: CodePoints,
): Generator<Uint8Array> {
  let before = FIRST
  if (undecodable !== null) {
    const { message, start } = undecodable
    printer.addBytes(before)
    before = NEXT
    printer.addText(JSON.stringify({ code: 'undecodable', message, start: points.toCodePoint(start) }))
  }
  for (const warning of warnings) {
    const start = points.toCodePoint(warning.span.start)
    printer.addBytes(before)
    before = NEXT
    printer.addText(JSON.stringify({ code: warning.code, message: messageOf(warning), start }))
    if (printer.isFull) yield printer.lend()
  }
  if (before === NEXT) printer.addBytes(LAST)
}

function titleOf(blocks: LazyBlocks): string | null {
  for (let index = 0; index < blocks.length; index++) {
    if (blocks.setAside(index) === 'headline') return blocks.text(index)
  }
  return null
}
function withoutExtension(fileName: string): string {
  return fileName.replace(/(?<=.)\.[^.]*$/u, '')
}

function messageOf({ code, values }: ReadingWarning): string {
  switch (code) {
    case 'label-split-over-lines':
      return `The label “${values['label']}” is printed over two lines.`
    case 'rare-label':
      return `“${values['label']}” was taken for a label although it comes only once.`
    case 'possible-label':
      return `“${values['label']}” was not taken for a label.`
    case 'long-turn':
      return `The turn of ${values['speaker']} is much longer than the others.`
    case 'unanswered-question':
      return `Nobody answers the question by ${values['speaker']}.`
    case 'alike-speakers':
      return `“${values['name']}” may be “${values['other']}”.`
    case 'no-turns':
      return 'No speakers were found.'
  }
}
