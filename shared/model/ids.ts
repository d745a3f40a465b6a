import type { Brand } from './brand.ts'

/**
 * Ids are UUIDs (lower case, with hyphens), which are at the same time REFI-QDA's GUIDs: a record
 * keeps its id for life, so that a second export names the same things by the same ids.
 */
export type ProjectId = Brand<string, 'project'>
export type SourceId = Brand<string, 'source'>
export type CodeId = Brand<string, 'code'>
export type SegmentId = Brand<string, 'segment'>
export type CodingId = Brand<string, 'coding'>
export type MemoId = Brand<string, 'memo'>
export type CoderId = Brand<string, 'coder'>
export type ReadingEditId = Brand<string, 'reading-edit'>
export type LinkId = Brand<string, 'link'>
export type CaseId = Brand<string, 'case'>
export type CodeSetId = Brand<string, 'code-set'>
export type CodebookVersionId = Brand<string, 'codebook-version'>
export type RestorePointId = Brand<string, 'restore-point'>

/** An ISO 8601 instant in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type IsoDateTime = Brand<string, 'iso-date-time'>

/** Where new ids come from; handed in so that tests and imports can say which ids come next. */
export type NewId = () => string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Tells whether a foreign value can be one of our ids. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}
