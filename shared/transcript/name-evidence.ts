import { PHONE_NUMBER } from './label-candidate.ts'
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
  OFFICE,
  ON_BEHALF,
  OUTLET,
  PERSON_CODE,
  SPOKESPERSON,
  STAGE_DIRECTION,
} from './vocabulary.ts'

/** How much a label's words alone speak for a person, from 0 (they may be anything) to 3; `null`: nobody. */
export type NameEvidence = 0 | 1 | 2 | 3 | null

const CASED = /\p{Ll}|\p{Lu}/u

/** Judges a name by its words, without looking at where and how often it stands. */
export function evidenceOfName(name: string, affiliation: string): NameEvidence {
  if (NUMBERED_PERSON.test(name)) return 3
  if (PERSON_CODE.test(name) || PHONE_NUMBER.test(name)) return 2
  if (isNobody(name)) return null
  const isParty = ASKER.test(name) || ANSWERER.test(name) || MODERATOR.test(name) || SPOKESPERSON.test(name)
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(name)) return evidenceOfEastAsian(name, isParty)
  if (!CASED.test(name)) return name.split(' ').length <= 4 ? 1 : null
  return evidenceOfCased(name, affiliation, isParty)
}

/** What a part of the talk is called. */
const ASKED_AND_ANSWERED = /^questions?[ -](?:and|&)[ -]answers?(?: session)?$/iu

