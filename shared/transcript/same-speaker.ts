import type { Label } from './conventions.ts'
import { isSurname, surnameOf } from './surnames.ts'
import { ASKER, EAST_ASIAN_TITLE, isHanName, LATIN_TITLE, MODERATOR, OUTLET, SPOKESPERSON } from './vocabulary.ts'

/** Two names that may be one person's, without enough to be sure. */
export interface AlikeNames {
  readonly name: string
  readonly other: string
}

/** A name without what is not the name: `Jay Carney` of `Press Secretary Jay Carney`. */
interface Said {
  readonly speaker: string
  readonly affiliation: string
}

const ADDRESS = /^(?:mr|ms|mrs|miss|mx|m|mmes?|mm|mlle|herr|frau|sr|sra|dr|prof|sir|dame)\.?$/iu
const MOST_NAMES = 500
const EAST_ASIAN = /[\p{sc=Han}\p{sc=Hangul}]/u

/**
 * Gives the same person one name, where the labels of this text leave no doubt: a title with a
 * surname beside the only full name with that surname, an office before a name that stands alone
 * elsewhere, the same words in capitals. What stands beside the name becomes the affiliation.
 */
export function nameSpeakers(labels: readonly Label[]): {
  readonly labels: readonly Label[]
  readonly alike: readonly AlikeNames[]
} {
  const named = new Set<string>()
  for (const { speaker } of labels) if (speaker !== null) named.add(speaker)
  const names = [...named]
  if (names.length < 2 || names.length > MOST_NAMES) return { labels: labels.map(withOffice), alike: [] }
  const called = timesCalled(names)
  const bare = new Map(names.map((name) => [name, splitOffice(name, isCalledOtherwise(name, called))]))
  const known = [...new Set([...bare.values()].map(({ speaker }) => speaker))]
  const { same, alike } = sameNames(known)
  const targets = new Map<string, Said>()
  for (const [name, { speaker, affiliation }] of bare) {
    const target = same.get(speaker)
    const beside = affiliation || (target?.affiliation ?? '')
    targets.set(name, { speaker: target?.speaker ?? speaker, affiliation: beside })
  }
  const areAllBare = [...targets].every(([name, { speaker, affiliation }]) => speaker === name && affiliation === '')
  if (areAllBare) return { labels, alike }
  const renamed = labels.map((label): Label => {
    const target = label.speaker === null ? undefined : targets.get(label.speaker)
    if (target === undefined) return label
    const beside = label.affiliation || target.affiliation
    if (target.speaker === label.person && beside === label.affiliation) return label
    return { ...label, speaker: target.speaker, person: target.speaker, affiliation: beside }
  })
  return { labels: renamed, alike }
}

/** How many printed names begin with the same words before a comma, and which surnames stand alone. */
function timesCalled(names: readonly string[]): ReadonlyMap<string, number> {
  const called = new Map<string, number>()
  for (const name of names) called.set(beforeComma(name), (called.get(beforeComma(name)) ?? 0) + 1)
  return called
}

/** The same person is also printed without an office, with another one, or by surname alone. */
function isCalledOtherwise(name: string, called: ReadonlyMap<string, number>): boolean {
  const person = beforeComma(name)
  return (called.get(person) ?? 0) > 1 || called.has(surnameOf(name) ?? '')
}

function withOffice(label: Label): Label {
  if (label.speaker === null || label.affiliation !== '') return label
  const { affiliation } = splitOffice(label.speaker, false)
  return affiliation === '' ? label : { ...label, affiliation }
}

function beforeComma(name: string): string {
  return name.split(/[,，]/u, 1)[0]?.trim() ?? name
}

/**
 * `Jane Roe, Minister of Transport`: what follows the comma says what she is. It stays part of the
 * name, as it is printed, unless she is called by her name alone elsewhere (`isKnown`).
 */
function splitOffice(name: string, isKnown: boolean): Said {
  const titled = EAST_ASIAN.test(name) ? splitEastAsianOffice(name) : null
  if (titled !== null) return titled
  const person = beforeComma(name)
  if (person === name || person === '') return { speaker: name, affiliation: '' }
  const affiliation = name.slice(person.length).replace(/^\s*[,，]\s*/u, '')
  return { speaker: isKnown ? person : name, affiliation }
}

