import { isCjkLetter, isLatinLetter } from './colon-label.ts'
import type { LabelForm } from './label-candidate.ts'
import { isSpacedOut } from './parted-labels.ts'
import { DAY } from './speaker-name.ts'
import { PLAIN_NAME } from './time-marks.ts'
import { EAST_ASIAN_TITLE } from './vocabulary.ts'

interface MarkedLabel {
  readonly form: LabelForm
  readonly length: number
}

const TIME = String.raw`\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?`
/** SGML as corpora of parliaments have it, and the voices of WebVTT. */
const TAG = /^(?:<SPEAKER\b[^>\n]*\bNAME=(?:"[^"\n]+"|'[^'\n]+'|[^\s"'>]+)[^>\n]*>|<v(?:\.[^\s>]*)?[ \t]+[^>\n]+>)/iu
const HEADING = /^#{1,6}\s+\S/u
const BRACKET = /^[[【［]([^\]】］\n]{1,40})[\]】］]\s*[:：]?/u
const CIRCLES = '◯○〇◎●◆■□◇△▲▽▼'
const CIRCLE = /^[◯○〇◎●◆■□◇△▲▽▼]\s*/u
/** `（記者）…`: somebody, not an item of a list nor a note of what is heard. */
const ROUND =
  /^(?:（(?:[问答問]|(?![一二三四五六七八九十]+）)[\p{L}\p{M}・·\d]{2,16})）|\(\p{Lu}[\p{L}\p{M}.'’]+(?: [\p{L}\p{M}.\d]+){0,3}\))[:：]?(?=\s*[^\s:：])/u
const BRACKETS = '[【［'
const LETTERS = 'QAPR问答問'
const LETTER =
  /^(?!Q\d{1,3}\.\s+\p{Lu}[^:：]{1,80}\)\s*:)(?:Q|A|R(?=\.)|P(?=\.(?!\s?[-–—]))|问|答|問)\d{0,3}(?:[.．、]\s*|\t+|[\u00a0\u3000]+\s*|\s{2,}|$)|^Q(?=\s\p{Lu})|^(?:PREGUNTA|RESPUESTA|PERGUNTA|RESPOSTA|Pregunta|Respuesta|Pergunta|Resposta|Question|Answer)\.(?=\s)/u
/** The day before it, as exports of chats print it. */
const RANGE = String.raw`[\[(（]?\s*${DAY}?${TIME}(?:\s*(?:[-–—]|-->|to)\s*${TIME})?\s*[\])）]?`
const TIME_ALONE = new RegExp(String.raw`^${DAY}?[\d:.,/\s>–—-]+(?:[AaPp]\.?[Mm]\.?)?$`, 'u')
const NAME = String.raw`[^\t:：。！？!?；;，\d\[\](（][^\t:：。！？!?；;，\[\](（]{0,59}?`
const NAME_WITH_TIME = new RegExp(
  String.raw`^${NAME}(?:\([^()]{1,40}\)\s*)?(?:\s*[|·,–—-])?\s*${RANGE}\s*(?:[AaPp]\.?[Mm]\.?)?\s*[:：]?$`,
  'u',
)
/** Exports of QQ print a rank before the name, and a number or an address behind it. */
const TIME_WITH_NAME = new RegExp(
  String.raw`^${RANGE}\s*(?:[|·–—-]\s*)?(?:【[^【】]{1,12}】)?${NAME}(?:\([^()]{1,40}\)\s*|<[^<>\s]+@[^<>\s]+>)?[:：]?$`,
  'u',
)
const NAME_WITH_TIME_AND_SPEECH = new RegExp(
  String.raw`^[^:：。！？!?；;，\[(（]{1,60}?\s*[\[(（]\s*${TIME}\s*[\])）]\s*[:：]`,
  'u',
)
/** `Speaker 1 [00:00:02] So …`, without a colon. */
const NAME_TIME_AND_SPEECH = new RegExp(String.raw`^${PLAIN_NAME}\s*\[${TIME}\](?=\s+[^\s:：])`, 'u')
/** `<질문> …`, `<Anna> …` in logs of chats; no tag of HTML. */
const POINTED =
  /^<(?!\/|(?:p|br|li|div|span|t[dhr]|d[dlt]|hr|[uo]l|h\d|[abius]|em|strong|img|pre|code|table|center|font|blockquote|page|chapter|speaker)\b)[@+%&~]?\s?[\p{L}\p{M}_][\p{L}\p{M}\p{N}_|· -]{0,24}>[:：]?(?=\s*[^\s<:：])/iu
/** `[00:01.000 --> 00:04.000] [SPEAKER_00]: …`, `[14:02] <mira> …`. */
const TIME_AND_BRACKET = new RegExp(
  String.raw`^${RANGE}\s*(?:\[[\p{L}\p{M}][\p{L}\p{M}\p{N} _.'’-]{0,40}\]|<[@+%&~]?\s?[\p{L}\p{M}_][^<>\s]{0,24}>)\s*[:：]?(?=\s*\S)`,
  'u',
)
/** `*MOT:`, the tiers of what is said in transcripts of the CHAT format. */
const TIER = /^\*[A-Z][A-Z\d]{1,6}:(?=\s)/u
const WHOLLY_BOLD = /^(?:[-•]\s+)?(\*\*|__)([^*_:：]{1,60})\1$/u
const BOLD_RUN = /^(\*\*|__)([^*_:：]{1,48})\1(?=\s+\S)/u

/**
 * Labels that are set apart by a sign of their own. `head` is the beginning of a line;
 * `isWhole` tells that it is all of it.
 */
export function matchMarkedLabel(head: string, isWhole: boolean): MarkedLabel | null {
  const code = head.charCodeAt(0)
  // Letters are no signs, but for a few; most labels begin with one, and have no time in them.
  const isSign = !(isLatinLetter(code) || isCjkLetter(code)) || isLabelLetter(code)
  if (!isSign && !hasTime(head)) return null
  const first = head.charAt(0)
  if (first === '<') return labelOf('tag', TAG.exec(head)) ?? labelOf('bracket', POINTED.exec(head))
  if (first === '#' && HEADING.test(head)) return isWhole ? { form: 'heading', length: head.length } : null
  if (CIRCLES.includes(first)) return matchCircle(head)
  if (BRACKETS.includes(first)) {
    const bracket = BRACKET.exec(head)
    // A link of Markdown is no label, nor is the place that it leads to.
    const isLink = /^\(|^\s*\S+:\/\//u.test(head.slice(bracket?.[0].length ?? 0))
    if (bracket !== null && !isLink && !TIME_ALONE.test(bracket[1] ?? '')) return labelOf('bracket', bracket)
  }
  if (first === '（' || first === '(') {
    const round = ROUND.exec(head)
    if (round !== null) return labelOf('bracket', round)
  }
  if (LETTERS.includes(first) && !isSpacedOut(head)) {
    const letter = LETTER.exec(head)
    if (letter !== null) return { form: 'letter', length: letter[0].trimEnd().length }
  }
  if (hasTime(head)) {
    const bracket = first === '[' || first === '(' || head.includes('<') ? TIME_AND_BRACKET.exec(head) : null
    if (bracket !== null) return labelOf('bracket', bracket)
    if (isWhole && (NAME_WITH_TIME.test(head) || TIME_WITH_NAME.test(head)))
      return { form: 'timed', length: head.length }
    const timed = NAME_WITH_TIME_AND_SPEECH.exec(head)
    if (timed !== null) return labelOf('colon', timed)
    const plain = NAME_TIME_AND_SPEECH.exec(head)
    if (plain !== null) return labelOf('timed', plain)
  }
  if (first === '*' || first === '_' || first === '-') {
    const tier = TIER.exec(head)
    if (tier !== null) return labelOf('colon', tier)
    if (isWhole && WHOLLY_BOLD.test(head)) return { form: 'bold-line', length: head.length }
    return labelOf('bold-run', BOLD_RUN.exec(head))
  }
  return null
}

/** A letter that may be a label by itself, or the first one of a word that may: `Q`, `A`, `P`, `R`, `问`, `答`. */
function isLabelLetter(code: number): boolean {
  return (
    code === 0x51 ||
    code === 0x41 ||
    code === 0x50 ||
    code === 0x52 ||
    code === 0x95ee ||
    code === 0x7b54 ||
    code === 0x554f
  )
}

function hasTime(head: string): boolean {
  return head.includes(':') && /\d:\d/u.test(head)
}

function labelOf(form: LabelForm, match: RegExpExecArray | null): MarkedLabel | null {
  return match === null ? null : { form, length: match[0].length }
}

/** `◯name（party）　speech`, `○（name）speech`, `◯title name speech`: minutes of East Asian assemblies. */
function matchCircle(head: string): MarkedLabel | null {
  const sign = CIRCLE.exec(head)?.[0].length ?? 0
  const bracketed =
    /^(?:[^（(\s　。、]{0,20})(?:（(?:[^（）]|（[^（）]*）)*）|\((?:[^()]|\([^()]*\))*\))(?:[^\s　。、，:：（(]{1,8}(?=　)|[:：])?/u.exec(
      head.slice(sign),
    )
  if (bracketed !== null) return { form: 'circle', length: sign + bracketed[0].length }
  const pointed = /^\p{L}[\p{L}\p{M} ]{0,19}[>＞](?=\s)/u.exec(head.slice(sign))
  if (pointed !== null) return { form: 'circle', length: sign + pointed[0].length }
  const spaced = /^[^\s　。、，:：]{1,20}(?:[:：]|(?=　|\s{2}|\t))/u.exec(head.slice(sign))
  if (spaced !== null) return { form: 'circle', length: sign + spaced[0].length }
  const words = /^(\p{L}{1,12}) (\p{L}{1,12})(?= )/u.exec(head.slice(sign))
  const isTitled = words !== null && (EAST_ASIAN_TITLE.test(words[1] ?? '') || EAST_ASIAN_TITLE.test(words[2] ?? ''))
  return words !== null && isTitled ? { form: 'circle', length: sign + words[0].length } : null
}
