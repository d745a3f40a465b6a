/** What the first bytes of files say that are no plain text, and how a person calls them. */
const SIGNATURES: readonly (readonly [bytes: string, name: string])[] = [
  ['%PDF-', 'PDF document'],
  ['{\\rtf', 'RTF document'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'legacy Microsoft Office document (.doc, .xls, .ppt)'],
  ['SQLite format 3\0', 'SQLite database'],
  ['\x89PNG\r\n', 'PNG image'],
  ['\xff\xd8\xff', 'JPEG image'],
  ['GIF8', 'GIF image'],
  ['RIFF', 'RIFF audio or video'],
  ['ID3', 'MP3 audio'],
  ['OggS', 'Ogg audio'],
  ['\x1f\x8b', 'gzip archive'],
  ['7z\xbc\xaf\x27\x1c', '7-Zip archive'],
  ['Rar!', 'RAR archive'],
  ['\x7fELF', 'program'],
]
const ZIP = 'PK\x03\x04'

/** Names a format that its first bytes give away and that is no plain text; `null` for all else. */
export function nameBinaryFormat(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 4096))
  if (head.startsWith(ZIP)) return nameZip(head)
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1] ?? null
}

/** Office formats are ZIP archives whose first entries have known names. */
function nameZip(head: string): string {
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'OpenDocument text (.odt)'
  if (head.includes('mimetypeapplication/epub')) return 'EPUB book'
  if (head.includes('word/')) return 'Word document (.docx)'
  if (head.includes('xl/')) return 'Excel workbook (.xlsx)'
  if (head.includes('ppt/')) return 'PowerPoint presentation (.pptx)'
  return head.includes('[Content_Types].xml') ? 'Office document (.docx, .xlsx or .pptx)' : 'ZIP archive'
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