/** `新闻发言人 陈树`: an office, a blank, and who it is. */
function splitEastAsianOffice(name: string): Said | null {
  const [office, person] = [name.slice(0, name.lastIndexOf(' ')), name.slice(name.lastIndexOf(' ') + 1)]
  if (!name.includes(' ') || !isHanName(person) || EAST_ASIAN_TITLE.test(person)) return null
  const isTitle = EAST_ASIAN_TITLE.test(office) || MODERATOR.test(office) || SPOKESPERSON.test(office)
  return isTitle || ASKER.test(office) || OUTLET.test(office) ? { speaker: person, affiliation: office } : null
}

function sameNames(names: readonly string[]): {
  readonly same: ReadonlyMap<string, Said>
  readonly alike: readonly AlikeNames[]
} {
  const same = new Map<string, Said>()
  const alike: AlikeNames[] = []
  const bySurname = new Map<string, string[]>()
  const full = new Map<string, string>()
  for (const name of names) {
    const folded = fold(withoutTitle(name))
    const words = folded.split(' ')
    if (words.length < 2 || EAST_ASIAN.test(name)) continue
    // The first form without a title, and not all in capitals, is the one to show.
    const before = full.get(folded)
    if (before === undefined || shows(name) > shows(before)) full.set(folded, name)
    const surname = words.at(-1) ?? ''
    const list = bySurname.get(surname) ?? []
    if (!list.includes(folded)) list.push(folded)
    bySurname.set(surname, list)
  }
  const titles = titlesBySurname(names)
  for (const name of names) {
    if (EAST_ASIAN.test(name)) {
      const found = eastAsian(name, names)
      if (found !== null) same.set(name, found)
      continue
    }
    const bareName = withoutTitle(name)
    const folded = fold(bareName)
    const words = folded.split(' ')
    const own = full.get(folded)
    if (own !== undefined && words.length > 1) {
      const longer = endsWithKnown(words, full)
      const target = longer ?? own
      if (target !== name) same.set(name, { speaker: withoutTitle(target), affiliation: beforeName(name, target) })
      continue
    }
    const candidates = bySurname.get(words.at(-1) ?? '') ?? []
    const isClear = (titles.get(words.at(-1) ?? '')?.size ?? 0) <= 1
    const [only] = mostSpecific(candidates)
    const target = full.get(only ?? '')
    if (words.length !== 1 || target === undefined) continue
    const isIntroduced = isSurname(name) && isBefore(names, target, name) && surnameOf(target) === name
    if (mostSpecific(candidates).length === 1 && isClear && (bareName !== name || isIntroduced)) {
      const shown = withoutTitle(target)
      same.set(name, { speaker: shown, affiliation: beforeName(name, bareName) })
      if (shown !== target && !same.has(target))
        same.set(target, { speaker: shown, affiliation: beforeName(target, shown) })
    } else if (mostSpecific(candidates).length === 1) alike.push({ name, other: target })
  }
  return { same, alike: [...alike, ...alikeHan(names, same)] }
}

/** `JANE ROE` comes first and `ROE` later. */
function isBefore(names: readonly string[], full: string, surname: string): boolean {
  return names.indexOf(full) < names.indexOf(surname)
}

/** Of full names that end in one another (`press secretary jay carney`, `jay carney`) only the shortest counts. */
function mostSpecific(names: readonly string[]): readonly string[] {
  return names.filter((name) => !names.some((other) => other !== name && name.endsWith(` ${other}`)))
}

function endsWithKnown(words: readonly string[], full: ReadonlyMap<string, string>): string | undefined {
  for (let from = words.length - 2; from >= 1; from--) {
    const shorter = full.get(words.slice(from).join(' '))
    if (shorter !== undefined) return shorter
  }
  return undefined
}

/** The office before a name; a form of address is none. */
function beforeName(name: string, target: string): string {
  const before = name.slice(0, Math.max(0, name.length - withoutTitle(target).length)).trim()
  return ADDRESS.test(before) ? '' : before
}

