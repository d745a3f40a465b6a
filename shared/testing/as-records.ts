import { copyOf } from '#shared/transcript/copy-of-block.ts'
import type { Reading } from '#shared/transcript/reading.ts'

/** A reading with its blocks as records, which can be compared with those of another, whatever either is made of. */
export function asRecords(reading: Reading): Reading {
  return { ...reading, blocks: reading.blocks.map(copyOf) }
}
