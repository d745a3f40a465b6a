import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import type { LineEnds } from '#shared/model/source.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import { type CodePoints, indexCodePoints } from '#shared/text/code-points.ts'
import type { LazyBlocks } from './lazy-blocks.ts'
import type { LazyTurns } from './lazy-turns.ts'
import { Phrase, Printer } from './printer.ts'
import type { LazyReading } from './read-lazily.ts'
import type { Exchange, ReadingWarning } from './reading.ts'
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
  const points = indexCodePoints(text, blocks.holdsSurrogates)
  const { undecodable, ...facts } = file
  const source = { ...facts, title: titleOf(blocks) ?? withoutExtension(file.fileName) }
  const printer = new Printer()
  const said = new SaidText(text, blocks, printer)
  printer.addText(`{\n  "format": "lectern.inspect/1",\n  "source": ${JSON.stringify(source)},\n  "text": "`)
  yield* said.printSource()
  printer.addText('",\n  "reading": "')
  yield* said.print()
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

/** Before the first item of a list, before each other one, and behind the last. */
const FIRST = new Phrase('\n    ')
const NEXT = new Phrase(',\n    ')
const LAST = new Phrase('\n  ')

const FIRST_INDEX = new Phrase('\n    { "index": ')
const NEXT_INDEX = new Phrase(',\n    { "index": ')
const END = new Phrase(', "end": ')
const LINE = new Phrase(', "line": ')
const NO_TIME = new Phrase(', "time": null, "paragraphs": [')
const FIRST_PARAGRAPH = new Phrase('"')
const NEXT_PARAGRAPH = new Phrase('", "')
const NO_PARAGRAPHS = new Phrase('] }')
const PARAGRAPHS_END = new Phrase('"] }')

function* printTurns(
  printer: Printer,
  { turns, blocks }: LazyReading,
  said: SaidText,
  points: CodePoints,
): Generator<Uint8Array> {
  const people = new PrintedPeople(turns)
  for (let turn = 0; turn < turns.length; turn++) {
    printer.addPhrase(turn === 0 ? FIRST_INDEX : NEXT_INDEX)
    printer.addNumber(turn)
    printer.addPhrase(people.of(turn))
    printer.addNumber(points.toCodePoint(turns.start(turn)))
    printer.addPhrase(END)
    printer.addNumber(points.toCodePoint(turns.end(turn)))
    printer.addPhrase(LINE)
    printer.addNumber(turns.line(turn))
    const time = turns.time(turn)
    if (time === null) printer.addPhrase(NO_TIME)
    else printer.addText(`, "time": ${JSON.stringify(time)}, "paragraphs": [`)
    let before = FIRST_PARAGRAPH
    for (let index = turns.firstBlock(turn); index < turns.endBlock(turn); index++) {
      if (!blocks.isParagraph(index)) continue
      printer.addPhrase(before)
      said.printAgain(index)
      before = NEXT_PARAGRAPH
    }
    printer.addPhrase(before === NEXT_PARAGRAPH ? PARAGRAPHS_END : NO_PARAGRAPHS)
    if (printer.isFull) yield printer.lend()
  }
  if (turns.length > 0) printer.addPhrase(LAST)
}

/** Who speaks a turn, and what is printed of that. */
interface Person {
  readonly speaker: string | null
  readonly role: TurnRole
  readonly phrase: Phrase
}

/** What turns say of who speaks them. The same few people come over and over again. */
class PrintedPeople {
  readonly #turns: LazyTurns
  /** The last turn with each label that was printed. */
  readonly #byLabel = new Map<string, Person>()

  constructor(turns: LazyTurns) {
    this.#turns = turns
  }

  of(turn: number): Phrase {
    const turns = this.#turns
    const label = turns.label(turn)
    const speaker = turns.speaker(turn)
    const role = turns.role(turn)
    const known = this.#byLabel.get(label)
    if (known !== undefined && known.speaker === speaker && known.role === role) return known.phrase
    const [name, words] = [JSON.stringify(speaker), JSON.stringify(label)]
    const phrase = new Phrase(`, "speaker": ${name}, "label": ${words}, "role": "${role}", "start": `)
    this.#byLabel.set(label, { speaker, role, phrase })
    return phrase
  }
}

const QUESTIONS = new Phrase(', "questions": [')
const ANSWERS = new Phrase('], "answers": [')
const ANSWERS_END = new Phrase('] }')
const COMMA = new Phrase(', ')
const BRACE = new Phrase(' }')

function* printExchanges(printer: Printer, exchanges: readonly Exchange[]): Generator<Uint8Array> {
  for (const { index, questions, answers } of exchanges) {
    printer.addPhrase(index === 0 ? FIRST_INDEX : NEXT_INDEX)
    printer.addNumber(index)
    printer.addPhrase(QUESTIONS)
    addNumbers(printer, questions)
    printer.addPhrase(ANSWERS)
    addNumbers(printer, answers)
    printer.addPhrase(ANSWERS_END)
    if (printer.isFull) yield printer.lend()
  }
  if (exchanges.length > 0) printer.addPhrase(LAST)
}

function addNumbers(printer: Printer, numbers: readonly number[]): void {
  for (let at = 0; at < numbers.length; at++) {
    if (at > 0) printer.addPhrase(COMMA)
    printer.addNumber(numbers[at] ?? 0)
  }
}

function* printSetAside(printer: Printer, blocks: LazyBlocks, points: CodePoints): Generator<Uint8Array> {
  const kinds = new Map<SetAsideKind, Phrase>()
  let before = FIRST
  for (let index = 0; index < blocks.length; index++) {
    const kind = blocks.setAside(index)
    if (kind === null) continue
    let phrase = kinds.get(kind)
    if (phrase === undefined) {
      phrase = new Phrase(`{ "kind": "${kind}", "start": `)
      kinds.set(kind, phrase)
    }
    printer.addPhrase(before)
    before = NEXT
    printer.addPhrase(phrase)
    printer.addNumber(points.toCodePoint(blocks.start(index)))
    printer.addPhrase(END)
    printer.addNumber(points.toCodePoint(blocks.end(index)))
    printer.addPhrase(BRACE)
    if (printer.isFull) yield printer.lend()
  }
  if (before === NEXT) printer.addPhrase(LAST)
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

const WARNING_END = new Phrase('}')

function* printWarnings(
  printer: Printer,
  warnings: readonly ReadingWarning[],
  undecodable: Undecodable | null,
  points: CodePoints,
): Generator<Uint8Array> {
  let before = FIRST
  if (undecodable !== null) {
    const { message, start } = undecodable
    printer.addPhrase(before)
    before = NEXT
    printer.addText(JSON.stringify({ code: 'undecodable', message, start: points.toCodePoint(start) }))
  }
  // The same few come over and over again.
  const printed = new Map<string, Phrase>()
  for (const warning of warnings) {
    const message = messageOf(warning)
    let phrase = printed.get(message)
    if (phrase === undefined) {
      phrase = new Phrase(`{"code":"${warning.code}","message":${JSON.stringify(message)},"start":`)
      printed.set(message, phrase)
    }
    printer.addPhrase(before)
    before = NEXT
    printer.addPhrase(phrase)
    printer.addNumber(points.toCodePoint(warning.span.start))
    printer.addPhrase(WARNING_END)
    if (printer.isFull) yield printer.lend()
  }
  if (before === NEXT) printer.addPhrase(LAST)
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
