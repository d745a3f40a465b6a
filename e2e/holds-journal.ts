import type { Page } from 'playwright/test'

/** Keeps the journal to itself until the answer is called, so that whoever writes to it waits, for as long as a test needs. */
export async function holdsJournal(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('lectern')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const holding = { isOver: false }
    const journal = database.transaction('journal', 'readwrite').objectStore('journal')
    await new Promise<void>((resolve) => {
      // A transaction lasts for as long as something is asked in it.
      const ask = (): void => {
        resolve()
        if (holding.isOver) database.close()
        else journal.count().onsuccess = ask
      }
      journal.count().onsuccess = ask
    })
    return holding
  })
  return () =>
    held.evaluate((holding) => {
      holding.isOver = true
    })
}
