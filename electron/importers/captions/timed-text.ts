import type { XmlElement, XmlHandler } from '#electron/importers/xml/reader.ts'
import type { Cue } from './cue.ts'

/** W3C Timed Text Markup Language 2, 12.3.1: hours, minutes, seconds, and either a fraction or frames. */
const CLOCK = /^(\d{2,}):(\d{2}):(\d{2})(?:\.(\d{1,9})|:(\d{1,3})(?:\.\d+)?)?$/u
const OFFSET = /^(\d{1,9}(?:\.\d{1,9})?)(h|m|s|ms|f|t)$/u
const MILLISECONDS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 }

interface Shown {
  readonly from: number | null
  readonly to: number | null
  text: string
  voice: string | null
}

/** Collects the captions of a Timed Text file: each paragraph is a cue, whose agent is who speaks. */
export class TimedTextReader implements XmlHandler {
  readonly cues: Cue[] = []
  readonly #names = new Map<string, string>()
  #framesASecond = 30
  #ticksASecond = 1
  #agent: string | null = null
  #isName = false
  #shown: Shown | null = null

  open({ name, attribute }: XmlElement): boolean {
    if (name === 'tt') this.#setRates(attribute)
    else if (name === 'metadata' && this.#shown !== null) return false
    else if (name === 'agent') this.#agent = attribute('id') ?? attribute('agent') ?? null
    else if (name === 'name') this.#isName = this.#agent !== null
    else if (name === 'p') this.#begin(attribute)
    else if (name === 'br' && this.#shown !== null) this.#shown.text += '\n'
    else if (name === 'span' && this.#shown !== null) this.#shown.voice ??= this.#voiceOf(attribute)
    return true
  }

  close(name: string): void {
    if (name === 'agent') this.#agent = null
    else if (name === 'name') this.#isName = false
    else if (name === 'p') this.#end()
  }

  text(text: string): void {
    if (this.#shown !== null) this.#shown.text += text.replace(/\s+/gu, ' ')
    else if (this.#isName && this.#agent !== null && text.trim() !== '') this.#names.set(this.#agent, text.trim())
  }

  #setRates(attribute: XmlElement['attribute']): void {
    this.#framesASecond = rateOf(attribute('frameRate'), 30)
    this.#ticksASecond = rateOf(attribute('tickRate'), 1)
  }

  #begin(attribute: XmlElement['attribute']): void {
    const from = this.#timeOf(attribute('begin'))
    const length = this.#timeOf(attribute('dur'))
    const to = this.#timeOf(attribute('end')) ?? (from === null || length === null ? null : from + length)
    this.#shown = { from, to: from === null || to === null ? null : Math.max(from, to), text: '', voice: null }
    this.#shown.voice = this.#voiceOf(attribute)
  }

  #end(): void {
    if (this.#shown === null) return
    const { from, to, text, voice } = this.#shown
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const parts = lines.length === 0 ? [] : [{ voice, lines }]
    if (parts.length > 0) this.cues.push({ from: to === null ? null : from, to, speaker: null, parts })
    this.#shown = null
  }

  #voiceOf(attribute: XmlElement['attribute']): string | null {
    return this.#names.get(attribute('agent')?.split(/\s/u)[0] ?? '') ?? null
  }

  #timeOf(value: string | undefined): number | null {
    const [, hours, minutes, seconds, fraction = '', frames = '0'] = CLOCK.exec(value ?? '') ?? []
    if (hours !== undefined) {
      const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
      const rest = fraction === '' ? (Number(frames) * 1000) / this.#framesASecond : Number(`0.${fraction}`) * 1000
      return Math.round(whole * 1000 + rest)
    }
    const [, count, unit = ''] = OFFSET.exec(value ?? '') ?? []
    if (count === undefined) return null
    const parts =
      unit === 'f' ? 1000 / this.#framesASecond : unit === 't' ? 1000 / this.#ticksASecond : MILLISECONDS[unit]
    return Math.round(Number(count) * (parts ?? 1))
  }
}

function rateOf(value: string | undefined, otherwise: number): number {
  const rate = Number(value)
  return Number.isFinite(rate) && rate > 0 ? rate : otherwise
}
