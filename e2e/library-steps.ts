import type { Locator } from 'playwright/test'
import { expect, type Researcher } from './steps.ts'

/** Opens the library in front of everything else. */
export async function opensLibrary(me: Researcher): Promise<Locator> {
  await me.shortcut('show-library')
  const library = me.dialog(me.words('library.documents'))
  await expect(library).toBeVisible()
  return library
}

/** The line of a document or a group in the library. */
export function line(library: Locator, name: string): Locator {
  return library
    .locator('[data-line]')
    .filter({ has: library.page().locator('.library-name, strong').getByText(name, { exact: true }) })
}

/** The names of the lines, from top to bottom; groups in brackets. */
export function lines(library: Locator): Promise<readonly string[]> {
  return library.locator('[data-line]').evaluateAll((rows) =>
    rows.map((row) => {
      const group = row.querySelector('strong')?.textContent
      return group == null ? (row.querySelector('.library-name')?.firstChild?.textContent ?? '') : `[${group}]`
    }),
  )
}
