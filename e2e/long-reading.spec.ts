import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { expect, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

const FACT = STARTER_TEXTS['claim.fact'].en.name

test.use({ files: [OWN_TRANSCRIPT] })

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Longer than what is read at once. */
async function longTranscript(): Promise<string> {
  const path = join(folder, 'long.txt')
  const exchanges = Array.from(
    { length: 1000 },
    (_, index) =>
      `Ann: How many boats left pier ${index} that day?\n\nBob: Some ${index % 7} of them, all before noon.\n`,
  )
  await writeFile(path, exchanges.join('\n'))
  return path
}

declare global {
  interface Window {
    letReadingsBeKept: () => void
  }
}

/** Keeps the store of readings busy with looking things up, so that no reading comes to its end until it is let go. */
async function holdReadings(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('lectern')
    request.onsuccess = () => resolve(request.result)
  })
  const kept = async (): Promise<number> =>
    new Promise((resolve) => {
      const request = database.transaction('readings', 'readonly').objectStore('readings').count()
      request.onsuccess = () => resolve(request.result)
    })
  // Who looks something up after somebody who waits to write, waits too: first the text that is there is kept.
  while ((await kept()) === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  const store = database.transaction('readings', 'readonly').objectStore('readings')
  let isHeld = true
  const lookUp = (): void => {
    store.count().onsuccess = () => {
      if (isHeld) lookUp()
      else database.close()
    }
  }
  lookUp()
  window.letReadingsBeKept = () => {
    isHeld = false
  }
}

test('while a long document is read one goes on coding; who stops it keeps what was on the screen, and can ask again', async ({
  researcher: me,
}) => {
  await expect(me.transcript).toContainText('下午好')
  await me.page.evaluate(holdReadings)
  await me.opensFiles([await longTranscript()])
  const bar = me.page.getByRole('progressbar', { name: me.words('work.bar') })
  await expect(bar).toHaveAttribute('aria-valuetext', me.words('work.reading'))
  await me.goesToTurn(2)
  await me.press('s', '1')
  await me.hears('act.applyCode', { code: FACT })
  expect(await me.codings()).toHaveLength(1)
  await me.button('work.stop').click()
  await me.hears('notice.workStopped')
  await expect(bar).toBeHidden()
  await expect(me.transcript).toContainText('下午好')

  await me.page.evaluate(() => window.letReadingsBeKept())
  await me.page.getByRole('combobox', { name: me.words('library.sources') }).selectOption('long')
  await expect(me.transcript).toContainText('How many boats left pier 0')
  await expect(bar).toBeHidden()
})
