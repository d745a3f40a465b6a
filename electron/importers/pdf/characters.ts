import { isCjk } from '#shared/transcript/characters.ts'

/**
 * CJK Radicals Supplement (U+2E80-2EFF) has compatibility mappings for two of its characters only,
 * although PDF producers put many in the place of the ideograph that looks the same. Pairs of radical
 * and ideograph, after the names in the Unicode character charts (2E80).
 */
const RADICALS =
  '⺁厂⺅亻⺄乙⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳㓁⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟'

const IDEOGRAPHS = new Map<string, string>()
for (let at = 0; at + 1 < RADICALS.length; at += 2) IDEOGRAPHS.set(RADICALS.charAt(at), RADICALS.charAt(at + 1))

// biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without a character map give such codes
const CONTROLS = /[\0-\x1f\x7f]/gu
const ARTEFACTS = /[\u2e80-\u2fdf\ufb00-\ufb06\ufb1d-\ufb4f\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefc\u00ad]/u

/**
 * Undoes what making a PDF did to single characters: radicals (U+2E80-2FDF) become the ideographs
 * they stand for, Latin ligatures (U+FB00-FB06) and the shapes that Hebrew and Arabic letters take in a word
 * (U+FB1D-FDEF, U+FE70-FEFC) letters, a soft hyphen that is printed a hyphen;
 * control characters go. Full-width forms and all else stay as they are.
 */
export function unfold(text: string): string {
  const shown = text.replace(CONTROLS, '')
  if (!ARTEFACTS.test(shown)) return shown
  let plain = ''
  for (const character of shown) {
    if (character === '\u00ad') plain += '-'
    else
      plain += ARTEFACTS.test(character) ? (IDEOGRAPHS.get(character) ?? character.normalize('NFKC').trim()) : character
  }
  return plain
}

/** Presentation forms of vertical writing, with the characters of which they are forms (Unicode charts FE10, FE30). */
const VERTICAL_FORMS =
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］'

/** As `unfold`, for vertical writing: fonts bring forms of punctuation of their own for it. */
export function unfoldVertical(text: string): string {
  const plain = unfold(text)
  const at = plain.length === 1 ? VERTICAL_FORMS.indexOf(plain) : -1
  return at !== -1 && at % 2 === 0 ? VERTICAL_FORMS.charAt(at + 1) : plain
}

/** Tells whether a text begins with a character of a script that sets no spaces between words. */
export function startsSpaceless(text: string): boolean {
  return text !== '' && isCjk(text.charCodeAt(0))
}

/** The same for its end. */
export function endsSpaceless(text: string): boolean {
  return text !== '' && isCjk(text.charCodeAt(text.length - 1))
}

/** The number that a page number says: digits, Roman or Chinese numerals; `null` for all else. */
export function numberOf(text: string): number | null {
  if (/^\p{Nd}{1,5}$/u.test(text)) return Number(text.normalize('NFKC')) || null
  if (/^[ivxlcdm]{1,8}$/i.test(text)) return romanOf(text.toLowerCase())
  return /^[〇一二三四五六七八九十百]{1,5}$/.test(text) ? chineseOf(text) : null
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

function romanOf(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const value = ROMAN[text.charAt(at)] ?? 0
    sum += value < (ROMAN[text.charAt(at + 1)] ?? 0) ? -value : value
  }
  return sum
}

function chineseOf(text: string): number {
  const digits = '〇一二三四五六七八九'
  if (!/[十百]/.test(text)) return Number([...text].map((digit) => digits.indexOf(digit)).join(''))
  let sum = 0
  let digit = 0
  for (const character of text) {
    if (character === '十' || character === '百') {
      sum += (digit || 1) * (character === '十' ? 10 : 100)
      digit = 0
    } else digit = digits.indexOf(character)
  }
  return sum + digit
}
