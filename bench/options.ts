import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PlainError, ROOT } from '../scripts/root.ts'
import { SUBJECTS } from './figures.ts'
import { inWords, PROJECT_SIZES, type ProjectSize, type Size, TEXT_SIZES } from './sizes.ts'
import type { Task } from './task.ts'

/** What a call of the benchmark asks for. */
export interface Options extends Pick<Task, 'rounds' | 'acts' | 'limit' | 'isWanted'> {
  readonly isHelp: boolean
  readonly isSmall: boolean
  readonly texts: readonly Size[]
  readonly projects: readonly ProjectSize[]
  /** Where the report is written. */
  readonly out: string
  /** The page into which the tables are written, if any. */
  readonly markdown: string | null
  /** A report to be shown, instead of measuring. */
  readonly from: string | null
}

const listed = (sizes: readonly Size[]): string =>
  sizes.map((size, index) => `\n                         ${index + 1}: ${inWords(size)}`).join('')

export const HELP = `npm run bench -- [options]
  --small              the smallest text and project, once: a minute or so
  --rounds N           how often each subject is measured (3)
  --sizes N or A-B     the N smallest texts, or from the Ath to the Bth; 0 for none:${listed(TEXT_SIZES)}
  --projects N or A-B  the same of projects; of the third the export alone is measured:${listed(PROJECT_SIZES)}
  --subjects A,B       only these: ${SUBJECTS.join(', ')}
  --limit SECONDS      what one run of one subject may take (180)
  --out FILE           where to write the report (bench.json)
  --markdown FILE      also writes the tables into this page, between its two marks
  --from FILE          measures nothing and shows a report that was written before`

/** Reads the arguments of a call. Throws `PlainError` for what makes no sense. */
export function optionsOf(args: readonly string[]): Options {
  const given = parsed(args)
  const isSmall = given.small ?? false
  const wanted = given.subjects?.split(',')
  const unknown = wanted?.find((one) => !SUBJECTS.some((subject) => subject === one))
  if (unknown !== undefined) throw new PlainError(`There is no subject ${unknown}.\n${HELP}`)
  return {
    isHelp: given.help ?? false,
    isSmall,
    texts: chosen(TEXT_SIZES, given.sizes ?? (isSmall ? '1' : String(TEXT_SIZES.length))),
    projects: chosen(PROJECT_SIZES, given.projects ?? (isSmall ? '1' : String(PROJECT_SIZES.length))),
    rounds: numberOf(given.rounds ?? (isSmall ? '1' : '3')),
    acts: isSmall ? 3 : 8,
    limit: numberOf(given.limit ?? '180') * 1000,
    isWanted: (subject) => wanted === undefined || wanted.includes(subject),
    out: given.out ?? join(ROOT, 'bench.json'),
    markdown: given.markdown ?? null,
    from: given.from ?? null,
  }
}

function parsed(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args)
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : String(error)}\n${HELP}`)
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  return parseArgs({
    args: [...args],
    options: {
      help: flag,
      small: flag,
      rounds: text,
      sizes: text,
      projects: text,
      subjects: text,
      limit: text,
      out: text,
      markdown: text,
      from: text,
    },
  }).values
}

/** The first so many for `2`, and from one to another, counted from 1, for `2-3`. */
function chosen<T>(all: readonly T[], range: string): readonly T[] {
  const [from, to] = range.includes('-') ? range.split('-').map(numberOf) : [1, numberOf(range)]
  return all.slice((from ?? 1) - 1, to)
}

function numberOf(given: string): number {
  const found = /^\d+$/u.test(given) ? Number(given) : Number.NaN
  if (Number.isNaN(found)) throw new PlainError(`${given} is not a number of anything.\n${HELP}`)
  return found
}
