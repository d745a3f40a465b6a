/** Where the program's own page comes from, and thereby what counts as the program's own. */
export interface Page {
  readonly url: string
  /** Scheme and host, as in `app://lectern`. */
  readonly origin: string
}

export const PAGE_SCHEME = 'app'

const packedPage: Page = { url: `${PAGE_SCHEME}://lectern/index.html`, origin: `${PAGE_SCHEME}://lectern` }

/**
 * The page to show: the one built into the program, or the development server's if there is one.
 * An installed program never takes the latter, whatever its environment says.
 */
export function pageFor(developmentUrl: string | undefined, isPackaged: boolean): Page {
  if (developmentUrl === undefined || isPackaged) return packedPage
  const origin = originOf(developmentUrl)
  if (origin === null) throw new Error(`The address of the development server is no URL: ${developmentUrl}`)
  return { url: developmentUrl, origin }
}

/** Tells whether the page comes from the development server. */
export function isInDevelopment(page: Page): boolean {
  return page !== packedPage
}

/**
 * Scheme and host of an address, or null where it has none. `URL.origin` cannot be asked: it is
 * `null` for every scheme the WHATWG URL standard does not list, ours among them.
 */
export function originOf(url: string): string | null {
  try {
    const { protocol, host } = new URL(url)
    return host === '' ? null : `${protocol}//${host}`
  } catch {
    return null
  }
}

/** Tells whether an address lies within the program's own origin. */
export function isOwn(page: Page, url: string): boolean {
  return originOf(url) === page.origin
}

/**
 * Tells whether the session may load an address: the program's own, what lives in memory only, and
 * the tools for developers, which Electron brings along. The development server also speaks WebSocket.
 */
export function mayLoad(page: Page, url: string): boolean {
  if (isOwn(page, url)) return true
  if (/^(blob|data|devtools):/.test(url)) return true
  return isInDevelopment(page) && originOf(url) === page.origin.replace(/^http/, 'ws')
}

/** What is looked at in a frame that calls: enough of Electron's `WebFrameMain` to test without one. */
export interface CallingFrame {
  readonly url: string
  readonly parent: unknown
}

/**
 * Tells whether a call comes from the program's own page: from the window's own contents, from the
 * top frame, from the page's origin. A frame that is already gone is `null`, and not trusted.
 */
export function isTrustedCaller(page: Page, isOwnWindow: boolean, frame: CallingFrame | null): boolean {
  return isOwnWindow && frame !== null && frame.parent === null && isOwn(page, frame.url)
}
