import type { LabelForm } from './label-candidate.ts'

interface PartedLabel {
  readonly form: LabelForm
  readonly length: number
}

const TITLE =
  '(?:M(?:RS?|S|ISS)?|DR|PROF|M(?:rs?|s|iss|mes?|M|lle|es?|x)|Dr|Prof|Senator|Representative|Chairman|Chairwoman|The|El|La|O|A|Os|As|Sr|Sra|SR|SRA)'
const ADDRESS_ONLY = new RegExp(String.raw`^(?:${TITLE}\.?\s)*${TITLE}\.$`, 'u')
const CAPITAL_WORD = String.raw`\p{Lu}[\p{Lu}'’.-]+`
const BRACKETED = String.raw`(?:\s?\([^()]{1,60}\))?`
/** Behind the full stop begins a sentence, which is not all capitals. */
const SENTENCE = String.raw`(?=\s+["“„«(—–-]?[\p{Lu}\d¿¡](?:[\p{Ll}’',\s\d?]|\p{Lu}\p{Ll}|$))`
/** All letters upper case, and a sentence behind the full stop. */
const BARE_CAPITALS = new RegExp(
  String.raw`^(?:${TITLE}\.?\s){0,2}\p{Lu}[\p{Lu}'’-]+(?:\s(?:\p{Lu}[\p{Lu}'’.-]*|d[eai]l?|von)){0,4}(?:,\s[^.:]{2,60})?${BRACKETED}\.${SENTENCE}`,
  'u',
)
const TITLED_CAPITALS = new RegExp(
  String.raw`^${TITLE}\.?\s+${CAPITAL_WORD}(?:\s\p{Lu}[\p{Lu}'’-]+){0,3}(?:\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?\.(?=\s)`,
  'u',
)
/** `M. le président.`, `Mme Anne Morel, rapporteure.`, as French assemblies print it. */
const TITLED =
  /^(?:M|Mmes?|MM|Mlle|Me|Mrs?|Ms|Dr)\.?\s(?:(?:l[ea]s?\s|l['’])[^.!?:;]{2,60}|\p{Lu}[\p{L}'’-]*(?:\s(?:d[eu]|la|le|des|von|van)\b|\s?d['’])?(?:\s?\p{Lu}[\p{L}'’-]*){0,4}(?:,\s[^.!?:;]{2,60})?)(?:\s\([^()]{1,60}\))?\.(?=\s+[–—]?\s*[«“"(\p{Lu}]|$)/u
/** `Chairman Delgado.`, `The Clerk.`, as the committees of a congress print them. */
const TITLED_CASED =
  /^(?:(?:Vice\s)?(?:Chair(?:man|woman|person)?|President|Senator|Representative|Delegate|Congress(?:man|woman)|Secretary|Ambassador|Governor|Mayor|General|Admiral|Colonel|Judge|Justice|Commissioner|Director|Sheriff|Rabbi|Sister|Father|Chief)\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]*){0,2}|The\s(?:(?:Acting|Vice|Deputy)\s)?(?:Chair(?:man|woman|person)?|Clerk|Speaker|President|Presiding Officer|Secretary|Reporter|Court|Witness|Moderator|Bailiff|Sheriff)(?:\spro\stempore)?)\.(?=\s+["“]?\p{Lu})/u
/** `BAŞKAN – …`, `O SR. PRESIDENTE (João Alves) – …`: a dash parts a name in capitals from what is said. */
const DASHED = new RegExp(
  String.raw`^(?:\p{Lu}[\p{Ll}]?\.?\s){0,2}\p{Lu}[\p{Lu}'’.-]+(?:\s(?:\p{Lu}[\p{Lu}'’.-]*|d[aeo]s?)){0,5}${BRACKETED}\s?[–—-](?=\s+\S)`,
  'u',
)
/** `Ines Marsh — …`: a name, and a sentence behind the dash. */
const DASHED_NAME = /^\p{Lu}[\p{L}'’.]+(?:\s\p{Lu}[\p{L}'’.-]+){0,3}\s[–—](?=\s["“„«¿¡]?\p{Lu})/u
/** `Interviewer - …`, `Participant 4 - …`: with a plain hyphen only what people are called in interviews. */
const PERSON_AND_HYPHEN =
  /^(?:Interviewe[re]|Moderator|Facilitator|Researcher|Respondent|Participant|Speaker|Host|Guest|Informant|Student|Teacher|Nurse|Doctor|Patient|Client|Therapist)(?:\s\d{1,3}|\s[A-Z])?\s-(?=\s\S)/u
/** `Ministra Portavoz.- …`, `P.- …`: a full stop and a dash, as Spanish press offices print it. */
const STOP_AND_DASH =
  /^\p{Lu}[\p{L}'’-]*(?:\s(?:\p{Lu}[\p{L}'’.-]*|d[aeo]s?|del|la|el|l[ao]s|[ye])){0,6}\.\s?[-–—](?=\s+[^\s\p{Ll}])/u
/** `Ines Marsh, Member of the Commission. – …`, `Ines Marsh (ABC). – …`, as the European Parliament prints it. */
const OFFICE_AND_DASH =
  /^\p{Lu}[\p{L}'’.-]+(?:\s(?:\p{Lu}[\p{L}'’.-]*|d[aeo]s?|v[ao]n|der?|la|le)){0,5}(?:\s?\([^()]{1,60}\))?(?:,\s[^.:]{2,80})?\.\s[–—](?=\s["“„«¿¡(]?\p{Lu})/u
/** `Орлов Н. В., фракция …. Спасибо.`, `Председательствующий. …`, as the Russian parliament prints it. */
const SURNAME_FIRST =
  /^(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\.\s?\p{Lu}\.(?:,\s\p{Ll}[^.:!?]{2,80}\.))(?=\s["«]?\p{Lu})|^Председательству[а-я]+\.(?=\s)/u
const CYRILLIC = 0x400
const EAST_ASIAN_NAME = /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}ー・·A-Za-z]{1,10}(?:\u3000+|\t+)(?=[^\s\u3000])/u
/** `林　海　生　　…`, `何　　苗　　…`: the blanks inside of a name are all as wide as each other. */
const SPACED_OUT_NAME = /^\p{sc=Han}(\u3000{1,3})\p{sc=Han}(?:\1\p{sc=Han}){0,2}\u3000+(?=[^\s\u3000])/u
/** A name of two or three characters, parted so that it is as wide as longer ones; its colon comes behind. */
const SPACED_OUT = /^\p{sc=Han}(?:\u3000+\p{sc=Han}){1,3}\s*[:：﹕︰（(【［]/u
const LATIN_CELL = /^(?:\p{L}[\p{L}\p{M}\d'’.,()-]*(?: [\p{L}\p{M}\d'’.,()&-]+){0,5})\t+(?=\S)/u
const CELLS = /^((?:\[?\(?\d[\d:.,]*\)?\]?\t+){0,3})([^\t]{0,47}[^\t:：])\t+(?=\S)/u

/**
 * Labels that a tab, a wide blank, a dash or a full stop parts from what is said. Most of them mean
 * nothing unless they come again.
 */
export function matchPartedLabel(head: string): PartedLabel | null {
  const first = head.charCodeAt(0)
  if (head.includes('\t')) {
    const cells = CELLS.exec(head)
    if (cells !== null && (cells[1] !== '' || LATIN_CELL.test(head))) return { form: 'cell', length: cells[0].length }
  }
  if (first >= 0x2e80) {
    if (!hasWideBlank(head) || isSpacedOut(head)) return null
    return labelOf('spaced', SPACED_OUT_NAME.exec(head) ?? EAST_ASIAN_NAME.exec(head))
  }
  if (!/\p{Lu}/u.test(head.charAt(0)) || !mayBeParted(head)) return null
  return (
    labelOf('capitals', /\. [–—]/u.test(head) ? OFFICE_AND_DASH.exec(head) : null) ??
    labelOf(
      'dashed',
      DASHED.exec(head) ??
        DASHED_NAME.exec(head) ??
        (head.includes(' - ') ? PERSON_AND_HYPHEN.exec(head) : null) ??
        STOP_AND_DASH.exec(head),
    ) ??
    labelOf(
      'capitals',
      named(TITLED_CAPITALS, head) ??
        named(BARE_CAPITALS, head) ??
        named(TITLED, head) ??
        TITLED_CASED.exec(head) ??
        (first >= CYRILLIC ? SURNAME_FIRST.exec(head) : null),
    )
  )
}

/** Behind a name of ten characters at most, each of which may take two units. */
function hasWideBlank(head: string): boolean {
  const end = Math.min(head.length, 21)
  for (let at = 1; at < end; at++) {
    const code = head.charCodeAt(at)
    if (code === 0x3000 || code === 0x09) return true
  }
  return false
}

/** Nothing but a bracket lets what parts a name from speech stand behind a colon. */
function mayBeParted(head: string): boolean {
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at)
    if (code === 0x3a) return false
    if (code === 0x2e || code === 0x28 || code === 0x2d || code === 0x2013 || code === 0x2014) return true
  }
  return false
}

/** `记　者：`: wide blanks part the characters of a name, not the name from what is said. */
export function isSpacedOut(head: string): boolean {
  return head.charCodeAt(1) === 0x3000 && SPACED_OUT.test(head)
}

/** A full stop behind a form of address parts nothing. */
function named(pattern: RegExp, head: string): RegExpExecArray | null {
  const match = pattern.exec(head)
  return match !== null && ADDRESS_ONLY.test(match[0]) ? null : match
}

function labelOf(form: LabelForm, match: RegExpExecArray | null): PartedLabel | null {
  return match === null ? null : { form, length: match[0].trimEnd().length }
}
