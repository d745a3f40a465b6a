import { isCjk } from './characters.ts'
import { STAGE_DIRECTION } from './vocabulary.ts'

const AFFILIATION = /\s*(?:\((?:[^()]|\([^()]*\))*\)|（(?:[^（）]|（[^（）]*）)*）|\[[^\]]*\]|［[^］]*］)\s*/gu
const WHOLLY_BRACKETED = /^[（([【［<〈](.+)[）)\]】］>〉]$/u
const NAME_ATTRIBUTE = /^<SPEAKER\b[^>]*\bNAME=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu
const VOICE = /^<v(?:\.[^\s>]*)?[ \t]+([^>]+)>/iu
const MONTH = String.raw`\p{Lu}\p{L}{2,8}\.?`
/** What is printed of the day right before a time, as the source of a pattern. */
export const DAY = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}T|(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|${MONTH}\s\d{1,2},?\s\d{4}|\d{1,2}\.?\s${MONTH}\s\d{4}|[Tt]oday|[Yy]esterday|[Hh]eute|[Gg]estern|[Aa]ujourd['’]hui|[Hh]ier|[Hh]oy|[Aa]yer|[Oo]ggi|[Ii]eri|[Hh]oje|[Oo]ntem|今天|昨天),?(?:\s+(?:at|um|à|a las|alle|às))?\s+)`
const CLOCK = String.raw`\d{1,2}:[0-5]?\d(?::[0-5]?\d)?(?:[.,]\d{1,6})?(?:Z\b)?`
const TIMES = new RegExp(String.raw`${DAY}?${CLOCK}(?:\s*(?:[-–—]|-->|to)\s*${CLOCK})?(?:\s?[AaPp]\.?[Mm]\b\.?)?`, 'u')
const TIME = /\d{1,2}:[0-5]?\d(?::[0-5]?\d)?(?:[.,]\d{1,3})?/u
const TIME_OF_F4 = /#\d{1,2}:[0-5]\d:[0-5]\d(?:[-.,]\d{1,3})?#/u
const INITIAL_INSIDE = /^\p{sc=Han}{1,4}[（(]\p{sc=Han}{1,2}[)）]\p{L}{1,8}$/u
/** `The Secretary of State (Mr Peter Coombe)`: an office that several hold in turn, and who it is. */
const OFFICE_WITH_NAME =
  /^(The\s(?=[^(]*\b(?:Minister|Secretary|Chancellor|Solicitor|Attorney|President|Chair(?:man|woman|person)?|Speaker|Clerk|Leader|Advocate|Comptroller|Treasurer|Commissioner|Governor)\b)[^()]{3,100}?)\s*\(((?:(?:Mrs?|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Professor)\.?\s)?\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*){0,3})\)$/u
/** What stands before a name in lists of questions and in court; marks of emphasis that are left. */
const BEFORE_NAME =
  /^\s*(?:[一二三四五六七八九十]{1,4}|\d{1,3})[、.．)）]\s*(?=(?:[问問答]|提[问問]|[记記]者|[网網]友|主持人|Q|Question|\p{sc=Han}{2,8}[议議委][员員])\s*[:：])|^\s*(?:(?:Anf|Nr|No)\.\s*|#)\d+\s+(?=\p{Lu})|^\s*Q?\d{1,3}\.\s+(?=\p{Lu}[\p{L}'’.-]+\s\p{Lu}[^:]*\(\p{Lu}[^:]*\)\s*:)|^BY\s+(?=\p{Lu})|^_|_$/gu
/** What exports of chats print around a name: `【admin】`, `<name@house>`. */
const RANK_OR_ADDRESS = /^【[^【】]{1,12}】(?=.)|<[^<>\s]+@[^<>\s]+>$/gu
const CHEVRON_BEHIND = /^([^<]*\p{L})[>＞]$/u
/** Marks of direction and joiners, which nobody sees. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu

/** A printed label taken apart. */
export interface LabelParts {
  /** As a reader would say it: no colon, brackets, Markdown or spacing; empty if nothing is left. */
  readonly speaker: string
  /** What stood in brackets, such as a party or a role. */
  readonly affiliation: string
  /** A time of the recording printed in it, or `null`. */
  readonly time: string | null
}

/** Takes the printed label apart. `printed` is reading text of one line, marks of emphasis included or not. */
export function partsOfLabel(printed: string): LabelParts {
  const time = TIME.exec(printed)?.[0] ?? null
  const tag = printed.startsWith('<') ? (NAME_ATTRIBUTE.exec(printed) ?? VOICE.exec(printed)) : null
  const attribute = tag?.slice(1).find((group) => group !== undefined)
  if (attribute !== undefined) return { speaker: closeUpName(attribute), affiliation: '', time: null }
  let name = time === null ? printed : printed.replace(TIME_OF_F4, ' ').replace(TIMES, ' ')
  name = name
    .replace(INVISIBLE, '')
    .replace(/^\s*#{1,6}\s+/u, '')
    .replace(/^\s*(?:>>\s*|[-•*+]\s+(?=\*\*|__))/u, '')
    .replace(BEFORE_NAME, '')
    .replace(time === null ? /^\s+/u : /^\s*(?:\d+\s+)?[|·–—-]\s+|[\s|·,–—-]+$/gu, '')
    .replace(/[*_]+/gu, (mark) => (mark.length > 1 || mark !== '_' ? '' : mark))
    .replace(/^\s*[◯○〇◎●◆■□◇△▲▽▼※★☆]\s*/u, '')
    .replace(CHEVRON_BEHIND, '$1')
    .replace(/[[(（【]\s*[\])）】]/gu, ' ')
    .trim()
    .replace(/[:：﹕︰]+\s*$/u, '')
    .trim()
  // Exports of chats say to whom a message went.
  if (time !== null) name = name.replace(/^From\s+(.+?)\s+to\s+.+$/u, '$1').replace(RANK_OR_ADDRESS, '')
  name = WHOLLY_BRACKETED.exec(name)?.[1]?.replace(/^[@+%&~]\s?/u, '') ?? name
  // `山田（太）委員`: which of those with one surname it is.
  if (isCjk(name.charCodeAt(0)) && INITIAL_INSIDE.test(name))
    return { speaker: closeUpName(name), affiliation: '', time }
  const office = name.startsWith('The ') ? OFFICE_WITH_NAME.exec(name) : null
  if (office !== null) return { speaker: closeUpName(office[2] ?? ''), affiliation: office[1] ?? '', time }
  const affiliation = (name.match(AFFILIATION) ?? []).join(' ')
  name = name.replace(AFFILIATION, ' ').replace(time === null ? /[:：﹕︰]+\s*$/u : /[:：﹕︰,，\s]+$/u, '')
  if (affiliation !== '') name = name.replace(/\s+,/u, ',')
  return { speaker: closeUpName(name), affiliation: withoutBrackets(affiliation), time }
}

/** Only the first bracket says whose house or party it is; stage directions are no affiliation. */
function withoutBrackets(affiliation: string): string {
  const said = affiliation.trim().replace(/^[（([［]\s*|\s*[）)\]］]$/gu, '')
  return STAGE_DIRECTION.test(said) ? '' : said
}

/** Names of two characters are often printed with a blank inside, so that they are as wide as those of three. */
function closeUpName(name: string): string {
  const words = name.trim().split(/\s+/u)
  if (words.length > 1 && words.every(isLetterSpaced)) return words.join('')
  return words.reduce((said, word) => {
    const isSpaced = isSingleHan(said) && isSingleHan(word)
    return said === '' || isSpaced ? said + word : `${said} ${word}`
  }, '')
}

/** A part of a letter-spaced name: characters one by one, or kept apart by punctuation. */
function isLetterSpaced(word: string): boolean {
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(word) && !/\p{L}\p{L}/u.test(word)
}

function isSingleHan(word: string): boolean {
  return word.length <= 2 && isCjk(word.charCodeAt(0)) && !/[·・《》]/u.test(word)
}
