/**
 * What the signs of two fonts are in Unicode, from code 0x20 on, from https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt
 * and, for Wingdings, from Unicode document L2/11-344 on the characters added for it. Blanks stand for codes without a sign.
 */
const SYMBOL =
  ' !∀#∃%&∍()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~ ' +
  ' '.repeat(32) +
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'
const WINGDINGS =
  ' 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌🖏👍👎☜☞☝☟🖐☺😐☹💣🕱🏳🏱✈☼🌢❄🕆✞🕈✠✡☪☯🕉☸♈♉♊♋♌♍♎♏♐♑♒♓' +
  '🙰🙵⚫🔾◼🞏🞐❑❒🞟⧫◆❖⬩⌧⮹⌘🏵🏶🙶🙷▯' +
  '🄋➀➁➂➃➄➅➆➇➈➉🄌➊➋➌➍➎➏➐➑➒➓🙢🙠🙡🙣🙞🙜🙝🙟∙•⬝⭘🞆🞈🞊🞋🔿▪🞎🟁🟅★🟋🟏🟓🟑⯐⌖⯎⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛' +
  '⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘⮚⮙⮛⮈⮊⮉⮋🡨🡪🡩🡫🡬🡭🡯🡮🡸🡺🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂🢬🢭🗶✓🗷🗹'

const FONTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['symbol', Array.from(SYMBOL)],
  ['wingdings', Array.from(WINGDINGS)],
])

/**
 * The character that `w:sym` stands for (ECMA-376 part 1, 17.3.3.30): a hexadecimal code, moved up
 * by 0xF000 into the private use area where the font has signs of its own. The sign of a font that
 * is not known here stays a private use character; a code that is none gives ''.
 */
export function symbolOf(font: string | undefined, char: string | undefined): string {
  if (char === undefined || !/^[0-9a-f]{1,6}$/iu.test(char)) return ''
  const code = Number.parseInt(char, 16)
  const signs = FONTS.get(font?.toLowerCase() ?? '')
  const sign = signs?.[(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code) - 0x20]
  if (sign !== undefined && (sign !== ' ' || (code & 0xff) === 0x20)) return sign
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : ''
}
