import type { PdfFont } from './glyphs.ts'

/** Chinese is emphasised by another face, Hei; whether it is the body's own face is judged over the whole file. */
const BOLD =
  /bold|black|heavy|(?:^|[-,_ ])(?:bd|blk|demi|db|w[6-9]|h|eb)(?:$|[-,_ ])|-B(?:I|d)?$|BoldMT|hei(?:ti)?(?:$|[-,_ ])/i
const NOT_BOLD = /semi-?light|demi-?light/i
const ITALIC = /italic|oblique|(?:^|[-,_ ])(?:it|ita|obl|kursiv)(?:$|[-,_ ])|-(?:B?I)$/i

/** What a PostScript font name (`ABCDEF+Times-BoldItalic`) says; the tag of a subset does not count. */
export function fontOfName(name: string): PdfFont {
  const plain = name.replace(/^[A-Z]{6}\+/, '')
  return { isBold: BOLD.test(plain) && !NOT_BOLD.test(plain), isItalic: ITALIC.test(plain) }
}
