import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { isOwn, PAGE_SCHEME, type Page } from './page.ts'
import { mediaTypeOf, PAGE_HEADERS, pageFileFor } from './page-files.ts'

/**
 * Makes our scheme a full citizen of the browser: secure, with an origin of its own, which is what
 * IndexedDB keeps its data by. Must run before the app is ready.
 */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the files of the page, and only those, with the headers that confine it. */
export function setUpPageProtocol(page: Page, folder: string): void {
  protocol.handle(PAGE_SCHEME, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const file = isOwn(page, request.url) ? pageFileFor(folder, request.url) : null
    if (file === null) return refusal(404)
    try {
      const headers = { ...PAGE_HEADERS, 'Content-Type': mediaTypeOf(file) }
      return new Response(await readFile(file), { headers })
    } catch {
      return refusal(404)
    }
  })
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: PAGE_HEADERS })
}
