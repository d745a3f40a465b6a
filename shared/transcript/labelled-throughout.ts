import { isCjk } from './characters.ts'
import type { Judged } from './judged-candidates.ts'
import type { LabelCandidate, LabelForm } from './label-candidate.ts'
import { continuesParagraph, type Layout } from './layout.ts'
import type { Lines } from './lines.ts'

/** Share of all paragraphs that begin with what looks like a label. */
const NEARLY_ALL = 0.85
/** Labels of a text that is labelled throughout, at least, and how often one of its names comes at least. */
const FEWEST = 5
const OFTEN = 3
/** Share of the labels that much speaks for. */
const LEAST_KNOWN = 0.3
/** So many that come once follow each other at most: more of them are the points of a list. */
const LONGEST_RUN = 2
/** Forms that say `somebody speaks` no louder than a list or a table does. */
const FORMS: ReadonlySet<LabelForm> = new Set(['colon', 'bracket', 'spaced'])
/** Points of a list, and words that lead over to what is said next. */
const ITEM =
  /^(?:第|其|[一二两兩三四五六七八九十几幾]|[甲乙丙丁][是来來则則]|另外|此外|同时|同時|不过|不過|但|因[为為]|所以|如果|具[体體]|[总總]的|[简簡][单單]|[换換]|[关關][键鍵]|重[点點]|核心)|(?:在于|在於|就是|而言|来看|來看|来说|來說|原则|原則|措施|情况|情況|目标|任务|任務|问题|問題|思路|事|事情|[话話]|[点點]|[上中里後后前时時])$/u

/**
 * Where nearly every paragraph begins with a label of one form, those that come only once are labels
 * too, if they look like the ones that come again: court records, panels, lessons. `fair` are those
 * that much speaks for.
 */
export function labelledThroughout(
  text: string,
  lines: Lines,
  layout: Layout,
  fair: readonly Judged[],
  others: readonly Judged[],
): readonly Judged[] {
  if (fair.length < 2 || others.length === 0) return []
  const again = [...fair, ...others.filter(({ candidate, recurs }) => recurs && candidate.isAtParagraphStart)]
  const form = mainForm(again)
  if (form === null) return []
  const known = again.filter(({ candidate }) => candidate.form === form)
  const looks = looksOf(lines, known)
  const alike = others.filter((one) => looksAlike(lines, one, form, looks))
  const labels = [...new Set([...known, ...alike])].sort((a, b) => a.candidate.start - b.candidate.start)
  if (alike.length === 0 || labels.length < FEWEST || known.length < labels.length * LEAST_KNOWN) return []
  const paragraphs = countParagraphs(text, lines, layout, labels[0]?.candidate.line ?? 0, labels.length / NEARLY_ALL)
  if (labels.length < paragraphs * NEARLY_ALL) return []
  return withoutLists(labels, new Set(alike))
}

/** The form of most labels, if one of its names comes often, or two come again. */
function mainForm(fair: readonly Judged[]): LabelForm | null {
  const byForm = new Map<LabelForm, Map<string, number>>()
  for (const { candidate } of fair) {
    const names = byForm.get(candidate.form) ?? new Map<string, number>()
    byForm.set(candidate.form, names.set(candidate.speaker, (names.get(candidate.speaker) ?? 0) + 1))
  }
  const total = (names: ReadonlyMap<string, number>): number => [...names.values()].reduce((sum, one) => sum + one, 0)
  const [main] = [...byForm].sort(([, a], [, b]) => total(b) - total(a))
  if (main === undefined || !FORMS.has(main[0])) return null
  const counts = [...main[1].values()]
  return counts.some((count) => count >= OFTEN) || counts.filter((count) => count >= 2).length >= 2 ? main[0] : null
}

/** What the labels have in common that are known to be labels. */
interface Looks {
  readonly longest: number
  readonly isEastAsian: boolean
  readonly areCapitals: boolean
  readonly hasAffiliation: boolean
  /** Speech follows on the label's line. */
  readonly runsOn: boolean
}

function looksOf(lines: Lines, known: readonly Judged[]): Looks {
  const share = (holds: (candidate: LabelCandidate) => boolean): number =>
    known.filter(({ candidate }) => holds(candidate)).length / known.length
  return {
    longest: known.reduce((longest, { candidate }) => Math.max(longest, candidate.speaker.length), 0),
    isEastAsian: share(({ speaker }) => isCjk(speaker.charCodeAt(0))) > 0.5,
    areCapitals: share(({ speaker }) => isCapitals(speaker)) > 0.9,
    hasAffiliation: share(({ affiliation }) => affiliation !== '') > 0.9,
    runsOn: share((candidate) => runsOn(lines, candidate)) > 0.5,
  }
}

function looksAlike(lines: Lines, { candidate, evidence }: Judged, form: LabelForm, looks: Looks): boolean {
  const { speaker, affiliation } = candidate
  if (candidate.form !== form || !candidate.isAtParagraphStart || runsOn(lines, candidate) !== looks.runsOn)
    return false
  if (looks.hasAffiliation && affiliation === '') return false
  if (ITEM.test(speaker)) return false
  if (looks.isEastAsian && isCjk(speaker.charCodeAt(0))) return speaker.length <= Math.max(8, looks.longest + 4)
  if (looks.areCapitals) return isCapitals(speaker)
  // Words with small letters say something, unless they are spelt as devices are: `Ben's iPhone`.
  if (evidence < 1 && !/\s\p{Ll}*\p{Lu}\S*$/u.test(speaker)) return false
  return /^\P{Ll}/u.test(speaker) && speaker.split(' ').length <= 4
}

function isCapitals(name: string): boolean {
  return /\p{Lu}/u.test(name) && !/\p{Ll}{2}/u.test(name)
}

function runsOn(lines: Lines, { speech, lastLine }: LabelCandidate): boolean {
  return speech < lines.end(lastLine)
}

/** Paragraphs from line `from` on; notes in brackets and times are none. Counts no further than `most`. */
function countParagraphs(text: string, lines: Lines, layout: Layout, from: number, most: number): number {
  let count = 0
  for (let index = from; index < lines.length && count <= most; index++) {
    const gap = lines.gap(index)
    const goesOn =
      index > from &&
      continuesParagraph(text, lines, index - 1, index, gap, false, layout.columns.at(index - 1), layout)
    if (!goesOn && !isNote(text, lines, index)) count++
  }
  return count
}

/** What times and dates consist of. */
const FIGURES = '0123456789 :：.,-–—/>'

/** A line in brackets, or one that holds nothing but figures. */
function isNote(text: string, lines: Lines, index: number): boolean {
  const [start, end] = [lines.start(index), lines.end(index)]
  if ('([（［【'.includes(text.charAt(start))) return ')]）］】'.includes(text.charAt(end - 1))
  if (end - start > 32) return false
  for (let at = start; at < end; at++) if (!FIGURES.includes(text.charAt(at))) return false
  return true
}

/** Those that come once, without runs of them, which are lists. `weak`: those that little speaks for. */
function withoutLists(labels: readonly Judged[], weak: ReadonlySet<Judged>): readonly Judged[] {
  const kept: Judged[] = []
  let run: Judged[] = []
  const finish = (): void => {
    if (run.filter(({ evidence, recurs }) => evidence < 3 && !recurs).length <= LONGEST_RUN) kept.push(...run)
    run = []
  }
  for (const one of labels) {
    if (weak.has(one)) run.push(one)
    else finish()
  }
  finish()
  return kept
}
