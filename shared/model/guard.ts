/**
 * The few checks that every record's guard is made of. A guard stands at each gate through which
 * records come in (the bridge, a project file, the database); behind it the types are trusted.
 */
export type Shape<T> = { readonly [K in keyof T]-?: (value: unknown) => boolean }

/** Makes a guard for a record: every named field must be there and pass; fields beyond them are let through. */
export function recordGuard<T>(shape: Shape<T>): (value: unknown) => value is T {
  const checks = Object.entries(shape) as [string, (value: unknown) => boolean][]
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    checks.every(([name, check]) => check((value as Record<string, unknown>)[name]))
}

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'

/** Makes a guard for one of the named literals. */
export function oneOf<T extends string>(...names: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => (names as readonly unknown[]).includes(value)
}

/** Makes a guard that also lets `null` through. */
export function orNull(check: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === null || check(value)
}

/** Makes a guard for what a record may lack. */
export function orAbsent(check: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || check(value)
}

/** Makes a guard for a list whose every entry passes. */
export function listOf(check: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(check)
}

/** Makes a guard for a plain object whose every value passes. */
export function dictionaryOf(check: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(check)
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

export const isIsoDateTime = (value: unknown): boolean => typeof value === 'string' && ISO.test(value)
