import jschardet from 'jschardet'

/** The beginning of a file says enough, and statistics on all of it would be slow. */
const SAMPLE_BYTES = 64 * 1024

/** Characters that any text in these languages is full of, and that wrong decodings hardly hit. */
const FREQUENT = new Set(
  '的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可她里裡后後小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長知民样樣现現分将將外但身些与與高意进進把法此实實回二理美点點月明其种種声聲全工己话話者向情部正名定女问問力机機给給等几幾很业業最间間新什打便位因重被走电電四第门門相次东東政海口使教西再平真听聽世气氣信北少关關并並内加化由却代军軍产產入先山五太水万萬市员員记記' +
    '。，、：；？！「」《》“”（）・ー' +
    'のにはをたがでてとしれさあいうるなかまりもすこきんっらどだ' +
    '이다는을를에가의고은로하한지도기사대그들서것자인정리나있수해어시아일전원과여부',
)
const CYRILLIC = new Set('оеаинтсрвлкмдпуяыьгзОЕАИНТСРВ')
const MULTI_BYTE = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const
const SINGLE_BYTE = ['windows-1252', 'windows-1251', 'koi8-r'] as const

/**
 * Guesses the encoding of text that is neither UTF-8 nor marked: by what each candidate makes of
 * the sample, with the statistical detector's opinion as one more voice. Answers a WHATWG label.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const opinion = opinionOf(sample)
  const candidates = new Set<string>([...MULTI_BYTE, ...SINGLE_BYTE])
  if (opinion !== null) candidates.add(opinion.encoding)
  let best = { encoding: 'windows-1252', score: 0.05 }
  for (const encoding of candidates) {
    const score = plausibility(sample, encoding) + (opinion?.encoding === encoding ? 0.25 * opinion.confidence : 0)
    if (score > best.score) best = { encoding, score }
  }
  return best.encoding
}

/** What the detector says, as a label that `TextDecoder` knows. */
function opinionOf(sample: Uint8Array): { readonly encoding: string; readonly confidence: number } | null {
  const { encoding, confidence } = jschardet.detect(Buffer.from(sample))
  const label = encoding === null ? undefined : labelOf(encoding === 'GB2312' ? 'gb18030' : encoding)
  return label === undefined || label === 'utf-8' ? null : { encoding: label, confidence }
}

/** The WHATWG label of an encoding's name, or `undefined` if the platform has no such encoding. */
export function labelOf(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** From 0 to about 1: the share of characters beyond ASCII that are what such text is full of; less for what fails. */
function plausibility(sample: Uint8Array, encoding: string): number {
  // As a stream, so that a character cut in two at the sample's end is no failure.
  const text = new TextDecoder(encoding).decode(sample, { stream: true })
  let beyondAscii = 0
  let frequent = 0
  let failed = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    beyondAscii++
    const character = text.charAt(at)
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code <= 0x9f)) failed++
    else if (FREQUENT.has(character) || CYRILLIC.has(character)) frequent++
    else if (code <= 0x2122 && isWesternInPlace(text, at)) frequent++
  }
  return beyondAscii === 0 ? 0 : (frequent - 3 * failed) / beyondAscii
}

/** Accented letters and typographic signs stand among ASCII letters; in wrongly decoded East Asian text they stand in rows. */
function isWesternInPlace(text: string, at: number): boolean {
  if (!/[\p{sc=Latin}‘’“”„–—…«»°§£€ ]/u.test(text.charAt(at))) return false
  const isAscii = (index: number): boolean => !(text.charCodeAt(index) >= 0x80)
  return isAscii(at - 1) && isAscii(at + 1)
}
