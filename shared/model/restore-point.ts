import type { CoderId, IsoDateTime, RestorePointId } from './ids.ts'

/** A moment of the project's history that was given a name, to return to. */
export interface RestorePoint {
  readonly id: RestorePointId
  readonly name: string
  /** The number of the last journal entry before it was named: the state to return to is the one after that entry. */
  readonly seq: number
  readonly createdBy: CoderId
  readonly createdAt: IsoDateTime
}
