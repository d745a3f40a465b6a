import { isIsoDateTime, isText, recordGuard } from './guard.ts'
import { type IsoDateTime, isId, type ProjectId } from './ids.ts'

/** One study: a set of sources with one codebook. */
export interface Project {
  readonly id: ProjectId
  readonly name: string
  readonly createdAt: IsoDateTime
}

export const isProject = recordGuard<Project>({ id: isId, name: isText, createdAt: isIsoDateTime })
