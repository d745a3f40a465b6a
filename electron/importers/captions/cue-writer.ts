import type { SourceTextBuilder } from '#electron/importers/source-text-builder.ts'
import { endsSentence, isCjk, joinsWithSpace } from '#shared/transcript/characters.ts'
import type { Cue } from './cue.ts'

/** Milliseconds of silence behind which something new begins. */
const LONG_PAUSE = 4000
/** Milliseconds of silence that part what has become long anyhow. */
const SHORT_PAUSE = 1000
/** UTF-16 units from which a paragraph ends with its sentence, and those at which it ends anyhow. */
const LONG_PARAGRAPH = 1000
const LONGEST_PARAGRAPH = 4000

/** `♪ (piano music) ♪`: what is heard, and not said. */
const MUSIC = /^[♪♫]\s*[([（［].*[)\]）］]\s*[♪♫]?$/u

/** What has been written of the running paragraph. */
interface Place {
  voice: string | null
  speaker: string | null
  /** End of the cue before, in milliseconds. */
  to: number | null
  lastLine: string
  paragraph: number
}

/**
 * Writes cues as running text. Where a caption's lines end is a matter of the screen, so lines and
 * cues go on in one paragraph, and each paragraph is a line; an empty one parts them where the
 * speaker changes, somebody falls silent for long, or a paragraph has become long. What stands
 * outside of all times keeps its lines. A voice is written as `<v Name>` before what it says first,
 * and again only when it changes.
 */
export function writeCues(builder: SourceTextBuilder, cues: readonly Cue[]): void {
  const hasPunctuation = isPunctuated(cues)
  const place: Place = { voice: null, speaker: null, to: null, lastLine: '', paragraph: 0 }
  for (const cue of cues) {
    let start: number | null = null
    for (const { voice, lines } of cue.parts) {
      lines.forEach((line, index) => {
        const isFirst = index === 0
        const isCueStart = isFirst && start === null
        const isMarked = marksSpeaker(line, isCueStart, place.lastLine === '' || hasEnded(place.lastLine))
        // Somebody who is not named by markup has spoken in between.
        if (isMarked && voice === null) place.voice = null
        const isNewVoice = isFirst && voice !== null && voice !== place.voice
        const isSound = MUSIC.test(line) || MUSIC.test(place.lastLine)
        const isNew = isNewVoice || isMarked || (isCueStart && (isSound || beginsParagraph(place, cue)))
        if (builder.length > 0) builder.write(isNew ? '\n\n' : jointOf(place.lastLine, line, cue, hasPunctuation))
        start ??= builder.length
        const written = isNewVoice ? `<v ${voice}>${line}` : line
        builder.write(written)
        if (isNewVoice) place.voice = voice
        place.paragraph = (isNew ? 0 : place.paragraph) + written.length
        place.lastLine = line
      })
    }
    if (start === null) continue
    if (cue.from !== null && cue.to !== null) builder.time(start, cue.from, cue.to)
    if (cue.speaker !== null) builder.speaker(start, cue.speaker)
    place.speaker = cue.speaker
    place.to = cue.to ?? place.to
  }
  if (builder.length > 0) builder.write('\n')
}

/** What stands between two lines of a paragraph. */
function jointOf(before: string, line: string, { from }: Cue, hasPunctuation: boolean): string {
  if (from === null) return '\n'
  const end = before.slice(-8)
  if (joinsWithSpace(end + line.slice(0, 8), end.length, end.length)) return ' '
  return hasPunctuation || isPunctuation(end.charAt(end.length - 1)) ? '' : ' '
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character)
}

/** Captions of Han and kana mostly have no punctuation: the ends of their lines stand for it. */
function isPunctuated(cues: readonly Cue[]): boolean {
  let lines = 0
  let marks = 0
  for (const { parts } of cues) {
    for (const part of parts) {
      lines += part.lines.length
      for (const line of part.lines) marks += line.match(/[，。、；：？！]/gu)?.length ?? 0
    }
  }
  return marks * 2 >= lines
}

function hasEnded(line: string): boolean {
  return endsSentence(line, 0, line.length)
}

function beginsParagraph(place: Place, cue: Cue): boolean {
  const { lastLine, paragraph } = place
  if (cue.speaker !== place.speaker) return true
  const pause = cue.from === null || place.to === null ? 0 : cue.from - place.to
  if (pause >= LONG_PAUSE || paragraph >= LONGEST_PARAGRAPH) return true
  return paragraph >= LONG_PARAGRAPH && (hasEnded(lastLine) || pause >= SHORT_PAUSE)
}

/** The ways in which captions say that somebody else speaks: `>>`, a dash, a name with a colon. */
function marksSpeaker(line: string, isCueStart: boolean, isSentenceOver: boolean): boolean {
  if (/^(?:>>|＞＞|»)/u.test(line) || /^[-‐]\s*[^\s\-‐]/u.test(line)) return true
  if (/^[–—]\s*\S/u.test(line)) return isCueStart && isSentenceOver
  return beginsWithName(line, isCueStart && isSentenceOver)
}

const NAME = /^([^:：.!?。！？,，、;；"“”]{1,48})[:：](?=\s|$|[^\d/\\])/u
const FULL_STOP_TITLES =
  /\b(?:Mrs?|MRS?|Ms|MS|Dr|DR|Prof|PROF|St|ST|Sen|SEN|Rep|REP|Gov|GOV|Gen|GEN|Lt|LT|Col|COL|Sgt|SGT|Hon|HON|Rev|REV|[A-Z])\./gu

/** A name in square brackets, and what is said behind it. */
const BRACKETED_NAME = /^\[\p{Lu}[\p{L}.'’ -]{0,30}\]:?\s+\S/u

/**
 * A few words with capitals, or a few characters of a script without them, and a colon behind. Where
 * a sentence is over (`isFresh`), devices may be called what they like: `Ben's iPhone:`.
 */
function beginsWithName(line: string, isFresh: boolean): boolean {
  if (isFresh && BRACKETED_NAME.test(line)) return true
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
