import { getResolvedPDFJS } from 'unpdf'

/** What pdf.js shows fonts with. Nothing is shown here, and so no outline of a letter has to be made either. */
class UnseenFontFace {
  readonly loaded = Promise.resolve()
}

/** The document in which pdf.js would show fonts. */
export const UNSEEN_DOCUMENT: { readonly fonts: Set<unknown> } = { fonts: new Set() }

/**
 * pdf.js, made ready for runtimes without a page. It moves font data with
 * `ArrayBuffer.prototype.transferToFixedLength` (ES2024), which Node 18 and Chromium 114 do not have;
 * a copy does as well, since nobody looks at the old buffer again.
 */
export async function loadPdfJs(): Promise<Awaited<ReturnType<typeof getResolvedPDFJS>>> {
  if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
    Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
      configurable: true,
      writable: true,
      value(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
        const copy = new Uint8Array(length)
        copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
        return copy.buffer
      },
    })
  }
  if (!('FontFace' in globalThis)) {
    Object.defineProperty(globalThis, 'FontFace', { configurable: true, writable: true, value: UnseenFontFace })
  }
  return await getResolvedPDFJS()
}

/**
 * Does work with pdf.js, which lets promises about parts of broken files fail with nobody listening.
 * Node would end the process for that; what matters of it comes back as the work's own result.
 */
export async function withoutStrayRejections<T>(work: () => Promise<T>): Promise<T> {
  const ignore = (): void => undefined
  process.on('unhandledRejection', ignore)
  try {
    return await work()
  } finally {
    setImmediate(() => process.off('unhandledRejection', ignore))
  }
}
