/** A run of Chinese characters, as it can be spelled. */
export interface Sounds {
  /** The sound of each character that is likely where it stands, and all that it may have. Tones are left out; `ü` is `v`. */
  readonly of: (run: string) => readonly { readonly likely: string; readonly possible: readonly string[] }[]
}

let known: Sounds | null = null
let asked: Promise<Sounds> | null = null
const waiting = new Set<() => void>()

/** The sounds of Chinese characters; `null` until they have been asked for and have come. */
export function soundsKnown(): Sounds | null {
  return known
}

/** Asks for the sounds of Chinese characters: they take memory and a moment to read in, and many a project has no use for them. */
export function loadSounds(): Promise<Sounds> {
  asked ??= import('pinyin-pro').then(({ pinyin, polyphonic }) => {
    const options = { type: 'array', toneType: 'none', v: true } as const
    known = {
      of: (run) => {
        const possible = polyphonic(run, options)
        return pinyin(run, options).map((likely, index) => ({ likely, possible: possible[index] ?? [] }))
      },
    }
    for (const tell of waiting) tell()
    return known
  })
  return asked
}

/** Tells when the sounds have come; answers how to stop listening. */
export function followSounds(tell: () => void): () => void {
  waiting.add(tell)
  return () => waiting.delete(tell)
}