function isNobody(name: string): boolean {
  // In capitals and without full stops they are initials as often.
  if (name === 'PS' || name === 'NB') return false
  if (ASKED_AND_ANSWERED.test(name)) return true
  // `ZURUF:` is who calls out; in brackets it tells that somebody did.
  if (STAGE_DIRECTION.test(name) && !/^zurufe?$/iu.test(name)) return true
  const words = name
    .toLowerCase()
    .replace(/[.'’]/gu, '')
    .split(/[\s、/&]+/u)
  if (NOBODY.has(words.join(' ')) || NOBODY.has(words.at(-1) ?? '')) return true
  // `Item 3`, `Step 2`: numbered, and not people.
  return words.length > 1 && /^\d+[a-z]?$/u.test(words.at(-1) ?? '') && NOBODY.has(words.at(-2) ?? '')
}

/** A name from abroad: several words, in katakana or Han, with dots between them. */
const FOREIGN_NAME = /^[\p{sc=Katakana}ー]+(?:[・·＝=][\p{sc=Katakana}ー]+)+$|^\p{sc=Han}+(?:[·・]\p{sc=Han}+)+$/u

function evidenceOfEastAsian(name: string, isParty: boolean): NameEvidence {
  const hasQuotes = /[“”「」『』"]/u.test(name)
  if (isParty) return CLAUSE_END.test(name) ? null : 3
  if (hasQuotes || CLAUSE_END.test(name) || CLAUSE_WORD.test(name)) return null
  if (EAST_ASIAN_TITLE.test(name)) return 3
  if (OUTLET.test(name) && name.length <= 20) return 2
  if (isHanName(name) || FOREIGN_NAME.test(name) || isOfficeWithName(name)) return 2
  return name.length <= 12 ? 0 : null
}

/** `外交部长陈树`: an office, and a name behind it. */
function isOfficeWithName(name: string): boolean {
  return [3, 2].some((length) => {
    const office = name.slice(0, -length).trimEnd()
    return office.length >= 2 && isHanName(name.slice(-length)) && EAST_ASIAN_TITLE.test(office)
  })
}

const CAPITAL_OR_NUMBER = /^\p{Lu}|^\d+$/u

function evidenceOfCased(name: string, affiliation: string, isParty: boolean): NameEvidence {
  if (/[“”"=<>{}|]/u.test(name)) return null
  const words = name.split(/\s+/u).filter((word) => word !== '')
  if (ASSEMBLY_MEMBER.test(name)) return 2
  if (words.length > 1 && FUNCTION_WORDS.has((words[0] ?? '').toLowerCase())) return null
  const plain = name.split(/[\s-]+/u).flatMap((word) => (word === '' ? [] : [word.replace(/[,.'’]+$/u, '')]))
  const isName = plain.every((word) => CAPITAL_OR_NUMBER.test(word) || NAME_PARTICLES.has(word.toLowerCase()))
  if (!isName && RUNNING_ON.test(name) && !NAME_PARTICLES.has(words[0] ?? '')) return null
  if (isParty && words.length <= (isName ? 8 : 3)) return 3
  if (COURTESY.test(name)) return words.length <= 5 ? 3 : 1
  if (!isName && name.includes(',')) return evidenceOfOffice(name)
  if (!isName) return words.length <= 2 ? 0 : null
  if (name.includes(',')) return evidenceOfNameWithOffice(name)
  if (words.length > 1 && LATIN_TITLE.test(name)) return 3
  if (affiliation !== '' || (words.length > 1 && words.length <= 6)) return 2
  return words.length === 1 ? 1 : 0
}

/** `please the Court`: small words first and a capital later are the end of a sentence; `iPhone` and `speaker A` are names. */
const RUNNING_ON = /^\p{Ll}{2,}\s\p{Ll}.*\p{Lu}/u

/** Who calls out in an assembly and is not named. */
const ASSEMBLY_MEMBER = /^(?:some|several|an?|the)?\s?hon(?:ou?rable|\.)?\s(?:members?|senators?)$/iu

/** Whose office may be a long one. */
const MINISTER = /minist|secretary|sekretär/iu

/** Small words inside the name of an office, beside those inside of names. */
const OFFICE_PARTICLES = new Set(
  'für im in zum beim per pour para par à au aux a o os as em no na dei degli delle dello nel alla alle sur et to'.split(
    ' ',
  ),
)

/**
 * `Dr. Robert Kern, Bundesminister für Wirtschaft und Klimaschutz`, `Mme Anne Morel, ministre de la
 * santé`: a full name, and an office in words some of which are small.
 */
function evidenceOfOffice(name: string): NameEvidence {
  const [person = '', ...offices] = name.split(/,\s*/u)
  const words = person.split(/\s+/u)
  // A title, capitals or initials show that it is a person.
  const isCertain = LATIN_TITLE.test(person) || !/\p{Ll}/u.test(person) || /\s\p{Lu}\.$/u.test(person)
  const isFullName =
    words.length >= 2 &&
    words.length <= 6 &&
    words.every(
      (word) =>
        /^\p{Lu}/u.test(word) || (NAME_PARTICLES.has(word.toLowerCase()) && !/^(?:und|and|et|y|e)$/u.test(word)),
    )
  // One who is minister for several things has a list of them.
  if (!isFullName || offices.length > (MINISTER.test(offices[0] ?? '') ? 4 : 2)) return null
  return offices.every((office) => isOffice(office) || ON_BEHALF.test(office) || (isCertain && OFFICE.test(office)))
    ? 2
    : null
}

function isOffice(words: string): boolean {
  return (
    /^\p{Lu}/u.test(words) &&
    words.split(/[\s-]+|(?<=['’])/u).every((word) => {
      const small = word.replace(/['’]$/u, '').toLowerCase()
      return /^\p{Lu}|^\d/u.test(word) || NAME_PARTICLES.has(small) || OFFICE_PARTICLES.has(small) || small.length <= 1
    })
  )
}

/** `Jane Roe, Minister of Transport`, `Jane Roe, The Daily Lantern`: a full name, and what its owner is. */
function evidenceOfNameWithOffice(name: string): NameEvidence {
  const [person = '', ...offices] = name.split(',')
  const words = person.trim().split(/\s+/u)
  const isFullName = words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{L}/u.test(word))
  if (offices.length > 2 || name.split(/\s+/u).length > 10) return null
  return isFullName || LATIN_TITLE.test(person) ? 2 : 0
}
