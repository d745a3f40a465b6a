/** Longer names are cut: a code's name is to be read at a glance. In code points. */
const LONGEST = 60

/**
 * The name that words in the text give a code: blanks closed up, without the punctuation around them.
 * Where there is nothing but punctuation it stays. Empty only for blanks.
 */
export function inVivoName(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim()
  const bare = plain.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
  const characters = [...(bare === '' ? plain : bare)]
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`
}
