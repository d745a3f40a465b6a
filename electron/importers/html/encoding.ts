import { type Decoded, decode, decodeWith } from '#electron/importers/encodings/decode.ts'
import { outweighs, raisesDoubt } from '#electron/importers/encodings/weigh-declared.ts'

/** A declaration further down is not looked for; the HTML standard (section 13.2.3.2) asks for 1024 bytes at least. */
const PRESCANNED = 8192
/** A file that was cut or patched has a few faulty sequences; other encodings are faulty throughout. */
const FAULTS_IN_UTF8 = 0.02
/** So few characters may be faultless UTF-8 by chance. */
const FEW = 8

/**
 * Decodes a page: by what somebody chose, by byte-order mark, by its own declaration as long as
 * the bytes do not clearly contradict it, else by detection. Throws a RangeError for an unknown choice.
 */
export function decodeHtml(bytes: Uint8Array, chosen: string | null): Decoded {
  if (chosen !== null) {
    const decoded = decodeWith(bytes, chosen)
    if (decoded === null) throw new RangeError(`no encoding is called ${chosen}`)
    return decoded
  }
  const label = hasMark(bytes) ? null : declaredEncoding(bytes)
  const declared = label === null ? null : decodeWith(bytes, label)
  if (declared === null) return decode(bytes)

  if (declared.encoding === 'utf-8') {
    const { text, undecodable } = declared
    return undecodable <= FAULTS_IN_UTF8 * countNonAscii(text, Number.POSITIVE_INFINITY) ? declared : decode(bytes)
  }
  const utf8 = decodeWith(bytes, 'utf-8')
  const isOneByte = /^(?:windows-|iso-8859-|koi8-|macintosh|x-mac|ibm866)/u.test(declared.encoding)
  const enough = isOneByte ? 1 : FEW
  if (utf8?.undecodable === 0 && countNonAscii(utf8.text, enough) >= enough) return decode(bytes)
  const detected = decode(bytes)
  if (detected.text === declared.text) return declared
  if (outweighs(bytes, detected.encoding, declared.encoding)) {
    // The declaration is wrong, but which other encoding is right is not clear.
    return detected.certainty === 'unsure' ? { ...declared, certainty: 'unsure' } : detected
  }
  if (declared.undecodable === 0) {
    const isDoubtful = detected.certainty !== 'unsure' || raisesDoubt(bytes, declared.encoding)
    return isDoubtful ? { ...declared, certainty: 'unsure' } : declared
  }
  return detected.undecodable < declared.undecodable ? detected : declared
}

function hasMark([first, second, third]: Uint8Array): boolean {
  if (first === 0xef && second === 0xbb && third === 0xbf) return true
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function countNonAscii(text: string, enough: number): number {
  let count = 0
  for (let at = 0; at < text.length && count < enough; at++) if (text.charCodeAt(at) > 0x7f) count++
  return count
}

const META = /<meta(?=[\s/])(?:[^<>"']|"[^"]*"|'[^']*')*>/giu

/**
 * The encoding that a page declares in its first bytes, as written: in its XML declaration or in
 * `<meta>` (HTML standard, section 13.2.3.2, "prescan a byte stream"); `null` if it does not.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, PRESCANNED), (byte) => String.fromCharCode(byte)).join('')
  const xml = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']\s*([\w:.-]+)/iu.exec(head)?.[1]
  if (xml !== undefined) return readable(xml)
  for (const [tag] of head.replace(/<!--.*?(?:-->|$)/gsu, '').matchAll(META)) {
    const attributes = attributesOf(tag)
    const charset = attributes.get('charset')
    if (charset !== undefined) return readable(charset)
    if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') continue
    const inContent = /charset\s*=\s*["']?\s*([\w:.-]+)/iu.exec(attributes.get('content') ?? '')?.[1]
    if (inContent !== undefined) return readable(inContent)
  }
  return null
}

const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of tag.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), (double ?? single ?? bare ?? '').trim())
  }
  return attributes
}

/** What says in ASCII that it is UTF-16 is not; the standard takes it for UTF-8. */
function readable(label: string): string {
  if (/^(?:utf-?16|unicode|ucs-?2|iso-10646-ucs-2)/iu.test(label)) return 'utf-8'
  return /^x-user-defined$/iu.test(label) ? 'windows-1252' : label
}
