import { useSyncExternalStore } from 'react'
import { followSounds, type Sounds, soundsKnown } from '#shared/codebook/sounds.ts'

/** The sounds of Chinese characters, by which names are found; `null` until a name that has any was looked for, and a moment longer. */
export function useSounds(): Sounds | null {
  return useSyncExternalStore(followSounds, soundsKnown)
}
