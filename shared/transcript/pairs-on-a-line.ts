import { type Lines, unitsOf } from './lines.ts'

/** Words before a colon that ask, and those that answer. */
const ASKING_WORDS = '[问問]|提[问問]|Q|Question|Frage|Pregunta|Domanda|Pergunta'
const ANSWERING_WORDS = '答|回答|A|Answer|Antwort|Réponse|Respuesta|Risposta|Resposta|R'
const ASKED = new RegExp(String.raw`^(?:\*\*)?(?:${ASKING_WORDS})\d{0,3}\s?[:：](?:\*\*)?`, 'u')
/** A sentence ends before it, and something is said behind it. */
const INNER = new RegExp(
  String.raw`(?<=[。！？!?.…”"’」』）)][\s\u3000]{0,4})(?:\*\*)?(?:(${ASKING_WORDS})|${ANSWERING_WORDS})\d{0,3}\s?[:：](?=(?:\*\*)?[\s\u3000]*[^\s\u3000])`,
  'gu',
)
const LABELLED = new RegExp(String.raw`^(?:\*\*)?(?:${ASKING_WORDS}|${ANSWERING_WORDS})\d{0,3}\s?[:：]`, 'u')
/** First letters of the words that ask, and of all of them. */
const FIRSTS = unitsOf('*问問提QFPD')
const ANY_FIRSTS = unitsOf('*问問提QFPD答回AR')
/** Where a column cuts them, a question and its answer are looked for on so many lines. */
const MOST_LINES = 6
/** So many lines that ask tell whether the answers stand on them. */
const LOOKED_AT = 200
const FEWEST = 2
/** Share of the lines that ask on which the answer stands too. */
const SHARE = 0.5

/**
 * Where lines hold a question and its answer, as `Q: … A: …`: the positions, UTF-16, at which the answers and further questions begin.
 * In most texts each stands on a line of its own, and there are none.
 */
export function pairsOnALine(text: string, lines: Lines): readonly number[] {
  const found: number[] = []
  let asking = 0
  let paired = 0
  let pairs = 0
  for (
    let index = lines.nextBeginning(FIRSTS, 0);
    index < lines.length;
    index = lines.nextBeginning(FIRSTS, index + 1)
  ) {
    const [start, end] = [lines.start(index), lines.end(index)]
    if (!ASKED.test(text.slice(start, Math.min(end, start + 20)))) continue
    asking++
    const inner = innerLabels(text.slice(start, lines.end(lastOfPair(text, lines, index))))
    if (inner.length > 0) {
      paired++
      pairs += Math.ceil(inner.length / 2)
      for (const at of inner) found.push(start + at)
    }
    if (asking === LOOKED_AT && paired < asking * SHARE) return []
  }
  return pairs >= FEWEST && paired >= asking * SHARE ? found : []
}

/** The last line before the next one that begins with a label, or a blank line; not many lines below. */
function lastOfPair(text: string, lines: Lines, index: number): number {
  let last = index
  while (last + 1 < Math.min(lines.length, index + MOST_LINES) && lines.gap(last + 1) === 0) {
    const start = lines.start(last + 1)
    const mayBegin = ANY_FIRSTS[lines.first(last + 1)] === 1
    if (mayBegin && LABELLED.test(text.slice(start, Math.min(lines.end(last + 1), start + 20)))) break
    last++
  }
  return last
}

/** Answers and questions by turns behind the first question; none where they take no turns. */
function innerLabels(line: string): readonly number[] {
  const found: number[] = []
  for (const match of line.matchAll(INNER)) {
    const isQuestion = match[1] !== undefined
    if (isQuestion !== (found.length % 2 === 1)) return []
    found.push(match.index)
  }
  return found
}
