import { type Lines, unitsOf } from './lines.ts'

const DAY = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{1,4}`
const CLOCK = String.raw`\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:\s?[AaPp]\.?\s?[Mm]\.?)?`
const MARKS = String.raw`[\u200e\u200f\u202a-\u202e]*`
/** `14/02/2023, 18:05 - Jess: …` */
const MESSAGE = new RegExp(String.raw`^${MARKS}${DAY},?\s${CLOCK}\s-\s(?=([^:]{0,100}:(?:\s|$))?)`, 'u')
/** `12:01 <mira> …` */
const LINE_OF_LOG = new RegExp(String.raw`^\[?${CLOCK}\]?\s<[^<>\s]{1,30}>\s`, 'u')
/** `12:02 -!- bob has joined`, `--- Log opened …` */
const EVENT_OF_LOG = new RegExp(String.raw`^(?:\[?${CLOCK}\]?\s+(?:-!-|\*{1,3}|-->|<--|==)\s|--- (?:Log|Day) )`, 'u')
const FIRSTS = unitsOf('0123456789[-\u200e\u200f\u202a\u202b\u202d\u202e')
/** In so many lines from the first it shows what is exported. */
const FIRST_LINES = 60
const FEWEST = 3
const LOOKED_AT = 120

/**
 * Lines of exported chats that the program writes and nobody says: who joined and left, what was encrypted. They begin
 * with a time as messages do, and name nobody who says them.
 */
export function chatNotes(text: string, lines: Lines): readonly number[] {
  const said = { messages: 0, log: 0 }
  for (let index = 0; index < Math.min(lines.length, FIRST_LINES); index++) {
    if (FIRSTS[lines.first(index)] !== 1) continue
    const words = beginningOf(text, lines, index)
    if (MESSAGE.exec(words)?.[1] !== undefined) said.messages++
    else if (LINE_OF_LOG.test(words)) said.log++
  }
  if (said.messages < FEWEST && said.log < FEWEST) return []
  const found: number[] = []
  for (
    let index = lines.nextBeginning(FIRSTS, 0);
    index < lines.length;
    index = lines.nextBeginning(FIRSTS, index + 1)
  ) {
    const words = beginningOf(text, lines, index)
    const message = said.messages >= FEWEST ? MESSAGE.exec(words) : null
    const isNote = message === null ? said.log >= FEWEST && EVENT_OF_LOG.test(words) : message[1] === undefined
    if (isNote) found.push(index)
  }
  return found
}

function beginningOf(text: string, lines: Lines, index: number): string {
  const start = lines.start(index)
  return text.slice(start, Math.min(lines.end(index), start + LOOKED_AT))
}
