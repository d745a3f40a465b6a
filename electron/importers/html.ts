import { type Extraction, type ExtractionOptions, failed } from './extraction.ts'
import { htmlInArchive } from './html/archive.ts'
import { decodeHtml } from './html/encoding.ts'
import { parsePage } from './html/page.ts'
import { isHtmlArchive } from './html/signs.ts'
import { writePage } from './html/walk.ts'
import { lineEndsOf } from './plain-text.ts'

/**
 * Makes source text of what is seen of a page: its paragraphs as lines, with headings, bold text,
 * links and the like as styles, and what belongs to the page's frame set aside. Also reads pages
 * saved with their parts in one file. Throws a RangeError for an encoding that does not exist.
 */
export function readHtml(bytes: Uint8Array, options: ExtractionOptions): Extraction {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  if (!isHtmlArchive(head)) return readPage(bytes, options.encoding)
  const part = htmlInArchive(bytes)
  if (part === null) return failed('damaged', 'a web archive without a page in it')
  return readPage(part.bytes, options.encoding ?? part.charset)
}

function readPage(bytes: Uint8Array, encoding: string | null): Extraction {
  const decoded = decodeHtml(bytes, encoding)
  const page = parsePage(withoutSelfClosing(decoded.text))
  if (page === null) return failed('damaged', 'its markup makes more elements than any page has')
  const { text, structure } = writePage(page)
  if (!/\S/u.test(text)) return failed('empty', 'a page that shows no text')
  return {
    kind: 'text',
    text,
    structure,
    encoding: decoded.encoding,
    certainty: decoded.certainty,
    lineEnds: lineEndsOf(decoded.text),
    undecodable: decoded.undecodable,
  }
}

/** Elements that hold nothing in HTML either. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/iu
const SELF_CLOSED = /<([a-z][\w:-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)\/>/giu

/** In XHTML `<script src="…"/>` is closed; HTML would take the rest of the page for its content. */
function withoutSelfClosing(text: string): string {
  if (!/^\s*<\?xml\s/u.test(text.slice(0, 256))) return text
  return text.replace(SELF_CLOSED, (whole, name: string, attributes: string) => {
    return VOID.test(name) ? whole : `<${name}${attributes}></${name}>`
  })
}
