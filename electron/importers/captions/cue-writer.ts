import type { SourceTextBuilder } from '#electron/importers/source-text-builder.ts'
import { endsSentence, joinsWithSpace } from '#shared/transcript/characters.ts'
import type { Cue } from './cue.ts'
import { beginsWithOneOf } from './cue-names.ts'
import { beginsWithName } from './leading-name.ts'

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
  /** What the file says one person speaks, from `start` on, as long as nobody else does. */
  spoken: { readonly speaker: string; readonly start: number } | null
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
 * and again only when it changes. `names` are those that cues are known to begin with.
 */
export function writeCues(builder: SourceTextBuilder, cues: readonly Cue[], names: ReadonlySet<string>): void {
  const hasPunctuation = isPunctuated(cues)
  const place: Place = { voice: null, speaker: null, spoken: null, to: null, lastLine: '', paragraph: 0 }
  for (const cue of cues) {
    let start: number | null = null
    for (const { voice, lines } of cue.parts) {
      const speaker = voice ?? cue.speaker
      lines.forEach((line, index) => {
        const isFirst = index === 0
        const isCueStart = isFirst && start === null
        const isMarked =
          marksSpeaker(line, isCueStart, place.lastLine === '' || hasEnded(place.lastLine)) ||
          beginsWithOneOf(names, line)
        // Somebody who is not named by markup has spoken in between.
        if (isMarked && voice === null) place.voice = null
        const isNewVoice = isFirst && voice !== null && voice !== place.voice
        const isSound = MUSIC.test(line) || MUSIC.test(place.lastLine)
        const isNew = isNewVoice || isMarked || (isCueStart && (isSound || beginsParagraph(place, cue)))
        if (speaker !== place.spoken?.speaker) endSpoken(builder, place)
        if (builder.length > 0) builder.write(isNew ? '\n\n' : jointOf(place.lastLine, line, cue, hasPunctuation))
        start ??= builder.length
        if (speaker !== null) place.spoken ??= { speaker, start: builder.length }
        const written = isNewVoice ? `<v ${voice}>${line}` : line
        builder.write(written)
        if (isNewVoice) place.voice = voice
        place.paragraph = (isNew ? 0 : place.paragraph) + written.length
        place.lastLine = line
      })
    }
    if (start === null) continue
    if (cue.from !== null && cue.to !== null) builder.time(start, cue.from, cue.to)
    place.speaker = cue.speaker
    place.to = cue.to ?? place.to
  }
  endSpoken(builder, place)
  if (builder.length > 0) builder.write('\n')
}

function endSpoken(builder: SourceTextBuilder, place: Place): void {
  if (place.spoken !== null) builder.speaker(place.spoken.start, place.spoken.speaker)
  place.spoken = null
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
