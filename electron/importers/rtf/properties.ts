import type { RtfFonts } from './fonts.ts'
import { changed, isHeadingLevel, lookChange, type RtfState } from './state.ts'
import type { RtfStyles } from './styles.ts'

/** Code pages that are named by a control word of their own. */
const FILE_CODE_PAGES: ReadonlyMap<string, number> = new Map([
  ['mac', 10000],
  ['pc', 437],
  ['pca', 850],
])

/**
 * The state behind a control word that says something of the text after it; `null` if it changes
 * nothing. Words that say something of the whole file are noted in `fonts`.
 */
export function changedState(
  state: RtfState,
  word: string,
  value: number | null,
  fonts: RtfFonts,
  styles: RtfStyles,
): RtfState | null {
  switch (word) {
    case 'f':
      return changed(state, { font: value ?? 0 })
    case 'af':
      return state.isFarEast ? changed(state, { font: value ?? 0 }) : null
    case 'ab':
    case 'ai':
    case 'aul':
      // LibreOffice says the look of East Asian text in this way alone.
      return state.isFarEast ? lookedState(state, word.slice(1), value, fonts) : null
    case 'dbch':
      return changed(state, { isFarEast: true })
    case 'loch':
    case 'hich':
    case 'ltrch':
    case 'rtlch':
      return state.isFarEast ? changed(state, { isFarEast: false }) : null
    case 'uc':
      return changed(state, { fallbackBytes: Math.max(0, value ?? 1) })
    case 'plain':
      return changed(state, { font: fonts.defaultFont, look: 0, lookSaid: 0, styleLook: 0, isDeleted: false })
    case 'pard':
      return changed(state, { styleLook: 0, isHeading: false, isInTable: false })
    case 's': {
      const style = styles.paragraphStyle(value)
      return changed(state, { styleLook: style?.look ?? 0, isHeading: style?.isHeading ?? false })
    }
    case 'cs':
      return changed(state, { styleLook: state.styleLook | (styles.characterStyle(value)?.look ?? 0) })
    case 'outlinelevel':
      return changed(state, { isHeading: isHeadingLevel(value) })
    case 'intbl':
      return changed(state, { isInTable: true })
    case 'deleted':
      return changed(state, { isDeleted: value !== 0 })
    case 'deff':
      fonts.defaultFont = value ?? 0
      return changed(state, { font: fonts.defaultFont })
    case 'ansicpg':
      fonts.setFileCodePage(value ?? 0)
      return state
    default:
      return lookedState(state, word, value, fonts)
  }
}

function lookedState(state: RtfState, word: string, value: number | null, fonts: RtfFonts): RtfState | null {
  const change = lookChange(word, value)
  if (change !== null) {
    const look = change.isOn ? state.look | change.bit : state.look & ~change.bit
    return changed(state, { look, lookSaid: state.lookSaid | change.bit })
  }
  const codePage = FILE_CODE_PAGES.get(word)
  if (codePage === undefined) return null
  fonts.setFileCodePage(codePage)
  return state
}
