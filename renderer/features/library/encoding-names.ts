import type { MessageKey } from '#shared/messages/catalogue.ts'

/** For which writing each encoding is made, by its WHATWG label, and by the names of those that have none. */
const SCRIPTS: readonly (readonly [RegExp, MessageKey])[] = [
  [/^utf-/, 'script.unicode'],
  [/^(?:gb18030|gbk|gb2312|hz-gb-2312|euc-cn)$/, 'script.chinese-simplified'],
  [/^(?:big5|big5-hkscs|euc-tw)$/, 'script.chinese-traditional'],
  [/^(?:shift_jis|euc-jp|iso-2022-jp)$/, 'script.japanese'],
  [/^(?:euc-kr|iso-2022-kr|johab)$/, 'script.korean'],
  [/^(?:windows-1252|iso-8859-1|iso-8859-15|macintosh|ibm850|ibm437)$/, 'script.western'],
  [/^(?:windows-1250|iso-8859-2|ibm852)$/, 'script.central-european'],
  [/^iso-8859-3$/, 'script.south-european'],
  [/^(?:windows-1257|iso-8859-4|iso-8859-13)$/, 'script.baltic'],
  [/^(?:windows-1251|iso-8859-5|koi8-r|koi8-u|ibm866|x-mac-cyrillic)$/, 'script.cyrillic'],
  [/^(?:windows-1256|iso-8859-6)$/, 'script.arabic'],
  [/^(?:windows-1253|iso-8859-7)$/, 'script.greek'],
  [/^(?:windows-1255|iso-8859-8|iso-8859-8-i)$/, 'script.hebrew'],
  [/^(?:windows-1254|iso-8859-9)$/, 'script.turkish'],
  [/^iso-8859-10$/, 'script.nordic'],
  [/^(?:windows-874|iso-8859-11|tis-620)$/, 'script.thai'],
  [/^iso-8859-14$/, 'script.celtic'],
  [/^iso-8859-16$/, 'script.romanian'],
  [/^windows-1258$/, 'script.vietnamese'],
]

/** The writing that an encoding is made for, as a person calls it. */
export function scriptOf(encoding: string): MessageKey {
  return SCRIPTS.find(([pattern]) => pattern.test(encoding))?.[1] ?? 'script.other'
}
