import {
  ANSWERER,
  ASKER,
  CLAUSE_END,
  CLAUSE_WORD,
  COURTESY,
  EAST_ASIAN_TITLE,
  FUNCTION_WORDS,
  isHanName,
  LATIN_TITLE,
  MODERATOR,
  NAME_PARTICLES,
  NOBODY,
  NUMBERED_PERSON,
  OUTLET,
  PERSON_CODE,
  SPOKESPERSON,
  STAGE_DIRECTION,
} from './vocabulary.ts'

/** How much a label's words alone speak for a person, from 0 (they may be anything) to 3; `null`: nobody. */
export type NameEvidence = 0 | 1 | 2 | 3 | null

/** Judges a name by its words, without looking at where and how often it stands. */
export function evidenceOfName(name: string, affiliation: string): NameEvidence {
  if (NUMBERED_PERSON.test(name)) return 3
  if (PERSON_CODE.test(name)) return 2
  if (isNobody(name)) return null
  const isParty = ASKER.test(name) || ANSWERER.test(name) || MODERATOR.test(name) || SPOKESPERSON.test(name)
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(name)) return evidenceOfEastAsian(name, isParty)
  if (!/\p{Ll}|\p{Lu}/u.test(name)) return name.split(' ').length <= 4 ? 1 : null
  return evidenceOfCased(name, affiliation, isParty)
}

function isNobody(name: string): boolean {
  if (STAGE_DIRECTION.test(name)) return true
  const words = name
    .toLowerCase()
    .replace(/[.'’]/gu, '')
    .split(/[\s、/&]+/u)
  if (NOBODY.has(words.join(' ')) || NOBODY.has(words.at(-1) ?? '')) return true
  // `Item 3`, `Step 2`: numbered, and not people.
  return words.length > 1 && /^\d+[a-z]?$/u.test(words.at(-1) ?? '') && NOBODY.has(words.at(-2) ?? '')
}

function evidenceOfEastAsian(name: string, isParty: boolean): NameEvidence {
  const hasQuotes = /[“”「」『』"]/u.test(name)
  if (isParty) return CLAUSE_END.test(name) ? null : 3
  if (hasQuotes || CLAUSE_END.test(name) || CLAUSE_WORD.test(name)) return null
  if (EAST_ASIAN_TITLE.test(name)) return 3
  if (OUTLET.test(name) && name.length <= 20) return 2
  if (
    isHanName(name) ||
    /^[\p{sc=Katakana}ー]+(?:[・·＝=][\p{sc=Katakana}ー]+)+$|^\p{sc=Han}+(?:[·・]\p{sc=Han}+)+$/u.test(name)
  )
    return 2
  if (isOfficeWithName(name)) return 2
  return name.length <= 12 ? 0 : null
}

/** `外交部长陈树`: an office, and a name behind it. */
function isOfficeWithName(name: string): boolean {
  return [3, 2].some((length) => {
    const office = name.slice(0, -length)
    return office.length >= 2 && isHanName(name.slice(-length)) && EAST_ASIAN_TITLE.test(office)
  })
}

function evidenceOfCased(name: string, affiliation: string, isParty: boolean): NameEvidence {
  if (/[“”"=<>{}|]/u.test(name)) return null
  const words = name.split(/\s+/u).filter((word) => word !== '')
  if (words.length > 1 && FUNCTION_WORDS.has((words[0] ?? '').toLowerCase())) return null
  const plain = name.split(/[\s-]+/u).flatMap((word) => (word === '' ? [] : [word.replace(/[,.'’]+$/u, '')]))
  const isName = plain.every((word) => /^\p{Lu}|^\d+$/u.test(word) || NAME_PARTICLES.has(word.toLowerCase()))
  if (isParty && words.length <= (isName ? 8 : 3)) return 3
  if (COURTESY.test(name)) return words.length <= 5 ? 3 : 1
  if (!isName) return words.length <= 2 && !name.includes(',') ? 0 : null
  if (name.includes(',')) return evidenceOfNameWithOffice(name)
  if (words.length > 1 && LATIN_TITLE.test(name)) return 3
  if (affiliation !== '' || (words.length > 1 && words.length <= 6)) return 2
  return words.length === 1 ? 1 : 0
}

/** `Jane Roe, Minister of Transport`, `Jane Roe, The Daily Lantern`: a full name, and what its owner is. */
function evidenceOfNameWithOffice(name: string): NameEvidence {
  const [person = '', ...offices] = name.split(',')
  const words = person.trim().split(/\s+/u)
  const isFullName = words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{L}/u.test(word))
  if (offices.length > 2 || name.split(/\s+/u).length > 10) return null
  return isFullName || LATIN_TITLE.test(person) ? 2 : 0
}
