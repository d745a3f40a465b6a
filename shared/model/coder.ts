import type { CoderId, IsoDateTime } from './ids.ts'

/** A person who codes. Every coding names its coder, which is what agreement figures need later. */
export interface Coder {
  readonly id: CoderId
  readonly name: string
  readonly createdAt: IsoDateTime
}
