import { AkomaNtosoReader } from './akoma-ntoso/body.ts'
import type { Extraction } from './extraction.ts'
import { readXml } from './xml/reader.ts'

/** Tells an Akoma Ntoso file by its root element, which has this name in all versions. */
export function isAkomaNtoso(bytes: Uint8Array): boolean {
  // Without its NUL bytes and mark, UTF-16 reads like ASCII here.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16 * 1024))
    .toString('latin1')
    .replace(/\0|^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/gu, '')
  return /^\s*</u.test(head) && /<(?:[\w.-]+:)?akomaNtoso[\s>]/u.test(head)
}

/**
 * Makes source text of an Akoma Ntoso file (OASIS LegalDocML 1.0 and its drafts), with debates in
 * mind: each block of text is a line, blanks folded as in any XML of its kind. Who speaks is noted
 * beside each speech: as it is printed (`from`, which stands as a line of the text too), else as the
 * reference (`by`) says. What stands before the debate (`coverPage`, `preface`) is set aside, notes too, at the end.
 */
export function readAkomaNtoso(bytes: Uint8Array): Extraction {
  const reader = new AkomaNtosoReader()
  // Names of elements are the same in all versions, their namespaces differ.
  const read = readXml(bytes, () => '', reader)
  if (read.kind === 'failed') return read
  const { encoding, undecodable } = read
  return {
    kind: 'text',
    ...reader.main.finish(reader.notes),
    encoding,
    certainty: 'certain',
    lineEnds: 'none',
    undecodable,
  }
}
