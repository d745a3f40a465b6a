import { getResolvedPDFJS } from 'unpdf'

/**
 * pdf.js, made ready for the oldest runtimes that the program knows. It moves font data with
 * `ArrayBuffer.prototype.transferToFixedLength` (ES2024), which Node has from 21 and Chromium from 114 on
 * only in part; a copy does as well, since nobody looks at the old buffer again.
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
  return await getResolvedPDFJS()
}
