/** One text with its codings, or a project with its sources, of a size. */
export interface Size {
  /** UTF-16 units, of all sources together. */
  readonly characters: number
  readonly codings: number
  /** How many sources, and codes beside the starter codebook's; absent for a single text with thirty codes. */
  readonly sources?: number
  readonly codes?: number
}

/** A project with its sources. */
export interface ProjectSize extends Size {
  readonly sources: number
  readonly codes: number
  /** How many acts its journal tells of. */
  readonly acts: number
  /** Only its export is measured. */
  readonly isForExport?: true
}

/** The texts, from a page to a book. */
export const TEXT_SIZES: readonly Size[] = [
  { characters: 30_000, codings: 100 },
  { characters: 300_000, codings: 1_000 },
  { characters: 1_000_000, codings: 10_000 },
  { characters: 3_000_000, codings: 50_000 },
]

/** Every source of a project is of one length and has as many codings, so that only their number grows. */
const SOURCE_LENGTH = 4_000

function projectOf(sources: number): ProjectSize {
  return { characters: sources * SOURCE_LENGTH, codings: sources * 100, sources, codes: sources, acts: sources * 25 }
}

/** The project whose CSV has 100,000 rows, which is what the bar is said of; nothing else is measured of it. */
export const EXPORT_SIZE: ProjectSize = { ...projectOf(1_000), isForExport: true }

/** The projects, from a pile to an archive: 2,000 sources, 2,000 codes, 200,000 codings, 50,000 acts. */
export const PROJECT_SIZES: readonly ProjectSize[] = [projectOf(20), projectOf(200), EXPORT_SIZE, projectOf(2_000)]

/** A size in words. */
export function inWords({ characters, codings, sources, codes }: Size): string {
  const number = (value: number): string => value.toLocaleString('en')
  return sources === undefined
    ? `${number(characters)} characters, ${number(codings)} codings`
    : `${number(sources)} sources, ${number(codes ?? 0)} codes, ${number(codings)} codings`
}

/** The size alone, of something that has more. */
export function sizeOf({ characters, codings, sources, codes }: Size): Size {
  return {
    characters,
    codings,
    ...(sources === undefined ? {} : { sources }),
    ...(codes === undefined ? {} : { codes }),
  }
}

/** Whether two are of the same size. */
export function isSameSize(a: Size, b: Size): boolean {
  return a.characters === b.characters && a.codings === b.codings && a.sources === b.sources
}
