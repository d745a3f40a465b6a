/** The page in a web archive. */
interface ArchivedPage {
  readonly bytes: Uint8Array
  /** As the part declares it, or `null`. */
  readonly charset: string | null
}

/** Parts beyond these are not looked through. */
const MOST_PARTS = 2000

/**
 * Takes the page out of a web archive (MHTML, RFC 2557): all of it if it has one part alone, else its
 * first part of type HTML, of the boundaries of MIME (RFC 2046, section 5.1), decoded from base64 or quoted-printable (RFC 2045,
 * section 6). `null` if there is none.
 */
export function htmlInArchive(bytes: Uint8Array): ArchivedPage | null {
  // One character a byte, so that each part can be made bytes again.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const top = readHeaders(text, 0)
  if (/^text\/html\b/iu.test(top.headers.get('content-type') ?? '')) {
    return { bytes: decodeBody(text.slice(top.end), top.headers), charset: parameterOf(top.headers, 'charset') }
  }
  let boundary = parameterOf(top.headers, 'boundary')
  let at = top.end
  for (let parts = 0; boundary !== null && parts < MOST_PARTS; parts++) {
    const mark = text.indexOf(`--${boundary}`, at)
    if (mark === -1) return null
    const lineEnd = text.indexOf('\n', mark)
    if (lineEnd === -1) return null
    const { headers, end } = readHeaders(text, lineEnd + 1)
    at = end
    const type = headers.get('content-type') ?? ''
    if (/^multipart\//iu.test(type)) {
      boundary = parameterOf(headers, 'boundary') ?? boundary
      continue
    }
    if (!/^(?:text\/html|application\/xhtml\+xml)\b/iu.test(type)) continue
    const next = text.indexOf(`\n--${boundary}`, end)
    const body = text.slice(end, next === -1 ? text.length : next)
    return { bytes: decodeBody(body, headers), charset: parameterOf(headers, 'charset') }
  }
  return null
}

type Headers = ReadonlyMap<string, string>

/** Headers from `start` to the first empty line; `end` stands behind it. */
function readHeaders(text: string, start: number): { readonly headers: Headers; readonly end: number } {
  const blank = /\r?\n\r?\n|\r\r/gu
  blank.lastIndex = Math.max(0, start - 1)
  const found = blank.exec(text.length > start + 65_536 ? text.slice(0, start + 65_536) : text)
  const end = found === null ? text.length : found.index + found[0].length
  const headers = new Map<string, string>()
  // A line that begins with a blank goes on with the one before.
  for (const line of text
    .slice(start, end)
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, end }
}

function parameterOf(headers: Headers, name: string): string | null {
  const match = new RegExp(String.raw`;\s*${name}\s*=\s*(?:"([^"]*)"|([^\s;]+))`, 'iu').exec(
    headers.get('content-type') ?? '',
  )
  const value = match?.[1] ?? match?.[2] ?? ''
  return value === '' ? null : value
}

function decodeBody(body: string, headers: Headers): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? ''
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const joined = body.replace(/=[ \t]*\r?\n/gu, '')
  const plain = joined.replace(/=([\dA-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
