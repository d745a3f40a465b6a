import { ANSWERER, ASKER, MODERATOR } from './vocabulary.ts'

/** What a person does in a talk, where words say it. */
export type DeclaredRole = 'asker' | 'answerer' | 'moderator'

const WORDS: readonly (readonly [role: DeclaredRole, pattern: RegExp])[] = [
  ['moderator', MODERATOR],
  ['asker', ASKER],
  ['answerer', ANSWERER],
]
/** Small words and endings beside such a word. */
const BESIDE = /(?<!\p{L})(?:the|an?|d(?:er|ie|as)|l[ae]s?|el|los|il|gli)(?!\p{L})|(?<=\p{Ll})s\b|[人者员員们們.\s]/giu
/** UTF-16 units. */
const LONGEST_WORD = 24
const LONGEST_LINE = 200
/** So many lines of a head are read. */
const MOST_LINES = 40

/** Between such a word and who it is said of: `主持人：陈小岚`, `Jane Roe (moderator)`. */
const JOINT = /\s*[:：=＝(（–—]\s*|\s+-\s+|\s{2,}|\t/u
/** Between two that something is said of. */
const PARTING =
  /[;；。/／]|(?<=\p{Ll}{2})\.\s+(?=\p{Lu})|[ \u3000]+(?=[^\s,，、:：]{2,14}[:：])|(?<=[)）])\s*[,，、]|[,，、](?=\s*[^,，、:：=＝]{1,12}[:：=＝])/u

/**
 * What the head of a text says of those who speak in it: `主持人：陈小岚`, `Interviewer: Jane Roe` (or by her initials, where the
 * labels have those), `I = Interviewer`, such a word on a line of its own above the name. A headline that says who met
 * whom tells nothing of their turns, so nothing counts but what stands right beside the word. `head`: its lines in order;
 * `names`: who speaks. Whom two things are said of is left out.
 */
export function declaredRoles(head: Iterable<string>, names: Iterable<string>): ReadonlyMap<string, DeclaredRole> {
  const statements = statementsOf(head)
  if (statements.length === 0) return new Map()
  const people = new Set(names)
  const said = new Map<string, Set<DeclaredRole>>()
  for (const name of people)
    for (const { role, words } of statements)
      if (isNamedIn(name, words)) said.set(name, (said.get(name) ?? new Set()).add(role))
  // One word for everybody who speaks tells nothing: more was said on that line than could be told apart.
  const isAll =
    said.size === people.size && people.size > 1 && new Set([...said.values()].flatMap((all) => [...all])).size === 1
  if (isAll) return new Map()
  const declared = new Map<string, DeclaredRole>()
  for (const [name, [role, other]] of said) if (role !== undefined && other === undefined) declared.set(name, role)
  return declared
}

/** Words, and what they say that somebody in them does. */
interface Statement {
  readonly role: DeclaredRole
  readonly words: string
}

function statementsOf(head: Iterable<string>): readonly Statement[] {
  const found: Statement[] = []
  /** Said on a line of its own, of whoever stands on the next one. */
  let above: DeclaredRole | null = null
  let count = 0
  for (const line of head) {
    if (++count > MOST_LINES) break
    for (const part of line.length > LONGEST_LINE ? [] : line.split(PARTING)) {
      const [first = '', ...others] = part.trim().split(JOINT)
      const rest = others.join(' ').trim()
      const [of, is] = [roleOf(first), roleOf(rest)]
      if (of !== null && rest !== '') found.push({ role: of, words: rest })
      else if (is !== null) found.push({ role: is, words: first })
      else if (of === null && above !== null) found.push({ role: above, words: part })
      above = of !== null && rest === '' ? of : null
    }
  }
  return found
}

/** The role that words stand for which say nothing else; a single letter says nothing. */
function roleOf(words: string): DeclaredRole | null {
  const word = words.replace(/[)）\]】]+$/u, '').trim()
  if (word.length < 2 || word.length > LONGEST_WORD || /^[A-Z]\d+$/u.test(word)) return null
  for (const [role, pattern] of WORDS)
    if (pattern.test(word) && word.replace(pattern, '').replace(BESIDE, '') === '') return role
  return null
}

/** As a word of its own; a few capitals also stand for the names that begin with them. */
function isNamedIn(name: string, words: string): boolean {
  if (/\p{sc=Han}/u.test(name)) return name.length >= 2 && words.includes(name)
  const beginnings = words.match(/(?<![\p{Lu}\p{Ll}])\p{Lu}(?=\p{Ll}|\.)/gu)?.join('') ?? ''
  if (/^\p{Lu}{2,3}$/u.test(name) && beginnings.includes(name)) return true
  for (let at = words.indexOf(name); at !== -1; at = words.indexOf(name, at + 1)) {
    const [before, behind] = [words.slice(0, at).at(-1) ?? '', words.charAt(at + name.length)]
    if (!/[\p{Lu}\p{Ll}\p{N}]/u.test(before + behind)) return true
  }
  return false
}
