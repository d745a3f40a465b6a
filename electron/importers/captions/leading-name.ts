import { isCjk } from '#shared/transcript/characters.ts'

const NAME = /^([^:：.!?。！？,，、;；"“”]{1,48})[:：](?=\s|$|[^\d/\\])/u
const FULL_STOP_TITLES =
  /\b(?:Mrs?|MRS?|Ms|MS|Dr|DR|Prof|PROF|St|ST|Sen|SEN|Rep|REP|Gov|GOV|Gen|GEN|Lt|LT|Col|COL|Sgt|SGT|Hon|HON|Rev|REV|[A-Z])\./gu

/** A name in square brackets, and what is said behind it. */
const BRACKETED_NAME = /^\[\p{Lu}[\p{L}.'’ -]{0,30}\]\s+\S/u
/** With a colon, or counted as programs count voices, it is one in mid-sentence too: `[spk_0]: …`, `[SPEAKER_01] …`. */
const BRACKETED_VOICE = /^\[(?:\p{L}[\p{L}\d_.'’ -]{0,30}\]:\s*|\p{L}{1,12}[ _]?\d{1,3}\]\s+)\S/u

/**
 * Tells whether a line of a caption begins with who speaks: a few words with capitals, or a few characters of a
 * script without them, and a colon behind, or a name in square brackets. Where a sentence is over (`isFresh`),
 * devices may be called what they like: `Ben's iPhone:`.
 */
export function beginsWithName(line: string, isFresh: boolean): boolean {
  if (line.startsWith('[') && (BRACKETED_VOICE.test(line) || (isFresh && BRACKETED_NAME.test(line)))) return true
  const head = line.slice(0, 64).replace(FULL_STOP_TITLES, (title) => `${title.slice(0, -1)} `)
  const name =
    NAME.exec(head)?.[1]
      ?.replace(/[(（[【][^)）\]】]*[)）\]】]?/gu, '')
      .trim() ?? ''
  if (name === '' || !/\p{L}/u.test(name)) return false
  if (isCjk(name.charCodeAt(0))) return name.length <= 10
  const words = name.split(/\s+/u)
  const isCapital = (word: string | undefined): boolean => word !== undefined && !/^\p{Ll}/u.test(word)
  if (!isCapital(words[0])) return false
  return isCapital(words.at(-1))
    ? words.length <= 6
    : isFresh && words.length <= 3 && /\p{Lu}/u.test(words.at(-1) ?? '')
}
