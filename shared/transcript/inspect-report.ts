import type { LineEnds } from '#shared/model/source.ts'
import { type CodePoints, indexCodePoints } from '#shared/text/code-points.ts'
import type { LazyBlocks } from './lazy-blocks.ts'
import { asItems, inParts, PART } from './printed-parts.ts'
import type { LazyReading } from './read-lazily.ts'
import type { Exchange, ReadingWarning, Turn } from './reading.ts'

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
 * What `inspect` prints, `lectern.inspect/1`, part by part, so that a long source never stands in
 * memory as one string of JSON: each field on a line of its own, each turn too. All positions in code
 * points, half-open; `line` from 1. `reading` is what is said: paragraphs parted by LF, of turns and
 * outside of them, without labels and without what is set aside, which `setAside` lists by its place in `text`.
 */
export function* printInspectReport(file: InspectedFile, text: string, reading: LazyReading): Generator<string> {
  const { blocks, exchanges, warnings } = reading
  const points = indexCodePoints(text)
  const { undecodable, ...facts } = file
  const source = { ...facts, title: titleOf(blocks) ?? withoutExtension(file.fileName) }
  yield `{\n  "format": "lectern.inspect/1",\n  "source": ${JSON.stringify(source)},\n  "text": "`
  yield* printText(text)
  yield '",\n  "reading": "'
  yield* inParts(printSaid(blocks))
  yield '",\n  "turns": ['
  yield* inParts(asItems(printTurns(reading, points)))
  yield '],\n  "exchanges": ['
  yield* inParts(asItems(printExchanges(exchanges)))
  yield '],\n  "setAside": ['
  yield* inParts(asItems(printSetAside(blocks, points)))
  yield '],\n  "warnings": ['
  yield* inParts(asItems(printWarnings(warnings, undecodableOf(undecodable, file.encoding, text), points)))
  yield ']\n}\n'
}

/** The text, as the inside of a string of JSON. */
function* printText(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + PART)
    // A pair that is cut in two would be printed as two halves.
    if ((text.charCodeAt(to) & 0xfc00) === 0xdc00) to++
    yield JSON.stringify(text.slice(from, to)).slice(1, -1)
    from = to
  }
}

/** The paragraphs, as the inside of a string of JSON. */
function* printSaid(blocks: LazyBlocks): Generator<string> {
  let before = ''
  for (let index = 0; index < blocks.length; index++) {
    if (!blocks.isParagraph(index)) continue
    yield before + blocks.escapedText(index)
    before = '\\n'
  }
}

function* printTurns({ blocks, turns }: LazyReading, points: CodePoints): Generator<string> {
  const quoted = new Map<string, string>()
  for (const turn of turns) {
    let paragraphs = ''
    for (let index = turn.firstBlock; index < turn.endBlock; index++) {
      if (!blocks.isParagraph(index)) continue
      const words = blocks.escapedText(index)
      paragraphs += paragraphs === '' ? `"${words}"` : `, "${words}"`
    }
    yield `${fieldsOf(turn, quoted, points)}, "paragraphs": [${paragraphs}] }`
  }
}

function fieldsOf(turn: Turn, quoted: Map<string, string>, points: CodePoints): string {
  const { index, role, span, line } = turn
  const speaker = quote(turn.speaker, quoted)
  const label = quote(turn.label, quoted)
  const time = quote(turn.time, quoted)
  const start = points.toCodePoint(span.start)
  const end = points.toCodePoint(span.end)
  const named = `{ "index": ${index}, "speaker": ${speaker}, "label": ${label}, "role": "${role}"`
  return `${named}, "start": ${start}, "end": ${end}, "line": ${line}, "time": ${time}`
}

/** A string as JSON; the same few come over and over again. */
function quote(text: string | null, known: Map<string, string>): string {
  if (text === null) return 'null'
  let quoted = known.get(text)
  if (quoted === undefined) {
    quoted = JSON.stringify(text)
    known.set(text, quoted)
  }
  return quoted
}

function* printExchanges(exchanges: readonly Exchange[]): Generator<string> {
  for (const { index, questions, answers } of exchanges)
    yield `{ "index": ${index}, "questions": [${questions.join(', ')}], "answers": [${answers.join(', ')}] }`
}

function* printSetAside(blocks: LazyBlocks, points: CodePoints): Generator<string> {
  for (let index = 0; index < blocks.length; index++) {
    const kind = blocks.setAside(index)
    if (kind === null) continue
    const { start, end } = blocks.span(index)
    yield `{ "kind": "${kind}", "start": ${points.toCodePoint(start)}, "end": ${points.toCodePoint(end)} }`
  }
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
  warnings: readonly ReadingWarning[],
  undecodable: Undecodable | null,
  points: CodePoints,
): Generator<string> {
  if (undecodable !== null) {
    const { message, start } = undecodable
    yield JSON.stringify({ code: 'undecodable', message, start: points.toCodePoint(start) })
  }
  for (const warning of warnings) {
    const start = points.toCodePoint(warning.span.start)
    yield JSON.stringify({ code: warning.code, message: messageOf(warning), start })
  }
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
