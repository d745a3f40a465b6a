import { decode, decodeWith } from './decode.ts'
import { rankEncodings } from './ranking.ts'
import { takeSample } from './sample.ts'

/** One way in which a file could be read, to be shown to who must choose. */
export interface EncodingChoice {
  /** A name that `decodeWith` knows. */
  readonly encoding: string
  /** The first lines that hold characters beyond ASCII, or the first lines if there are none; line ends as LF. */
  readonly firstLines: string
  /** How many sequences cannot be decoded: in the whole file for the first choices, in the part shown for the rest. */
  readonly undecodable: number
  /** From 0 to 1: how far this is likely, given that `decode` chose the first. */
  readonly score: number
}

/** So much is read in each encoding, and so much is ranked, in bytes. */
const SHOWN = 16 * 1024
const RANKED = 4 * 1024
/** How far back a line may begin before its first byte beyond ASCII. */
const LONGEST_LINE = 1024
const MOST_LINES = 6
const MOST_CHARACTERS = 400
const FEWEST_CHOICES = 6
const MOST_CHOICES = 12
/** So many choices are counted through the whole file. */
const COUNTED = 3
/** An encoding fails badly if it cannot decode more than this share of the characters beyond ASCII. */
const TOO_MANY = 0.1
const ALWAYS = ['utf-8', 'gb18030']
const SCORES = { certain: 1, likely: 0.9, unsure: 0.5 } as const
/** A candidate that is so many nats behind is a third as likely: letters are not independent, so this is more than one. */
const SCORE_SCALE = 15

interface Preview extends EncodingChoice {
  readonly fails: boolean
}

/**
 * The encodings in which bytes could be text, best first: what `decode` takes, then the next likely ones. Of
 * encodings that read the part shown alike only the best is there, and one that fails badly only if there are
 * not six better ones. UTF-8 and GB18030 are always there.
 */
export function encodingChoices(bytes: Uint8Array): readonly EncodingChoice[] {
  const taken = decode(bytes)
  const ranked = rankEncodings(bytes, takeSample(bytes, RANKED))
  const best = ranked[0]?.cost ?? 0
  const part = partToShow(bytes)
  const texts = new Set<string>()
  const good: Preview[] = []
  const failing: Preview[] = []
  const consider = (encoding: string, score: number): void => {
    // What is wider than a byte is cut where the file begins, so it is shown from there.
    const isWide = encoding.startsWith('utf-16') || encoding.startsWith('utf-32')
    const decoded = decodeWith(isWide ? bytes.subarray(0, SHOWN) : part, encoding)
    if (decoded === null || (texts.has(decoded.text) && !ALWAYS.includes(encoding))) return
    texts.add(decoded.text)
    const beyondAscii = decoded.text.replace(/[\0-\x7f]+/g, '').length
    const preview = {
      encoding,
      firstLines: firstLinesOf(decoded.text),
      undecodable: decoded.undecodable,
      score,
      fails: decoded.undecodable > 1 && decoded.undecodable > beyondAscii * TOO_MANY,
    }
    ;(preview.fails ? failing : good).push(preview)
  }
  const first = SCORES[taken.certainty]
  consider(taken.encoding, first)
  for (const { encoding, cost } of ranked)
    if (encoding !== taken.encoding)
      consider(encoding, Math.min(first, 1.02 - first) * Math.exp(-Math.max(0, cost - best) / SCORE_SCALE))
  return choose(good, failing).map(({ encoding, firstLines, undecodable, score }, at) => ({
    encoding,
    firstLines,
    undecodable: undecodableIn(bytes, encoding, at) ?? undecodable,
    score,
  }))

  function undecodableIn(whole: Uint8Array, encoding: string, at: number): number | null {
    if (at === 0) return taken.undecodable
    return at < COUNTED && whole.length > SHOWN ? (decodeWith(whole, encoding)?.undecodable ?? null) : null
  }
}

function choose(good: readonly Preview[], failing: readonly Preview[]): readonly Preview[] {
  const chosen = good.slice(0, MOST_CHOICES)
  chosen.push(...failing.slice(0, Math.max(0, FEWEST_CHOICES - chosen.length)))
  const isMissing = ({ encoding }: Preview): boolean =>
    ALWAYS.includes(encoding) && !chosen.some((each) => each.encoding === encoding)
  return [...chosen, ...[...good, ...failing].filter(isMissing)]
}

/** From the line on that holds the first byte beyond ASCII. */
function partToShow(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  if (first <= 0) return bytes.subarray(0, SHOWN)
  const earliest = Math.max(0, first - LONGEST_LINE)
  const before = bytes.subarray(earliest, first).lastIndexOf(0x0a)
  const start = before === -1 ? earliest : earliest + before + 1
  return bytes.subarray(start, start + SHOWN)
}

function firstLinesOf(text: string): string {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const telling = lines.filter((line) => /[^\0-\x7f]/.test(line))
  const joined = (telling.length > 0 ? telling : lines).slice(0, MOST_LINES).join('\n')
  const cut = joined.slice(0, MOST_CHARACTERS)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}
