import { type Lines, unitsOf } from './lines.ts'

/** Who made the transcript is said among the last lines, or the first. */
const LAST_LINES = 12
const LONGEST = 120
const MAKERS =
  /^[[(]?(?:(?:this )?(?:transcript|transcription|interview|recording)(?: was)? (?:prepared|made|produced|transcribed|conducted|checked|edited|compiled|recorded|ended|ends)\b|transcribed(?: and edited)? by\s|interview(?:ed)? by\s|edited by\s|recorded by\s|transkription:?\s|transkribiert von\s|propos recueillis par\s)/iu
/** `（本报记者 陈树 采写）`: in round brackets, with the name behind the office, as no label of a turn has it. */
const EAST_ASIAN_MAKERS =
  /^[（(](?:(?:本报|本報|本刊|本社|新华社|中新社)[^。！？，：:]{0,12}(?:记者|記者|通讯员|通訊員)[\s:：]?[^。！？：:]{2,40}|(?:记者|記者|通讯员|通訊員|采访|採訪|整理|编辑|編輯|责编|责任编辑)[\s:：/]+[^。！？]{2,40})[）)]$|^[（(]請(?:同時)?參閱.*[）)]$/u
/** When those who met rose, in a sentence of its own. */
const RISING =
  /^[（([]?The (?:[Mm]eeting|[Hh]ouse|[Cc]ommittee|[Aa]ssembly|[Ss]itting|[Hh]earing|[Cc]ouncil) (?:rose|adjourned|closed|ended|was adjourned) at\s[^,]{0,40}\d[^,]{0,30}$|^[（([]?(?:[Ll]a séance est levée|[Ss]e levanta la sesión|[Ll]a seduta (?:termina|è tolta)|(?:[Dd]ie )?[Ss]itzung (?:endet|wird geschlossen))|^[（([]?[^到，、。]{0,12}\d[時时点點\d分:：]*(?:散[会會]|休[会會]|閉[会會]|闭会)[。）)]*$/u
/** Whose the transcript is. */
const OWNER = /^(?:copyright\s)?(?:©|\(c\)\s\d{4})/iu
/** Programs that write down meetings say when they begin and stop. */
const PROGRAM = /^\p{Lu}[\p{L}\p{M}.,'’ -]{1,60} (?:started|stopped) (?:the )?(?:transcription|recording)\.?$/u
/** Minutes of Japanese assemblies: when they met, broke and rose. */
const SITTING = /^午[前後][^。、]{1,14}(?:休憩|開議|散会|再開|開会|閉会)$/u
const NOON = unitsOf('午')

/** Lines that say who made the transcript, and when those who met broke off: no speech, wherever they stand. */
export function closingLines(text: string, lines: Lines): readonly number[] {
  const found: number[] = []
  const last = lines.length - LAST_LINES
  for (let index = 0; index < lines.length; index++) {
    if (index >= LAST_LINES && index < last) index = Math.min(last, lines.nextBeginning(NOON, index))
    const isNoon = NOON[lines.first(index)] === 1
    const [start, end] = [lines.start(index), lines.end(index)]
    if (end - start > LONGEST) continue
    const words = text.slice(start, end).replace(/[ \u3000]+/gu, ' ')
    if (isNoon ? SITTING.test(words) : isMaking(words, index, lines)) found.push(index)
  }
  return found
}

function isMaking(words: string, index: number, lines: Lines): boolean {
  if (PROGRAM.test(words)) return true
  if (index === 0 || index < lines.length - LAST_LINES) return false
  if (MAKERS.test(words) || EAST_ASIAN_MAKERS.test(words)) return true
  // What the column cut goes on from the line above.
  if (!lines.stopsMidSentence(index - 1) && RISING.test(words)) return true
  return index >= lines.length - 2 && OWNER.test(words)
}
