import { isHeadingLevel, lookChange } from './state.ts'

/** Styles named so are headings in any version of Word; built-in names are written in English in all languages. */
const HEADING_NAME = /^(?:heading \d|title|subtitle)\b/iu

interface RtfStyle {
  readonly look: number
  readonly isHeading: boolean
}

/** The style sheet: filled while its group is read, asked in the text. */
export class RtfStyles {
  readonly #styles = new Map<string, RtfStyle>()
  #key = 's0'
  #look = 0
  #isHeading = false
  #name = ''

  begin(): void {
    this.#key = 's0'
    this.#look = 0
    this.#isHeading = false
    this.#name = ''
  }

  /** A control word within the definition of a style. */
  define(word: string, value: number | null): void {
    const change = lookChange(word, value)
    if (change !== null) this.#look = change.isOn ? this.#look | change.bit : this.#look & ~change.bit
    else if (word === 's' || word === 'cs' || word === 'ds' || word === 'ts') this.#key = `${word}${value ?? 0}`
    else if (word === 'outlinelevel') this.#isHeading = isHeadingLevel(value)
  }

  addName(text: string): void {
    if (this.#name.length < 100) this.#name += text
  }

  end(): void {
    if (this.#name === '') return
    this.#styles.set(this.#key, {
      look: this.#look,
      isHeading: this.#isHeading || HEADING_NAME.test(this.#name.trim()),
    })
    this.#name = ''
  }

  paragraphStyle(number: number | null): RtfStyle | undefined {
    return this.#styles.get(`s${number ?? 0}`)
  }

  characterStyle(number: number | null): RtfStyle | undefined {
    return this.#styles.get(`cs${number ?? 0}`)
  }
}
