import type { Label } from './conventions.ts'
import type { LineKinds } from './line-kinds.ts'
import { HAS_LABEL_END, type Lines, unitsOf } from './lines.ts'

/** `BY MR. CARVER:`, `CROSS-EXAMINATION BY MS. DUNN:` */
const EXAMINER =
  /^(?:(?:FURTHER |CONTINUED )?(?:(?:DIRECT|CROSS|RE-?DIRECT|RE-?CROSS)[ -])?EXAMINATION (?:\(CONTINUED\) )?|\(?(?:CONTINUING|RESUMING)\)? )?BY (?:THE )?(\p{L}[\p{L}\p{M}.'’ -]{1,48}?)\s?:$/iu
/** `Cross-examined by Mr. Carver: [Continued]`; `MR. CARVER:` with nothing behind it, as tribunals print it. */
const EXAMINED =
  /^(?:(?:FURTHER )?(?:CROSS-|RE-)?EXAMINED BY (\p{L}[\p{L}\p{M}.'’ -]{1,48}?)\s?:(?:\s\[CONTINUED\])?|((?:MR|MS|MRS|MISS|DR)\.? \p{Lu}[\p{L}\p{M}'’ -]{1,48}):)$/iu
const FIRSTS = unitsOf('BbDdCcRrEeFf(Mm')
/** Such a line ends in one of these. */
const COLON = 0x3a
const BRACKET = 0x5d
const LONGEST = 90
const ASKS = /^Q(?:uestion)?(?:[.:\s]|$)/u

/** Who examines a witness, from a line on. */
export interface Examiner {
  readonly line: number
  readonly name: string
}

/**
 * Lines of court transcripts that say who asks from here on, `BY MR. CARVER:`, each with a question below it: nobody
 * says them, and the letter `Q` means that person until the next one.
 */
export function examinersOf(text: string, lines: Lines, furniture: LineKinds): readonly Examiner[] {
  const found: Examiner[] = []
  for (
    let index = lines.nextBeginning(FIRSTS, 0);
    index < lines.length;
    index = lines.nextBeginning(FIRSTS, index + 1)
  ) {
    if (!lines.has(index, HAS_LABEL_END)) continue
    const [start, end] = [lines.start(index), lines.end(index)]
    const last = text.charCodeAt(end - 1)
    if (end - start > LONGEST || (last !== COLON && last !== BRACKET)) continue
    const printed = text.slice(start, end)
    const [, examined, alone] = EXAMINED.exec(printed) ?? []
    const name = EXAMINER.exec(printed)?.[1] ?? examined ?? alone
    if (name === undefined) continue
    let next = index + 1
    while (next < lines.length && furniture.has(next)) next++
    if (ASKS.test(text.slice(lines.start(next), Math.min(lines.end(next), lines.start(next) + 10))))
      found.push({ line: index, name })
  }
  return found
}

/** Gives the questions behind each of these lines to whom it names. */
export function withExaminers(labels: readonly Label[], examiners: readonly Examiner[]): readonly Label[] {
  if (examiners.length === 0) return labels
  let at = -1
  return labels.map((label) => {
    while (at + 1 < examiners.length && (examiners[at + 1]?.line ?? 0) < label.line) at++
    const name = examiners[at]?.name
    if (name === undefined || label.speaker !== 'Q') return label
    return { ...label, speaker: name, person: name, affiliation: 'Q' }
  })
}
