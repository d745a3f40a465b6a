import { mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { THEMES, type Theme } from '#shared/bridge.ts'
import { LANGUAGES, type Language } from '#shared/messages/message.ts'
import { isFlag, isText, oneOf, orNull, recordGuard } from '#shared/model/guard.ts'
import { errorCodeOf, errorTextOf } from './system-errors.ts'
import { writeWhole } from './write-whole.ts'

export type LanguageChoice = 'system' | Language
export const LANGUAGE_CHOICES: readonly LanguageChoice[] = ['system', ...LANGUAGES]

/** Where the window stood, in the screen's units (not pixels of the device). */
export interface WindowPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isMaximized: boolean
}

/** What the program remembers of this machine between starts. Nothing of any project. */
export interface Settings {
  readonly language: LanguageChoice
  readonly theme: Theme
  /** `null` before the first window was closed. */
  readonly window: WindowPlace | null
  /** Where the last export went. */
  readonly exportFolder: string | null
}

export interface SettingsStore {
  readonly current: () => Settings
  /** Takes effect at once; the answer comes when it is on the disk, or could not be put there. Never rejects. */
  readonly change: (part: Partial<Settings>) => Promise<void>
}

const DEFAULTS: Settings = { language: 'system', theme: 'system', window: null, exportFolder: null }

const isWindowPlace = recordGuard<WindowPlace>({
  x: Number.isSafeInteger,
  y: Number.isSafeInteger,
  width: Number.isSafeInteger,
  height: Number.isSafeInteger,
  isMaximized: isFlag,
})

const checks: { readonly [Name in keyof Settings]: (value: unknown) => boolean } = {
  language: oneOf(...LANGUAGE_CHOICES),
  theme: oneOf(...THEMES),
  window: orNull(isWindowPlace),
  exportFolder: orNull(isText),
}

/**
 * Reads settings from JSON. A setting that is missing or makes no sense gets its default; null when
 * the whole is no JSON object.
 */
export function parseSettings(json: string): Settings | null {
  let found: unknown
  try {
    found = JSON.parse(json)
  } catch {
    return null
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return null
  const sound = Object.entries(checks).filter(([name, check]) => check((found as Record<string, unknown>)[name]))
  return { ...DEFAULTS, ...Object.fromEntries(sound.map(([name]) => [name, (found as Record<string, unknown>)[name]])) }
}

/**
 * Opens the settings in a folder, which is made if need be. A file that cannot be understood is put
 * aside as `settings.json.broken` and the defaults apply: settings never keep the program from starting.
 */
export async function openSettings(folder: string): Promise<SettingsStore> {
  const path = join(folder, 'settings.json')
  let current = await readSettings(path)
  let writing = Promise.resolve()
  return {
    current: () => current,
    change: (part) => {
      current = { ...current, ...part }
      const bytes = new TextEncoder().encode(`${JSON.stringify(current, null, 2)}\n`)
      // One after the other: two writes at a time could end with the older one in place.
      writing = writing.then(async () => {
        try {
          await mkdir(folder, { recursive: true })
          await writeWhole(path, bytes)
        } catch (error) {
          console.error(`The settings could not be written: ${errorTextOf(error)}`)
        }
      })
      return writing
    },
  }
}

async function readSettings(path: string): Promise<Settings> {
  try {
    const settings = parseSettings(await readFile(path, 'utf8'))
    if (settings !== null) return settings
    await rename(path, `${path}.broken`)
    console.error(`The settings could not be understood and were put aside as ${path}.broken`)
  } catch (error) {
    if (errorCodeOf(error) !== 'ENOENT') console.error(`The settings could not be read: ${errorTextOf(error)}`)
  }
  return DEFAULTS
}