/** Different forms of address before one surname are different people: `MR. DALTON`, `MS. DALTON`. */
function titlesBySurname(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const titles = new Map<string, Set<string>>()
  for (const name of names) {
    const title = /^(mr|ms|mrs|miss|m|mme|mlle|herr|frau|sir|dame|lord|lady|sr|sra)\.?\s/iu
      .exec(name)?.[1]
      ?.toLowerCase()
    const surname = fold(name).split(' ').at(-1) ?? ''
    if (title === undefined) continue
    const known = titles.get(surname) ?? new Set()
    known.add(['ms', 'mrs', 'miss'].includes(title) ? 'ms' : title)
    titles.set(surname, known)
  }
  return titles
}

function shows(name: string): number {
  return (withoutTitle(name) === name ? 2 : 0) + (/\p{Ll}/u.test(name) ? 1 : 0)
}

const TITLES = new RegExp(
  String.raw`^(?:(?:The\s+)?(?:${LATIN_TITLE.source.slice(1, -2)}|Chair(?:man|woman|person)?|Commissioner|Councillor|Director|Speaker|Deputy|Congress(?:man|woman))\b\.?\s+)+(?=\p{L})`,
  'iu',
)

function withoutTitle(name: string): string {
  const rest = name.replace(TITLES, '')
  // `The Minister of State`: an office is no title before a name.
  return rest === '' || /^(?:of|for|and|the|to|in|at|on)\b/u.test(rest) ? name : rest
}

const MARKS = /\p{M}+/gu
const INITIAL = /(?<=^|\s)\p{L}\.\s/gu

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(INITIAL, '')
    .replace(/[.,]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** `外交部长王毅` and `王毅部长` are `王毅`, where he is called that elsewhere; so are `의장 박한별` and `박한별 의장`. */
function eastAsian(name: string, names: readonly string[]): Said | null {
  const words = name.split(' ').filter((word) => !EAST_ASIAN_TITLE.test(word))
  const bare = words.join(' ')
  if (bare !== name && bare.length >= 2) {
    const others = names.filter(
      (other) =>
        other !== name &&
        other
          .split(' ')
          .filter((word) => !EAST_ASIAN_TITLE.test(word))
          .join(' ') === bare,
    )
    if (others.length > 0)
      return {
        speaker: bare,
        affiliation: name
          .split(' ')
          .filter((word) => !words.includes(word))
          .join(' '),
      }
  }
  let found: Said | null = null
  for (const other of names) {
    if (other === name || other.length < 2 || other.length >= name.length || !isPersonal(other)) continue
    if (name.endsWith(other)) {
      const office = name.slice(0, -other.length)
      if (isOffice(office)) found = { speaker: other, affiliation: office }
    } else if (
      name.startsWith(other) &&
      EAST_ASIAN_TITLE.test(name.slice(other.length)) &&
      name.length - other.length <= 4
    ) {
      found = { speaker: other, affiliation: name.slice(other.length) }
    }
  }
  return found
}

const HAN_NAME_OF_ANY_KIND = /^\p{sc=Han}{3,4}$/u

function isPersonal(name: string): boolean {
  return isHanName(name) || (HAN_NAME_OF_ANY_KIND.test(name) && !EAST_ASIAN_TITLE.test(name) && !OUTLET.test(name))
}

/** What stands before a name says what its owner is: an office, a house, or several characters that end in neither. */
function isOffice(words: string): boolean {
  return words.length >= 2 && !/[，。：、]/u.test(words)
}

const HAN_WITH_TITLE = /^\p{sc=Han}{3,5}$/u

/** `王部长` may be the only 王 who speaks. */
function alikeHan(names: readonly string[], same: ReadonlyMap<string, Said>): readonly AlikeNames[] {
  const people = names.filter((name) => isHanName(name) && !same.has(name) && !EAST_ASIAN_TITLE.test(name))
  return names.flatMap((name) => {
    const isTitled = HAN_WITH_TITLE.test(name) && EAST_ASIAN_TITLE.test(name.slice(1)) && !same.has(name)
    if (!isTitled) return []
    const matching = people.filter((other) => other !== name && other.charAt(0) === name.charAt(0))
    return matching.length === 1 ? [{ name, other: matching[0] ?? '' }] : []
  })
}
