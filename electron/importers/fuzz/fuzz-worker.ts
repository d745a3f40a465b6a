import { mutantOf, type Seed, tryMutant } from './fuzz.ts'

/** What the process is told: which mutated files to read. */
export interface FuzzOrder {
  readonly seeds: readonly Seed[]
  readonly run: number
  readonly first: number
  readonly end: number
}

/** What it tells: the number that it turns to, or what it found at one. */
export type FuzzReport =
  | { readonly kind: 'at'; readonly number: number; readonly fileName: string }
  | { readonly kind: 'found'; readonly number: number; readonly fileName: string; readonly fault: string }
  | { readonly kind: 'done' }

const tell = (report: FuzzReport): void => {
  process.send?.(report)
}

process.once('message', async ({ seeds, run, first, end }: FuzzOrder) => {
  for (let number = first; number < end; number++) {
    const mutant = mutantOf(seeds, run, number)
    tell({ kind: 'at', number, fileName: mutant.fileName })
    for (const fault of await tryMutant(mutant)) tell({ kind: 'found', number, fileName: mutant.fileName, fault })
  }
  tell({ kind: 'done' })
  process.disconnect()
})
