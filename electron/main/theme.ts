import { nativeTheme } from 'electron'
import type { Theme } from '#shared/bridge.ts'
import type { SettingsStore } from './settings.ts'

/** Light or dark. The page follows by `prefers-color-scheme`, which obeys the choice made here. */
export interface Appearance {
  readonly theme: () => Theme
  readonly choose: (theme: Theme) => void
  /** Stands behind the page until it is painted: no white flash in the dark. */
  readonly backgroundColour: () => string
}

/** Applies the theme from the settings. */
export function setUpAppearance(settings: SettingsStore): Appearance {
  nativeTheme.themeSource = settings.current().theme
  return {
    theme: () => settings.current().theme,
    choose: (theme) => {
      nativeTheme.themeSource = theme
      void settings.change({ theme })
    },
    backgroundColour: () => (nativeTheme.shouldUseDarkColors ? '#1b1c1f' : '#fbfaf7'),
  }
}
