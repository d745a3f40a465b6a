/** What single characters tell of the line they stand in, as bits, so that a line is looked at once. */
export const WIDE = 1
export const SPACELESS = 2
export const LABEL_END = 4
export const SENTENCE_MARK = 8
export const OPENER = 16
export const FURNITURE_SIGN = 32
export const OTHER_END = 64
/** Alone or with its neighbour it may be what makes a question. */
export const ASKING = 128
export const BLANK = 256
/** Ends a sentence, or an item of a list. */
export const FINAL = 512
/** Closes behind the end of a sentence: quotes, brackets, emphasis. */
export const CLOSER = 1024
/** Rules across a page are made of it. */
export const RULE = 2048
/** Alone makes a question of what it stands in. */
export const QUESTION_MARK = 4096
/** JSON has to escape it, or has to look at what stands beside it. */
export const ESCAPED = 8192
/** A half of a character beyond the basic plane. */
export const SURROGATE = 16384

const SIGNS: readonly (readonly [bit: number, characters: string])[] = [
  [LABEL_END, ':：﹕︰]】］'],
  [SENTENCE_MARK, '。！？；，'],
  [OPENER, '([（［【'],
  [OTHER_END, '\t\u3000–—'],
  [QUESTION_MARK, '?？؟'],
  [ASKING, ';伺尋か吗嗎까'],
  // Blanks as `String.prototype.trim` knows them.
  [BLANK, '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'],
  [BLANK, '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'],
  [FINAL, '。．！？!?.…；;：:؟।'],
  [CLOSER, '”’"\'」』）)】〕］]》〉»*_~`'],
  [ESCAPED, '"\\'],
  [RULE, '-–—―─━_=*＊~～…·•'],
  // Jump lines, credits, end marks and page numbers need one of these, or begin as `mayBeFurniture` says.
  [FURNITURE_SIGN, '转轉接续摄攝影图圖供完毕畢終终<*＊#第'],
]

/** Bits by UTF-16 unit. */
export const CLASSES: Uint16Array = makeClasses()

function makeClasses(): Uint16Array {
  const classes = new Uint16Array(0x10000)
  for (let code = 0x80; code < 0x10000; code++) {
    if (isSpaceless(code)) classes[code] = WIDE | SPACELESS
    else if (code >= 0xac00 && code <= 0xd7a3) classes[code] = WIDE
  }
  for (let code = 0; code < 0x20; code++) classes[code] = ESCAPED
  for (let code = 0xd800; code < 0xe000; code++) classes[code] = (classes[code] ?? 0) | ESCAPED | SURROGATE
  for (const [bit, characters] of SIGNS) {
    for (let at = 0; at < characters.length; at++) {
      const code = characters.charCodeAt(at)
      classes[code] = (classes[code] ?? 0) | bit
    }
  }
  return classes
}

/** Han, kana, their punctuation, full-width forms; the surrogates of planes 2 and 3, which hold nothing but Han. */
function isSpaceless(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x312f) ||
    (code >= 0x31a0 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0xd840 && code <= 0xd88f)
  )
}
