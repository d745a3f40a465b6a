import { importBytes } from '../import-bytes.ts'
import { faultsOf } from './faults.ts'
import { mutate } from './mutate.ts'
import { randomFrom } from './random.ts'

/** A valid file to start from. */
export interface Seed {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** One mutated file that was read otherwise than it should have been. */
export interface Finding {
  /** Makes the same file again: `fuzz --only <number>`. */
  readonly number: number
  readonly fileName: string
  readonly fault: string
}

/** The mutated file of a number: the same for the same seeds, run and number. */
export function mutantOf(seeds: readonly Seed[], run: number, number: number): Seed {
  const random = randomFrom(Math.imul(run, 1_000_003) ^ number)
  const seed = random.pick(seeds)
  const other = random.pick(seeds)
  return { fileName: seed.fileName, bytes: mutate(seed.bytes, other.bytes, random) }
}

/** Imports one mutated file and says what went wrong. A throw of an importer is a finding too. */
export async function tryMutant({ fileName, bytes }: Seed): Promise<readonly string[]> {
  try {
    return faultsOf(await importBytes(fileName, bytes))
  } catch (error) {
    return [
      `threw: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : error}`,
    ]
  }
}
