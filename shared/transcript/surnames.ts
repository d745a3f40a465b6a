import type { LabelCandidate, LabelForm } from './label-candidate.ts'

/** A full name in capitals, without what stands behind a comma. */
const FULL_NAME = /^(?:\p{Lu}[\p{Lu}'’.-]*\s+){1,4}(\p{Lu}[\p{Lu}'’-]+)(?=$|\s*,)/u
const SURNAME = /^\p{Lu}[\p{Lu}'’-]+$/u

/**
 * How often a surname in capitals stands for a full name in the same form: broadcasters print
 * `JANE ROE, ANCHOR:` first and `ROE:` from then on. By form, then by surname. `names`: by form, all that the
 * candidates are called.
 */
export function surnamesOf(
  candidates: readonly LabelCandidate[],
  names: ReadonlyMap<LabelForm, ReadonlyMap<string, unknown>>,
): ReadonlyMap<LabelForm, ReadonlyMap<string, number>> {
  const found = new Map<LabelForm, Map<string, number>>()
  if (![...names.values()].some((ofForm) => [...ofForm.keys()].some(mayBeCapitals))) return found
  for (const { form, speaker, affiliation, isAtParagraphStart } of candidates) {
    if (!isAtParagraphStart || !mayBeCapitals(speaker)) continue
    // Headings in capitals have no office behind them.
    const hasOffice = affiliation !== '' || speaker.includes(',')
    const surname = hasOffice && !/\s(?:AND|OR|OF|FOR|THE)\s/u.test(speaker) ? surnameOf(speaker) : null
    if (surname === null) continue
    const counts = found.get(form) ?? new Map<string, number>()
    found.set(form, counts.set(surname, (counts.get(surname) ?? 0) + 1))
  }
  return found
}

/** The surname of a full name in capitals; `null`: it is none. */
export function surnameOf(name: string): string | null {
  return FULL_NAME.exec(name)?.[1] ?? null
}

/** A single word in capitals. */
export function isSurname(name: string): boolean {
  return mayBeCapitals(name) && SURNAME.test(name)
}

function mayBeCapitals(name: string): boolean {
  const second = name.charCodeAt(1)
  // Most names tell by their second character that they are not.
  return !(second >= 0x61 && second <= 0x7a) && second < 0x590
}
