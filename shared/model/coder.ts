import { isIsoDateTime, isText, recordGuard } from './guard.ts'
import { type CoderId, type IsoDateTime, isId } from './ids.ts'

/** A person who codes. Every coding names its coder, which is what agreement figures need later. */
export interface Coder {
  readonly id: CoderId
  readonly name: string
  readonly createdAt: IsoDateTime
}

export const isCoder = recordGuard<Coder>({ id: isId, name: isText, createdAt: isIsoDateTime })
