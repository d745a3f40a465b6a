import type { LabelCandidate, LabelForm } from './label-candidate.ts'
import { evidenceOfName } from './name-evidence.ts'

/** Forms that end in a sign which is found in mid-sentence as well, and is printed at a line's start by chance alone there. */
const FORMS: ReadonlySet<LabelForm> = new Set(['colon', 'bold', 'letter', 'capitals', 'timed', 'bracket'])
/** UTF-16 units from the start that tell where a label's words are printed. */
const LOOKED_AT = 400_000
/** So many names are looked for at most. */
const MOST_NAMES = 200
/** Share of the places at which labels are printed that are starts of lines. */
const SHARE = 0.75

/**
 * People interrupt each other, and speech recognition writes no full stops: then the line before a
 * label ends no sentence. What comes again at lines' starts, and hardly ever within a line, is
 * believed to stand at the start of a paragraph wherever it stands.
 */
export function believeLineStarts(text: string, candidates: readonly LabelCandidate[]): readonly LabelCandidate[] {
  const doubtful = new Map<string, Group>()
  for (const one of candidates) {
    if (!mayBeBelieved(text, one) || one.isAtParagraphStart) continue
    const group = doubtful.get(one.speaker)
    if (group === undefined) doubtful.set(one.speaker, { first: one, all: 0, sure: 0, seen: 0 })
  }
  if (doubtful.size === 0 || doubtful.size > MOST_NAMES) return candidates
  for (const one of candidates) {
    const group = mayBeBelieved(text, one) ? doubtful.get(one.speaker) : undefined
    if (group === undefined) continue
    group.all++
    if (one.isAtParagraphStart) group.sure++
    if (one.end <= LOOKED_AT) group.seen++
  }
  const looked = text.slice(0, LOOKED_AT)
  const believed = new Set([...doubtful].filter(([, group]) => isBelieved(looked, group)).map(([key]) => key))
  if (believed.size === 0) return candidates
  return candidates.map((one) =>
    !one.isAtParagraphStart && mayBeBelieved(text, one) && believed.has(one.speaker)
      ? { ...one, isAtParagraphStart: true }
      : one,
  )
}

interface Group {
  readonly first: LabelCandidate
  all: number
  /** At the start of a paragraph. */
  sure: number
  /** In the part of the text that is looked at. */
  seen: number
}

function mayBeBelieved(text: string, { form, line, lastLine, start }: LabelCandidate): boolean {
  // Round brackets at a line's start say who did something as often as who says it.
  return line === lastLine && FORMS.has(form) && !(form === 'bracket' && text.charCodeAt(start) === 0x28)
}

function isBelieved(text: string, { first, all, sure, seen }: Group): boolean {
  if (all < 2 || (sure === 0 && (evidenceOfName(first.speaker, first.affiliation) ?? 0) < 2)) return false
  const printed = text.slice(first.start, first.end)
  if (printed === '') return true
  let places = 0
  for (let at = text.indexOf(printed); at !== -1; at = text.indexOf(printed, at + printed.length)) places++
  return seen >= places * SHARE
}
