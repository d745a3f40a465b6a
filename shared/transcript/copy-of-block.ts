import type { Block } from './reading.ts'

/** A block as a record of its own, whatever it is made of: where one has to be changed by spreading it. */
export function copyOf({ kind, text, pieces, span, turn, setAside, line }: Block): Block {
  return { kind, text, pieces, span, turn, setAside, line }
}
