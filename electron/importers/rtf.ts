import { isUtf8 } from 'node:buffer'
import { decode } from './encodings/decode.ts'
import { outweighs } from './encodings/weigh-declared.ts'
import type { CodePage } from './encodings/windows-code-pages.ts'
import { type Extraction, failed } from './extraction.ts'
import { RtfReader, type RtfReport } from './rtf/reader.ts'
import { SourceTextBuilder } from './source-text-builder.ts'
import { ParagraphWriter } from './xml/paragraph-writer.ts'

const BEGINNING = '{\\rtf'

/** Tells whether a file is RTF by its first bytes; a byte-order mark or blank space may stand before them. */
export function isRtf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  return head.replace(/^(?:\xef\xbb\xbf)?\s*/u, '').startsWith(BEGINNING)
}

/**
 * Makes source text of an RTF file (Rich Text Format Specification 1.9.1), each paragraph a line.
 * Pictures and deleted text are left out; text boxes stand behind the text, then notes and comments, then
 * headers and footers, which are set aside. The encoding is the code page in which most text is written that
 * is neither ASCII nor Unicode escapes; where its bytes clearly contradict it, it is what they are instead.
 */
export function readRtf(bytes: Uint8Array): Extraction {
  const raw = rawBytes(bytes)
  const declared = follow(bytes, raw, new Map())
  const { codePage, sample } = declared.report
  const detected = codePage === null ? null : contradicting(sample, codePage)
  const { builder, report } =
    codePage === null || detected === null ? declared : follow(bytes, raw, new Map([[codePage, detected]]))
  if (report.isTooDeep) return failed('damaged', 'groups are nested too deeply')
  appendHeads(builder, report.heads)
  return {
    kind: 'text',
    ...builder.build('paragraphs'),
    encoding: report.codePage ?? 'utf-8',
    certainty: detected === null ? 'certain' : 'likely',
    lineEnds: 'none',
    undecodable: report.undecodable,
  }
}

function follow(
  bytes: Uint8Array,
  raw: RawBytes,
  instead: ReadonlyMap<CodePage, CodePage>,
): { readonly builder: SourceTextBuilder; readonly report: RtfReport } {
  const builder = new SourceTextBuilder()
  return { builder, report: new RtfReader(bytes, new ParagraphWriter(builder), raw, instead).read() }
}

/** Programs that know one language alone say of any text that it is Western. */
function contradicting(sample: Uint8Array, codePage: CodePage): CodePage | null {
  const { encoding, certainty } = decode(sample)
  return certainty !== 'unsure' && encoding !== codePage && outweighs(sample, encoding, codePage) ? encoding : null
}

/** Each once, and those with letters alone: a bare page number is that of one page. */
function appendHeads(builder: SourceTextBuilder, heads: readonly SourceTextBuilder[]): void {
  const seen = new Set<string>()
  for (const head of heads) {
    const { text } = head.build('paragraphs')
    if (/\p{L}/u.test(text) && !seen.has(text)) {
      const start = builder.length
      builder.append(head)
      builder.setAside(start, 'running-head')
    }
    seen.add(text)
  }
}

type RawBytes = 'none' | 'utf-8' | 'font'

/** RTF is ASCII by its specification. Where it is not, it is UTF-8 if the whole file is, else in the code pages of its fonts. */
function rawBytes(bytes: Uint8Array): RawBytes {
  if (bytes.every((byte) => byte < 0x80)) return 'none'
  return isUtf8(bytes) ? 'utf-8' : 'font'
}
