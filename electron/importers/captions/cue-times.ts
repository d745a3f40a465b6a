/** From and to in milliseconds; `null` for times that make no sense. */
export interface CueTimes {
  readonly from: number
  readonly to: number
}

const TIME = String.raw`(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9}))?`
const SETTINGS = String.raw`(?:[ \t\f].*)?`
const ARROW_LINE = new RegExp(String.raw`^\s*${TIME}\s*-{1,2}>\s*${TIME}${SETTINGS}$`, 'u')
/** Two times and something like an arrow between them. */
const GARBLED_ARROW = /^\s*\d[\d:.,]{4,15}\s+[^\s\p{L}]{0,6}\p{L}?[^\s\p{L}]{0,6}>\s+\d[\d:.,]{4,15}\s*$/u
const COMMA_LINE = new RegExp(String.raw`^\s*${TIME}\s*[,;]\s*${TIME}\s*$`, 'u')
const STRICT_SBV = /^\s*\d{1,3}:[0-5]?\d:[0-5]?\d[.,]\d{1,3},\d{1,3}:[0-5]?\d:[0-5]?\d[.,]\d{1,3}\s*$/u

/**
 * Reads the line `from --> to` of WebVTT and SubRip, settings and coordinates behind it ignored.
 * More lenient than WebVTT, section 6.3: hours may be missing or long, numbers short, the decimal
 * sign a comma. `null` for a line that is meant for one and holds no times.
 */
export function readArrowTimes(line: string): CueTimes | null {
  return timesOf(ARROW_LINE.exec(line))
}

/** Reads the line `from,to` of SubViewer as YouTube writes it. */
export function readCommaTimes(line: string): CueTimes | null {
  return STRICT_SBV.test(line) ? timesOf(COMMA_LINE.exec(line)) : null
}

function timesOf(match: RegExpExecArray | null): CueTimes | null {
  if (match === null) return null
  const from = millisecondsOf(match.slice(1, 5))
  const to = millisecondsOf(match.slice(5, 9))
  // A cue that ends before it begins has at least its beginning.
  return from === null || to === null ? null : { from, to: Math.max(from, to) }
}

function millisecondsOf(parts: readonly (string | undefined)[]): number | null {
  const [hours = '0', minutes = '0', seconds = '0', fraction = ''] = parts
  if (Number(minutes) > 59 && parts[0] !== undefined) return null
  if (Number(seconds) > 59) return null
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + thousandths
}

/**
 * Tells whether a line that holds an arrow stands where times should, right or garbled, and is not
 * speech that happens to hold one (`from A --> B`).
 */
export function isMeantAsTimes(line: string): boolean {
  if (!line.includes('-->')) return ARROW_LINE.test(line) || GARBLED_ARROW.test(line)
  return !/\p{L}/u.test(line) || /\d:\S*\d/u.test(line)
}
