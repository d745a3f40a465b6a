import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Where the predefined CMaps lie (ISO 32000-1, 9.7.5.2): beside the program once it is built, in the
 * package they come from when the sources are run. Without them text in encodings like `GBK-EUC-H` is lost.
 */
function cMapFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const built = join(here, 'cmaps')
  return existsSync(built) ? built : join(here, '../../../node_modules/pdfjs-dist/cmaps')
}

/** Hands predefined CMaps to pdf.js from the disk; it asks for nothing else that text needs. */
export class CMapReader {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    // The name comes out of the file that is read, so it must not lead out of the folder.
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`no such data: ${filename}`)
    return new Uint8Array(await readFile(join(cMapFolder(), filename)))
  }
}
