import { isUtf8 } from 'node:buffer'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { labelOf } from '#electron/importers/encodings/labels.ts'
import { type FailedExtraction, failed } from '#electron/importers/extraction.ts'

/** An element that has just begun. */
export interface XmlElement {
  /** Prefix and local name; the prefix is the importer's own for the element's namespace, whatever the file uses. */
  readonly name: string
  /** The name of the element around it, or '' for the root. */
  readonly parent: string
  /** The value of the attribute of this local name. */
  attribute(local: string): string | undefined
  /** The namespace that a prefix stands for here. */
  namespaceOf(prefix: string): string | undefined
}

export interface XmlHandler {
  /** Answers whether the element's content is wanted: if not, nothing inside is told, nor its end. */
  open(element: XmlElement): boolean
  close(name: string): void
  text(text: string): void
}

/** What was read, and how its bytes were decoded. */
export interface XmlRead {
  readonly kind: 'read'
  /** WHATWG label of the encoding that the file states, `utf-8` where it states none. */
  readonly encoding: string
  /** How many sequences could not be decoded and were read as U+FFFD. */
  readonly undecodable: number
}

const CHUNK = 64 * 1024

/** No office program nests anything like this deep. The parser looks namespaces up from the inside out. */
const MOST_DEPTH = 512

/** Thrown to leave the parser, and caught where it was called. */
class XmlFault extends Error {}

/**
 * Reads XML from beginning to end and tells a handler of it, without building a tree. `prefixOf`
 * names the prefix under which the importer knows a namespace, '' for one it does not know. Fails
 * with `damaged` where the XML is not well-formed. A document type is passed over and what it
 * declares is not known, so there is nothing that could expand; saxes resolves no external entities.
 */
export function readXml(
  bytes: Uint8Array,
  prefixOf: (uri: string) => string,
  handler: XmlHandler,
): XmlRead | FailedExtraction {
  const encoding = encodingOf(bytes)
  const decoder = new TextDecoder(encoding)
  const parser = parserFor(prefixOf, handler)
  let replaced = 0
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const text = decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length })
      if (text.includes('\ufffd')) replaced += text.split('\ufffd').length - 1
      parser.write(text)
    }
    parser.close()
  } catch (error) {
    if (error instanceof XmlFault) return failed('damaged', error.message)
    throw error
  }
  return { kind: 'read', encoding, undecodable: replaced > 0 && !isFaultless(bytes, encoding) ? replaced : 0 }
}

function parserFor(
  prefixOf: (uri: string) => string,
  handler: XmlHandler,
): SaxesParser<{ xmlns: true; position: false }> {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const names: string[] = []
  // How many elements are open inside the outermost one that is not wanted, that one included.
  let unwanted = 0

  parser.on('error', (error) => {
    throw new XmlFault(`not well-formed XML: ${error.message}`)
  })
  parser.on('opentag', (tag) => {
    if (names.length + unwanted >= MOST_DEPTH) throw new XmlFault('XML elements are nested too deep')
    if (unwanted > 0) {
      unwanted++
      return
    }
    const prefix = prefixOf(tag.uri)
    const name = prefix === '' ? tag.local : `${prefix}:${tag.local}`
    const element: XmlElement = {
      name,
      parent: names.at(-1) ?? '',
      attribute: (local) => attributeOf(tag, local),
      namespaceOf: (wanted) => parser.resolve(wanted),
    }
    if (handler.open(element)) names.push(name)
    else unwanted = 1
  })
  parser.on('closetag', () => {
    if (unwanted > 0) {
      unwanted--
      return
    }
    const name = names.pop()
    if (name !== undefined) handler.close(name)
  })
  const tell = (text: string): void => {
    if (unwanted === 0 && names.length > 0) handler.text(text)
  }
  parser.on('text', tell)
  parser.on('cdata', tell)
  return parser
}

function attributeOf(tag: SaxesTagNS, local: string): string | undefined {
  for (const name in tag.attributes) {
    const attribute = tag.attributes[name]
    if (attribute?.local === local && attribute.prefix !== 'xmlns') return attribute.value
  }
  return undefined
}

/** XML 1.0, appendix F: by mark, by the form of the first characters, by declaration, else UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (head.startsWith('\xef\xbb\xbf')) return 'utf-8'
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/u.exec(head)?.[1]
  const label = declared === undefined ? undefined : decodableLabel(declared)
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return label === undefined || label.startsWith('utf-16') ? 'utf-8' : label
}

/** The label of an encoding that the platform decodes piece by piece. */
function decodableLabel(name: string): string | undefined {
  try {
    return new TextDecoder(labelOf(name)).encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function isFaultless(bytes: Uint8Array, encoding: string): boolean {
  // The decoder of Electron 25 crashes on broken UTF-8 that it is to refuse.
  if (encoding === 'utf-8') return isUtf8(bytes)
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length })
    }
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
