import type { IsoDateTime, ProjectId } from './ids.ts'

/** One study: a set of sources with one codebook. */
export interface Project {
  readonly id: ProjectId
  readonly name: string
  readonly createdAt: IsoDateTime
}
