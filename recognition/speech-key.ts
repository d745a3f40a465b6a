import { createHash } from 'node:crypto'

/** So many letters or digits name a beginning: two English words, a Chinese clause. */
const LETTERS = 12

/** No beginning needs more text than this, however many blanks and signs stand in it (UTF-16 units). */
const ENOUGH = 2000

/** Stage directions and additions, in any of the brackets that transcripts put them in. */
const BRACKETED = /\([^()]{0,200}\)|（[^（）]{0,200}）|\[[^[\]]{0,200}\]|［[^［］]{0,200}］|【[^【】]{0,200}】/gu

/**
 * Names the beginning of a speech without quoting it: the first 8 hex digits of the SHA-256 of its
 * first 12 letters or digits (NFKC, lower case). What stands in brackets is left out, since one
 * reading counts stage directions in and another does not.
 */
export function keyOfSpeech(text: string): string {
  return hash(lettersOf(text.slice(0, ENOUGH).replace(BRACKETED, '')))
}

/** Names the beginning of something set aside in the same way, brackets and all. */
export function keyOfAside(text: string): string {
  return hash(lettersOf(text.slice(0, ENOUGH)))
}

function lettersOf(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return Array.from(letters).slice(0, LETTERS).join('')
}

function hash(letters: string): string {
  return createHash('sha256').update(letters).digest('hex').slice(0, 8)
}
