import type { Label } from './conventions.ts'

/** `以下简称记`, `hereafter JR`: the first time says what a person is called from then on. */
const SAID =
  /(?:简称|簡稱|下称|下稱|略称)(?:为|為)?[：:“"「『'\s]*([^”"」』'\s，,]{1,12})|\b(?:here(?:in)?after|henceforth)\s+(?:as\s+)?[“"']?([^”"'\s,]{1,12})/iu

/**
 * Labels by the names that people have in full, where the first label of a person says what is short for it:
 * `记者王岚（以下简称记）：`, then `记：`; `Jane Roe (JR):`, then `JR:`.
 */
export function withFullNames(labels: readonly Label[]): readonly Label[] {
  const full = new Map<string, string>()
  const twice = new Set<string>()
  for (const { speaker, affiliation } of labels) {
    if (affiliation === '' || speaker === null) continue
    const short = shortIn(affiliation, speaker)
    if (short === null || short === speaker) continue
    if ((full.get(short) ?? speaker) !== speaker) twice.add(short)
    full.set(short, speaker)
  }
  for (const short of twice) full.delete(short)
  if (full.size === 0 || !labels.some(({ speaker }) => speaker !== null && full.has(speaker))) return labels
  return labels.map((label): Label => {
    const { speaker, affiliation } = label
    if (speaker === null) return label
    const name = full.get(speaker)
    if (name !== undefined) return { ...label, speaker: name, person: name }
    const short = affiliation === '' ? null : shortIn(affiliation, speaker)
    return short !== null && full.get(short) === speaker ? { ...label, affiliation: '' } : label
  })
}

/** What is said to be short for a name, or looks like it: its initials, one of its characters. */
function shortIn(affiliation: string, name: string): string | null {
  const said = SAID.exec(affiliation)
  if (said !== null) return said[1] ?? said[2] ?? null
  if (/^\p{sc=Han}$/u.test(affiliation)) return name.includes(affiliation) ? affiliation : null
  const initials = name.match(/(?<!\p{L})\p{Lu}/gu)?.join('') ?? ''
  return affiliation.length >= 2 && affiliation.replace(/\./gu, '') === initials ? affiliation : null
}
