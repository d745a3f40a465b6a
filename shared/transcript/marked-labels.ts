import type { LabelForm } from './label-candidates.ts'
import { EAST_ASIAN_TITLE } from './vocabulary.ts'

interface MarkedLabel {
  readonly form: LabelForm
  readonly length: number
}

const TIME = String.raw`\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?`
const TAG = /^<SPEAKER\b[^>\n]*\bNAME="[^"\n]+"[^>\n]*>/iu
const HEADING = /^#{1,6}\s+\S/u
const BRACKET = /^[[【［]([^\]】］\n]{1,40})[\]】］]\s*[:：]?/u
const CIRCLES = '◯○〇◎●◆■□◇△▲▽▼'
const CIRCLE = /^[◯○〇◎●◆■□◇△▲▽▼]\s*/u
const BRACKETS = '[【［'
const LETTERS = 'QA问答問'
const LETTER = /^(?:Q|A|问|答|問)\d{0,3}(?:[.．、]\s*|\t+|[\u00a0\u3000]+\s*|\s{2,}|$)/u
const NAME_WITH_TIME = new RegExp(
  String.raw`^[^:：。！？!?；;，]{1,60}?\s*[\[(（]?\s*${TIME}\s*[\])）]?\s*[:：]?$`,
  'u',
)
const NAME_WITH_TIME_AND_SPEECH = new RegExp(
  String.raw`^[^:：。！？!?；;，\[(（]{1,60}?\s*[\[(（]\s*${TIME}\s*[\])）]\s*[:：]`,
  'u',
)
/** All letters upper case, and a sentence behind the full stop. */
const BARE_CAPITALS = /^[A-Z][A-Z'’-]+(?:\s[A-Z][A-Z'’.-]*){0,3}\.(?=\s+["“(—-]?[A-Z0-9](?:[a-z’',\s]|$))/u
const CAPITALS =
  /^(?:(?:Mrs?|Ms|Miss|Dr|Senator|Representative|Chairman|Chairwoman|The)\.?\s+)[A-Z][A-Z'’.-]+(?:\s[A-Z][A-Z'’-]+){0,3}(?:\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?\.(?=\s)/u

/**
 * Labels that are set apart by something else than a colon. `head` is the beginning of a line;
 * `isWhole` tells that it is all of it.
 */
export function matchMarkedLabel(head: string, isWhole: boolean): MarkedLabel | null {
  const first = head.charAt(0)
  if (first === '<') return labelOf('tag', TAG.exec(head))
  if (first === '#' && HEADING.test(head)) return isWhole ? { form: 'heading', length: head.length } : null
  if (CIRCLES.includes(first)) return matchCircle(head)
  if (BRACKETS.includes(first)) {
    const bracket = BRACKET.exec(head)
    // A link of Markdown is no label, nor is the place that it leads to.
    const isLink = /^\(|^\s*\S+:\/\//u.test(head.slice(bracket?.[0].length ?? 0))
    if (bracket !== null && !isLink && !/^[\d:.,\s]+$/u.test(bracket[1] ?? '')) return labelOf('bracket', bracket)
  }
  if (LETTERS.includes(first)) {
    const letter = LETTER.exec(head)
    if (letter !== null) return { form: 'letter', length: letter[0].trimEnd().length }
  }
  if (/\d:\d/u.test(head)) {
    if (isWhole && NAME_WITH_TIME.test(head)) return { form: 'timed', length: head.length }
    const timed = NAME_WITH_TIME_AND_SPEECH.exec(head)
    if (timed !== null) return labelOf('colon', timed)
  }
  if (first < 'A' || first > 'Z') return null
  return labelOf('capitals', CAPITALS.exec(head) ?? BARE_CAPITALS.exec(head))
}

function labelOf(form: LabelForm, match: RegExpExecArray | null): MarkedLabel | null {
  return match === null ? null : { form, length: match[0].length }
}

/** `◯name（party）　speech`, `○（name）speech`, `◯title name speech`: minutes of East Asian assemblies. */
function matchCircle(head: string): MarkedLabel | null {
  const sign = CIRCLE.exec(head)?.[0].length ?? 0
  const bracketed = /^(?:[^（(\s　。、]{0,20})(?:（(?:[^（）]|（[^（）]*）)*）|\((?:[^()]|\([^()]*\))*\))[:：]?/u.exec(
    head.slice(sign),
  )
  if (bracketed !== null) return { form: 'circle', length: sign + bracketed[0].length }
  const spaced = /^[^\s　。、，:：]{1,20}(?:[:：]|(?=　|\s{2}|\t))/u.exec(head.slice(sign))
  if (spaced !== null) return { form: 'circle', length: sign + spaced[0].length }
  const words = /^(\p{L}{1,12}) (\p{L}{1,12})(?= )/u.exec(head.slice(sign))
  const isTitled = words !== null && (EAST_ASIAN_TITLE.test(words[1] ?? '') || EAST_ASIAN_TITLE.test(words[2] ?? ''))
  return words !== null && isTitled ? { form: 'circle', length: sign + words[0].length } : null
}
