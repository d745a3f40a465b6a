/**
 * The language tag that tells the browser which glyphs and punctuation to use, judged by the
 * scripts of the first characters: Chinese and Japanese share characters, but not their shapes.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, 20_000)
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0
  const letters = count(/\p{L}/gu)
  if (letters === 0) return 'und'
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > letters * 0.05) return 'ja'
  if (count(/\p{Script=Hangul}/gu) > letters * 0.3) return 'ko'
  if (count(/\p{Script=Han}/gu) > letters * 0.3) return 'zh'
  if (count(/\p{Script=Hebrew}/gu) > letters * 0.3) return 'he'
  if (count(/\p{Script=Arabic}/gu) > letters * 0.3) return 'ar'
  return 'en'
}
