const FALLBACK = 'codings.csv'

/**
 * A name to suggest in a save dialog: without folder, and without what Windows, macOS or Linux
 * refuse in names, because the file will be mailed between them.
 */
export function suggestedFileName(name: string): string {
  const safe = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is meant
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return safe === '' ? FALLBACK : safe
}
