/** What may stand before the first tag: blanks, comments, processing instructions. */
const LEAD = /^\ufeff?(?:\s+|<!--.*?-->|<\?[^>]*>)*/su
const ROOT = /^<(?:!doctype\s+html|(?:html|head|body)(?=[\s>/]))/iu
/** Begins a piece of a page: WHATWG MIME Sniffing, section 7.1, and what editors leave of pages. */
const PIECE =
  /^<(?:script|iframe|h[1-6]|div|font|table|a|style|title|b|strong|em|i|br|p|pre|span|section|article|main|header|ul|ol|dl|meta|link|center|blockquote)(?=[\s>/])/iu

/**
 * Tells HTML and XHTML by how the file begins, or by its name's ending where a piece of a page
 * begins like plain text may. `head`: the file's decoded beginning, some thousand characters.
 */
export function isHtml(head: string, fileName: string): boolean {
  const begin = head.slice(LEAD.exec(head)?.[0].length ?? 0)
  if (ROOT.test(begin)) return true
  if (isPlainName(fileName)) return false
  if (isPageName(fileName)) return /<!|<\/?[a-z][a-z\d]*(?=[\s>/])/iu.test(head)
  // XML of other kinds names its root otherwise; without a name's help one tag is too little.
  return PIECE.test(begin) && /<\/(?:p|div|span|table|b|strong|h[1-6]|li|td|a)\s*>/iu.test(head)
}

function isPageName(fileName: string): boolean {
  return /\.(?:[xs]?html?|php\d?|aspx?|jspx?|mht|mhtml)$/iu.test(fileName)
}

/** In Markdown and plain text, tags are part of what somebody wrote. */
function isPlainName(fileName: string): boolean {
  return /\.(?:txt|text|md|markdown|srt|vtt|sbv|csv|tsv|json|xml)$/iu.test(fileName)
}

/**
 * Tells a page saved with all its parts in one file (MHTML, RFC 2557), or by a program that does so even
 * where it has no other part. `head` as in `isHtml`.
 */
export function isHtmlArchive(head: string): boolean {
  const headers = head.slice(0, 4096).split(/\r?\n\r?\n/u)[0] ?? ''
  if (!/^[\w-]+:/u.test(headers)) return false
  if (/^content-type:\s*multipart\/related/imu.test(headers)) return true
  return /^mime-version:/imu.test(headers) && /^content-type:\s*text\/html\b/imu.test(headers)
}
