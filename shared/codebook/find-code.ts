import type { Code } from '#shared/model/code.ts'
import { loadSounds, type Sounds } from './sounds.ts'

/** How a name meets a query, best first. */
const RANKS = ['prefix', 'inside', 'initials'] as const
type Rank = (typeof RANKS)[number]

/** What is typed as one: a Han character by any of its sounds, another word as it is. */
type Unit = readonly string[]

interface NameIndex {
  readonly text: string
  readonly units: readonly Unit[]
  /** The first letters of all sounds: most names are ruled out by them alone. */
  readonly firstLetters: string
}

/** Names come and go as they are typed; a codebook holds far fewer than this. */
const MOST_NAMES_KEPT = 20_000

const indexes = new Map<string, NameIndex>()

function indexOf(name: string, sounds: Sounds | null): NameIndex {
  const known = indexes.get(name)
  if (known !== undefined) return known
  if (indexes.size >= MOST_NAMES_KEPT) indexes.clear()
  const text = folded(name)
  const units = unitsOf(text, sounds)
  const index = { text, units, firstLetters: units.flatMap((unit) => unit.map((sound) => sound.charAt(0))).join('') }
  // Without the sounds that it needs it is good for now alone.
  if (sounds !== null || !hasSounds(name)) indexes.set(name, index)
  return index
}

/**
 * Works out how a name can be typed, ahead of the first query: the sounds of Chinese characters take
 * a while to look up, and a key should not wait for those of a whole codebook.
 */
export function prepareName(name: string, sounds: Sounds | null): void {
  indexOf(name, sounds)
}

/** Tells whether a name can be typed by the sounds of its characters. */
export function hasSounds(name: string): boolean {
  return /\p{Script=Han}/u.test(name)
}

/** Full-width and case differences do not count, nor does the width of blanks; a final sigma is a sigma. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/ς/gu, 'σ').trim().replace(/\s+/gu, ' ')
}

const RUN = /(\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

function unitsOf(text: string, sounds: Sounds | null): readonly Unit[] {
  return [...text.matchAll(RUN)].flatMap(([run, han]) => {
    if (han === undefined) return [[run]]
    // Every sound of a character counts, the likely one included.
    return sounds?.of(run).map(({ likely, possible }) => [...new Set([likely, ...possible])]) ?? []
  })
}

/**
 * Tells whether what was typed spells the name's units from one of them onwards. Each unit is spelled
 * in full, but for the last one typed; when `isShort`, any beginning of a unit will do (`yy`, `yiny`).
 */
function spells(units: readonly Unit[], from: number, typed: string, isShort: boolean): boolean {
  if (units[from]?.some((sound) => sound.charCodeAt(0) === typed.charCodeAt(0)) !== true) return false
  let reached: readonly number[] = [0]
  for (let index = from; index < units.length && reached.length > 0; index++) {
    const next = new Set<number>()
    for (const at of reached) {
      for (const sound of units[index] ?? []) {
        const shared = sharedLength(sound, typed, at)
        if (shared > 0 && at + shared === typed.length) return true
        for (let length = isShort ? 1 : sound.length; length <= shared; length++) next.add(at + length)
      }
    }
    reached = [...next]
  }
  return false
}

/** How many units of the sound's beginning stand in the typed text at that place. */
function sharedLength(sound: string, typed: string, at: number): number {
  let length = 0
  while (length < sound.length && at + length < typed.length && sound[length] === typed[at + length]) length++
  return length
}

function rankOf(name: string, query: string, sounds: Sounds | null): Rank | null {
  if (sounds === null && hasSounds(name) && /[a-z]/u.test(query)) void loadSounds()
  const { text, units, firstLetters } = indexOf(name, sounds)
  if (text.startsWith(query)) return 'prefix'
  // Blanks, apostrophes and hyphens only part what is spelled: `shi shi`, `xi'an`.
  const typed = query.replace(/[\s'’-]/gu, '')
  const isSpellable = typed !== '' && firstLetters.includes(typed.charAt(0))
  if (isSpellable && spells(units, 0, typed, false)) return 'prefix'
  if (text.includes(query)) return 'inside'
  if (!isSpellable) return null
  if (units.some((_, from) => spells(units, from, typed, false))) return 'inside'
  return units.some((_, from) => spells(units, from, typed, true)) ? 'initials' : null
}

/**
 * Tells whether a name answers to what was typed: as part of the name, as full pinyin from the
 * beginning of any syllable, or as initials. An empty query fits every name. Without the sounds of Chinese
 * characters, which are asked for where they are needed, only the letters count.
 */
export function matchesQuery(name: string, query: string, sounds: Sounds | null): boolean {
  const wanted = folded(query)
  return wanted === '' || rankOf(name, wanted, sounds) !== null
}

/**
 * The codes whose names answer to what was typed: names that begin with it, then names that hold it,
 * then those whose initials do; otherwise in the order given. All of them for an empty query. Sounds as in `matchesQuery`.
 */
export function findCodes(codes: readonly Code[], query: string, sounds: Sounds | null): readonly Code[] {
  const wanted = folded(query)
  if (wanted === '') return codes
  const found: Record<Rank, Code[]> = { prefix: [], inside: [], initials: [] }
  for (const code of codes) {
    const rank = rankOf(code.name, wanted, sounds)
    if (rank !== null) found[rank].push(code)
  }
  return RANKS.flatMap((rank) => found[rank])
}
