import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { Cue, CuePart, RawCue } from './cue.ts'

/** Spans of WebVTT (section 4.2.2) and the tags of HTML that other captions hold. */
const KNOWN_TAGS = new Set('c i b u s v lang ruby rt rp font span p div em strong small big sub sup a tt'.split(' '))
/** A line ends also where a mark says that somebody else speaks, who may do so in mid-line. */
const LINE_END = /\n|[ \t](?=>{2,3}[\s\p{L}])/u
const TAG = /<([^<>]*)>/gu
const TAG_PARTS = /^(\/?)([^\s./]*)(.*)$/su
const TIMESTAMP = /^\d[\d:.,]*$/u
/** Positions and looks that SubRip borrows from SubStation Alpha, as the line break `\N`: `{\an8}`; and its own, `{b}`. */
const OVERRIDE = /\{(?:\\[^{}]*|\/?[bius])\}/gu
/** What markup begins with, and marks of speakers in mid-line; most cues hold neither. */
const MARKUP = /[<{&\\>]/u
const REFERENCE = /&(?:#\d{1,8}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]{1,31});?/gu

/**
 * Takes the markup off a cue's payload: voices part it, line breaks stay, all other tags go. Where
 * HTML is only tolerated, as outside of WebVTT, character references need their semicolon.
 */
export function cleanCue(raw: RawCue, isWebVtt: boolean): Cue {
  const { from, to, speaker } = raw
  if (!raw.payload.some((line) => MARKUP.test(line))) {
    const lines = raw.payload.map((line) => line.trim())
    return { from, to, speaker, parts: [{ voice: null, lines }] }
  }
  const decode = (text: string): string => decodeReferences(text, !isWebVtt)
  const payload = raw.payload.join('\n').replace(OVERRIDE, '')
  const marked = isWebVtt ? payload : payload.replaceAll('\\N', '\n')
  let closed: ReadonlySet<string> | null = null

  const parts: CuePart[] = []
  let voice: string | null = null
  let text = ''
  let isAnnotation = false
  let at = 0
  const add = (piece: string): void => {
    if (!isAnnotation) text += piece
  }
  const finish = (): void => {
    const lines = decode(text)
      .split(LINE_END)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (lines.length > 0) parts.push({ voice, lines })
    text = ''
  }
  for (const match of marked.matchAll(TAG)) {
    const [whole, inner = ''] = match
    const [, slash = '', rawName = '', rest = ''] = TAG_PARTS.exec(inner) ?? []
    const name = rawName.toLowerCase()
    add(marked.slice(at, match.index))
    at = match.index + whole.length
    if (name === 'v' && slash === '') {
      finish()
      voice = nameOf(decode(rest))
    } else if (name === 'br') add('\n')
    else if (name === 'rt' || name === 'rp') isAnnotation = slash === ''
    else if (name === 'ruby') isAnnotation = false
    else if (!KNOWN_TAGS.has(name) && !isEmptyTag(name, rest)) {
      closed ??= closedNames(marked)
      if (!closed.has(name)) add(whole)
    }
  }
  add(marked.slice(at))
  finish()
  return { from, to, speaker, parts }
}

function isEmptyTag(name: string, rest: string): boolean {
  return TIMESTAMP.test(name + rest) || (name === '' && rest.trim() === '')
}

/** What stands in pointed brackets and is nowhere closed was written by a person: `<laughs>`. */
function closedNames(text: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [, name = ''] of text.matchAll(/<\/([^<>\s./]+)/gu)) names.add(name.toLowerCase())
  return names
}

/** The annotation of a voice span, behind its classes: `.loud.first Jane Doe`. */
function nameOf(annotation: string): string | null {
  const name = annotation
    .replace(/^(?:\.\S*)?\s*/u, '')
    .replace(/[<>\s]+/gu, ' ')
    .trim()
  return name === '' ? null : name
}

const decoded = new Map<string, string>()

/** Character references as HTML has them: WebVTT, section 6.4, refers to HTML, section 13.2.5.72. */
function decodeReferences(text: string, isStrict: boolean): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (reference) => {
    if (isStrict && !reference.endsWith(';')) return reference
    const known = decoded.get(reference)
    if (known !== undefined) return known
    const node: DefaultTreeAdapterTypes.ChildNode | undefined = parseFragment(reference).childNodes[0]
    const value = node !== undefined && 'value' in node ? node.value : ''
    if (decoded.size < 4096) decoded.set(reference, value)
    return value
  })
}
