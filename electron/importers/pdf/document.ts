import type { getResolvedPDFJS } from 'unpdf'
import { type FailedExtraction, failed } from '#electron/importers/extraction.ts'
import { CMapReader } from './cmaps.ts'
import { fontOfName } from './fonts.ts'
import { loadPdfJs, UNSEEN_DOCUMENT } from './runtime.ts'
import { type Operators, type PageGlyphs, type PlacingFont, placeGlyphs } from './text-state.ts'

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>
type PdfPageProxy = Awaited<ReturnType<PdfDocument['getPage']>>

/** A page's glyphs, and what the page is called. */
export interface GlyphPage extends PageGlyphs {
  readonly name: string
  /** In points, as the page is seen. */
  readonly width: number
  readonly height: number
}

/** An open PDF. */
export interface OpenPdf {
  readonly kind: 'open'
  readonly pageCount: number
  /** Reads the page at an index from 0, with no more than `most` glyphs; `null` for a page that cannot be read. */
  readonly readPage: (index: number, most: number) => Promise<GlyphPage | null>
  readonly close: () => Promise<void>
}

/** Fonts are kept over pages for speed, and let go now and then for memory. */
const PAGES_BETWEEN_CLEANUPS = 100

/** Opens a PDF with pdf.js; one that is protected against all but reading has an empty password. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | FailedExtraction> {
  const pdfJs = await loadPdfJs()
  const task = pdfJs.getDocument({
    // A copy, since pdf.js takes the buffer away from who gives it; and it refuses Buffers of Node.
    data: new Uint8Array(bytes),
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    BinaryDataFactory: CMapReader,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    // Without it pdf.js would make the outline of each letter, which is slow and may hang on broken fonts.
    disableFontFace: false,
    ownerDocument: UNSEEN_DOCUMENT,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures hold no text and are not decoded.
    maxImageSize: 1,
    enableXfa: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const labels = await document.getPageLabels().catch(() => null)
    const layers = await document.getOptionalContentConfig().catch(() => null)
    const isHidden = (properties: unknown): boolean => layers !== null && layers.isVisible(properties) === false
    return {
      kind: 'open',
      pageCount: document.numPages,
      readPage: async (index, most) => {
        if (index > 0 && index % PAGES_BETWEEN_CLEANUPS === 0) await document.cleanup()
        try {
          const page = await document.getPage(index + 1)
          const read = await glyphsOfPage(page, pdfJs.OPS, isHidden, most)
          page.cleanup()
          return { ...read, name: labels?.[index] || String(index + 1) }
        } catch {
          return null
        }
      },
      close: () => task.destroy(),
    }
  } catch (error) {
    await task.destroy()
    const detail = error instanceof Error ? error.message : String(error)
    return error instanceof Error && error.name === 'PasswordException'
      ? failed('encrypted')
      : failed('damaged', detail)
  }
}

async function glyphsOfPage(
  page: PdfPageProxy,
  ops: Operators,
  isHidden: (properties: unknown) => boolean,
  most: number,
): Promise<Omit<GlyphPage, 'name'>> {
  const list = await page.getOperatorList({ annotationMode: 0 })
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const fonts = new Map<string, PlacingFont | null>()
  for (let at = 0; at < list.fnArray.length; at++) {
    if (list.fnArray[at] !== ops.setFont && list.fnArray[at] !== ops.setGState) continue
    for (const id of fontNames(list.argsArray[at])) if (!fonts.has(id)) fonts.set(id, await fontOf(page, id))
  }
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = transform as readonly number[]
  const placed = placeGlyphs(list, ops, [a, b, c, d, e, f], (id) => fonts.get(id) ?? null, isHidden, most)
  return { ...placed, width, height }
}

/** The names in the operands of `Tf`, or in the `Font` entry of those of `gs`. */
function fontNames(args: unknown): readonly string[] {
  if (!Array.isArray(args)) return []
  if (typeof args[0] === 'string') return [args[0]]
  const entries: readonly unknown[] = Array.isArray(args[0]) ? args[0] : []
  return entries.flatMap((entry) => (Array.isArray(entry) && entry[0] === 'Font' ? fontNames(entry[1]) : []))
}

async function fontOf(page: PdfPageProxy, id: string): Promise<PlacingFont | null> {
  // Fonts are handed over in a turn of their own.
  for (let turns = 0; turns < 50 && !page.commonObjs.has(id); turns++) await new Promise((done) => setImmediate(done))
  if (!page.commonObjs.has(id)) return null
  const font: unknown = page.commonObjs.get(id)
  if (typeof font !== 'object' || font === null) return null
  const { name, vertical, fontMatrix, defaultVMetrics } = font as Readonly<Record<string, unknown>>
  const scale: unknown = Array.isArray(fontMatrix) ? fontMatrix[0] : undefined
  return {
    ...fontOfName(typeof name === 'string' ? name : ''),
    isVertical: vertical === true,
    scale: typeof scale === 'number' && scale !== 0 ? Math.abs(scale) : 0.001,
    vertical: Array.isArray(defaultVMetrics) ? defaultVMetrics : [-1000, 500, 880],
  }
}
