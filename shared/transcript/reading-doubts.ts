import { spanOf } from '#shared/model/text-span.ts'
import type { Label } from './conventions.ts'
import type { LabelCandidate, LabelForm } from './label-candidate.ts'
import type { LazyTurns } from './lazy-turns.ts'
import { evidenceOfName } from './name-evidence.ts'
import type { Page } from './paragraphs.ts'
import type { Exchange, ReadingWarning, Turn } from './reading.ts'
import type { AlikeNames } from './same-speaker.ts'

/** What a reading was made of. */
interface ReadingParts {
  readonly page: Page
  readonly labels: readonly Label[]
  readonly candidates: readonly LabelCandidate[]
  readonly turns: LazyTurns
  readonly exchanges: readonly Exchange[]
  readonly alike: readonly AlikeNames[]
}

/** Of each kind that needs no answer so many are told at most, the likeliest first. */
const MOST = 20
/** UTF-16 units, share of all that is said, and turns that make a turn of that share remarkable. */
const LONG = 6000
const MUCH = 0.4
const FEWEST_TURNS = 12

/** What a person should look at, in source order, each with how doubtful it is. A plain transcript has nearly none. */
export function doubtsOf(parts: ReadingParts): readonly ReadingWarning[] {
  const { labels, turns, exchanges, alike } = parts
  const warnings: ReadingWarning[] = []
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index]
    if (label === undefined) continue
    if (label.line < label.lastLine) warnings.push(doubtOf('label-split-over-lines', 0.3, label, turns.label(index)))
    if (label.isRare) warnings.push(doubtOf('rare-label', 0.6, label, turns.label(index)))
  }
  warnings.push(...likeliest(possibleLabels(parts)), ...likeliest(longTurns(parts)))
  for (const { questions, answers } of exchanges) {
    if (answers.length === 0) warnings.push(unanswered(turns.turn(questions[0] ?? 0)))
  }
  for (const { name, other } of alike) warnings.push(...alikeSpeakers(parts, name, other))
  return warnings.sort((a, b) => a.span.start - b.span.start)
}

function doubtOf(code: ReadingWarning['code'], doubt: number, { start, end }: Label, label: string): ReadingWarning {
  return { code, values: { label }, span: spanOf(start, end), doubt }
}

/** What looks like the labels of this text, reads as a person, and was left to the speech. */
function possibleLabels({ page, labels, candidates }: ReadingParts): readonly ReadingWarning[] {
  const taken = new Uint8Array(page.lines.length)
  const forms = new Set<LabelForm>()
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index]
    if (label === undefined) continue
    taken[label.line] = taken[label.lastLine] = 1
    forms.add(label.form)
  }
  const first = labels[0]?.line ?? 0
  const found: ReadingWarning[] = []
  const seen = new Set<string>()
  const nobody = new Set<string>()
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index]
    // Nearly all of them are labels.
    if (candidate === undefined || taken[candidate.line] === 1 || taken[candidate.lastLine] === 1) continue
    const { form, line, start, end, speaker, affiliation, isAtParagraphStart } = candidate
    if (line < first || !forms.has(form)) continue
    if (seen.has(speaker) || (affiliation === '' && nobody.has(speaker))) continue
    const evidence = evidenceOfName(speaker, affiliation)
    if (evidence === null || evidence < 2) {
      if (affiliation === '') nobody.add(speaker)
      continue
    }
    seen.add(speaker)
    const label = page.text.slice(start, end).replace(/\s+/gu, ' ')
    const doubt = (evidence >= 3 ? 0.7 : 0.5) - (isAtParagraphStart ? 0 : 0.2)
    found.push({ code: 'possible-label', values: { label }, span: spanOf(start, end), doubt })
  }
  return found
}

/** Where one turn of many holds much of the text, labels may have been missed in it. */
function longTurns({ turns }: ReadingParts): readonly ReadingWarning[] {
  if (turns.length < FEWEST_TURNS) return []
  let total = 0
  for (let index = 0; index < turns.length; index++) total += turns.saidLength(index)
  const found: ReadingWarning[] = []
  for (let index = 0; index < turns.length; index++) {
    const length = turns.saidLength(index)
    if (length < LONG || length < total * MUCH) continue
    const turn = turns.turn(index)
    found.push({ code: 'long-turn', values: { speaker: turn.speaker ?? '' }, span: turn.span, doubt: 0.35 })
  }
  return found
}

function unanswered(turn: Turn): ReadingWarning {
  return { code: 'unanswered-question', values: { speaker: turn.speaker ?? '' }, span: turn.span, doubt: 0.25 }
}

function alikeSpeakers({ labels, turns }: ReadingParts, name: string, other: string): readonly ReadingWarning[] {
  const index = labels.findIndex(({ speaker }) => speaker === name)
  if (index === -1) return []
  return [{ code: 'alike-speakers', values: { name, other }, span: turns.turn(index).span, doubt: 0.5 }]
}

function likeliest(warnings: readonly ReadingWarning[]): readonly ReadingWarning[] {
  if (warnings.length <= MOST) return warnings
  return [...warnings].sort((a, b) => b.doubt - a.doubt || a.span.start - b.span.start).slice(0, MOST)
}
