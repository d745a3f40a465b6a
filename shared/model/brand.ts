/**
 * Keeps apart values that look alike to the compiler: a code's id is not a segment's id, and an
 * offset counted in UTF-16 units is not one counted in code points.
 */
export type Brand<T, Name extends string> = T & { readonly __brand: Name }
