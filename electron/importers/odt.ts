import { type Extraction, type FailedExtraction, failed } from './extraction.ts'
import { OdtReader } from './odt/body.ts'
import { readXml } from './xml/reader.ts'
import { isZip, ZipEntries } from './xml/zip-entries.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'
const PREFIX = /^urn:oasis:names:tc:opendocument:xmlns:(office|text|table|style|drawing):1\.0$/u

function odtPrefix(uri: string): string {
  const name = PREFIX.exec(uri)?.[1] ?? ''
  return name === 'drawing' ? 'draw' : name
}

/** Tells an OpenDocument text or template, packed (.odt, .ott) or flat (.fodt), by its content. */
export function isOdt(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16 * 1024)).toString('latin1')
  if (!isZip(bytes)) return /<(?:\w+:)?document\s/u.test(head) && head.includes(`mimetype="${MEDIA_TYPE}`)
  if (head.includes(`mimetype${MEDIA_TYPE}`)) return true
  const zip = ZipEntries.open(bytes)
  if ('kind' in zip) return false
  // The type stands in a part of its own; where that was left out, in the list of parts.
  const type = zip.read('mimetype')
  const list = type.kind === 'bytes' ? type : zip.read('META-INF/manifest.xml')
  return list.kind === 'bytes' && Buffer.from(list.bytes).includes(MEDIA_TYPE)
}

/**
 * Makes source text of an OpenDocument text (ISO 26300, OpenDocument 1.3). Notes and comments follow
 * the body, each set aside. Headers and footers follow those, since an interview's number or date
 * often stands nowhere else. A table cell that is said to be repeated is written once.
 */
export function readOdt(bytes: Uint8Array): Extraction {
  const parts = isZip(bytes) ? partsOf(bytes) : [bytes]
  if ('kind' in parts) return parts
  const reader = new OdtReader()
  let encoding = 'utf-8'
  let undecodable = 0
  for (const part of parts) {
    const read = readXml(part, odtPrefix, reader)
    if (read.kind === 'failed') return read
    encoding = read.encoding
    undecodable += read.undecodable
  }

  return {
    kind: 'text',
    ...reader.main.finish(reader.notes, reader.heads),
    encoding,
    certainty: 'certain',
    lineEnds: 'none',
    undecodable,
  }
}

/** The styles, if there are any, and then the content. */
function partsOf(bytes: Uint8Array): readonly Uint8Array[] | FailedExtraction {
  const zip = ZipEntries.open(bytes)
  if ('kind' in zip) return zip
  const manifest = zip.read('META-INF/manifest.xml')
  if (manifest.kind === 'failed') return manifest
  if (manifest.kind === 'bytes' && isEncrypted(manifest.bytes)) return failed('encrypted')
  const styles = zip.read('styles.xml')
  if (styles.kind === 'failed') return styles
  const content = zip.read('content.xml')
  if (content.kind === 'failed') return content
  if (content.kind === 'absent') return failed('damaged', 'content.xml is missing')
  return styles.kind === 'bytes' ? [styles.bytes, content.bytes] : [content.bytes]
}

/** OpenDocument 1.3 part 2, 4.4: the list of parts says of each how it is encrypted. A faulty list is no obstacle. */
function isEncrypted(manifest: Uint8Array): boolean {
  let found = false
  const open = ({ name }: { readonly name: string }): boolean => {
    found ||= name === 'encryption-data'
    return true
  }
  readXml(manifest, () => '', { open, close: () => {}, text: () => {} })
  return found
}
