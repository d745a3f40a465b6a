import { type FailedExtraction, failed } from '#electron/importers/extraction.ts'
import { readXml } from '#electron/importers/xml/reader.ts'
import type { ZipEntries } from '#electron/importers/xml/zip-entries.ts'

/** The parts of a Word file that hold text, by what they are to its main part. */
export interface DocxParts {
  readonly main: Uint8Array
  readonly styles: Uint8Array | null
  readonly numbering: Uint8Array | null
  /** Footnotes, endnotes, comments: each part holds many. */
  readonly notes: readonly Uint8Array[]
  /** Headers and footers, one a part. */
  readonly heads: readonly Uint8Array[]
}

interface Relationship {
  /** The last word of its type, which is the same in transitional and strict files. */
  readonly type: string
  readonly target: string
}

/** Finds the parts by their relationships (ISO 29500-2, 9.3), since their names are not fixed. */
export function readDocxParts(zip: ZipEntries): DocxParts | FailedExtraction {
  const top = relationshipsOf(zip, '')
  if ('kind' in top) return top
  const mainName = top.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  const main = zip.read(mainName)
  if (main.kind === 'failed') return main
  if (main.kind === 'absent') return failed('damaged', `${mainName} is missing`)

  const related = relationshipsOf(zip, mainName)
  if ('kind' in related) return related
  const read = (types: readonly string[]): readonly Uint8Array[] | FailedExtraction => {
    const parts: Uint8Array[] = []
    const targets = related.filter(({ type }) => types.includes(type)).map(({ target }) => target)
    for (const target of new Set(targets)) {
      const part = zip.read(target)
      if (part.kind === 'failed') return part
      if (part.kind === 'bytes') parts.push(part.bytes)
    }
    return parts
  }
  const styles = read(['styles'])
  if ('kind' in styles) return styles
  const numbering = read(['numbering'])
  if ('kind' in numbering) return numbering
  const notes = read(['footnotes', 'endnotes', 'comments'])
  if ('kind' in notes) return notes
  const heads = read(['header', 'footer'])
  if ('kind' in heads) return heads
  return { main: main.bytes, styles: styles[0] ?? null, numbering: numbering[0] ?? null, notes, heads }
}

/** The relationships of a part, or of the package for ''; targets are names of parts. */
function relationshipsOf(zip: ZipEntries, part: string): readonly Relationship[] | FailedExtraction {
  const cut = part.lastIndexOf('/') + 1
  const folder = part.slice(0, cut)
  const file = zip.read(`${folder}_rels/${part.slice(cut)}.rels`)
  if (file.kind === 'failed') return file
  if (file.kind === 'absent') return []
  const found: Relationship[] = []
  const read = readXml(file.bytes, () => '', {
    open: ({ name, attribute }) => {
      const target = attribute('Target')
      if (name === 'Relationship' && target !== undefined && attribute('TargetMode') !== 'External') {
        found.push({ type: attribute('Type')?.split('/').at(-1) ?? '', target: resolve(folder, target) })
      }
      return true
    },
    close: () => {},
    text: () => {},
  })
  return read.kind === 'failed' ? read : found
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
