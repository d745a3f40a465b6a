import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Locator } from 'playwright/test'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { opensLibrary } from './library-steps.ts'
import { expect, type Researcher, test } from './steps.ts'

// “甲：好。” in GB18030, made with Python's codec: too short for anybody to be sure of it.
const SHORT_GB18030 = Buffer.from('vNejurrDoaMK', 'base64')

const FRENCH = [
  'Ann: Où est passé le café près de la Seine ? Est-il déjà fermé ?',
  "Bob: Il a été déplacé l'année dernière, là-bas, derrière le théâtre où l'on répète.",
  '',
].join('\n\n')

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-import-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

const talk = (number: number): string => `Ann: Where does ferry ${number} land?\n\nBob: At pier ${number}.\n`

async function talks(count: number): Promise<void> {
  for (let number = 1; number <= count; number++) await file(`talk ${number}.txt`, talk(number))
}

const report = (me: Researcher): Locator => me.dialog(me.words('import.report'))
const progress = (me: Researcher): Locator => me.page.getByRole('progressbar', { name: me.words('import.progress') })
const part = (me: Researcher, key: Parameters<Researcher['words']>[0], count: number): Locator =>
  report(me).getByRole('region', { name: me.words(key, { count }), exact: true })
const sources = (me: Researcher): Locator =>
  me.page.getByRole('combobox', { name: me.words('library.sources') }).getByRole('option')

for (const language of ['en', 'zh-CN']) {
  test.describe(`a folder of fifty files, in ${language}`, () => {
    test.use({ language })
    test.setTimeout(120_000)

    test('is imported while one works, and reported file by file', async ({ lectern, researcher: me }) => {
      await talks(40)
      await file('in/deeper/talk 41.txt', talk(41))
      await file('in/odd “name” #1 %20 ＆.txt', talk(42))
      await file('in/again.txt', talk(7))
      await file('empty.txt', '')
      await file('broken.pdf', '%PDF-1.7\nno more of it')
      await file('picture.txt', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4', 'base64'))
      await file('short.txt', SHORT_GB18030)
      await file('folder.txt/talk 43.txt', talk(43))
      await file('picture.jpg', 'x')
      await file('.hidden.txt', talk(44))
      let others = 1
      if (process.platform !== 'win32') {
        await symlink(join(folder, 'nowhere.txt'), join(folder, 'broken link.txt'))
        await symlink(folder, join(folder, 'in', 'circle'))
        others += 2
      }

      await lectern.chooseFiles([folder])
      await me.shortcut('open-folder')
      await expect(progress(me)).toHaveAttribute('aria-valuemax', '48')
      // The first one can be read while the others come in.
      await expect(me.transcript).toBeVisible()
      await me.goesToTranscript()
      await me.press('Control+Home', 's')
      expect(await me.selectedText()).not.toBe('')
      await expect(progress(me)).toBeVisible()

      await expect(report(me)).toBeVisible({ timeout: 60_000 })
      await expect(progress(me)).toBeHidden()
      const failed = part(me, 'import.failedCount', 3).getByRole('listitem')
      await expect(failed.filter({ hasText: 'empty.txt' })).toContainText(me.words('import.empty'))
      await expect(failed.filter({ hasText: 'broken.pdf' })).toContainText(me.words('import.damaged'))
      await expect(failed.filter({ hasText: 'picture.txt' })).toContainText(me.words('import.not-text'))
      await expect(part(me, 'import.doubtfulCount', 1)).toContainText('short.txt')
      const there = part(me, 'import.thereCount', 1)
      await expect(there).toContainText(me.words('import.is', { source: 'talk 7' }))
      await expect(part(me, 'import.importedCount', 43).getByRole('listitem')).toHaveCount(43)
      await expect(report(me)).toContainText(me.words('import.passedOver', { count: others }))
      await expect(report(me)).toContainText('in/deeper')
      await expect(sources(me)).toHaveCount(44)
      expect((await sources(me).allTextContents()).slice(0, 4)).toEqual(['short', 'talk 1', 'talk 2', 'talk 3'])

      // By keyboard: the keyboard is in the report, the first button leads to the encoding, and back.
      await me.tabTo(me.button('import.chooseEncodingOf', { file: 'short.txt' }))
      await me.press('Enter')
      const chooser = me.dialog(me.words('encoding.title', { file: 'short.txt' }))
      await expect(chooser.getByRole('radio').first()).toBeFocused()
      await me.press('Escape')
      await expect(chooser).toBeHidden()
      await me.tabTo(me.button('import.open', { file: 'again.txt' }))
      await me.press('Enter')
      await expect(report(me)).toBeHidden()
      await expect(me.transcript).toContainText('ferry 7')
    })
  })
}

test('an import that is stopped keeps what is done, and nothing half', async ({ lectern, researcher: me }) => {
  await talks(40)
  await lectern.chooseFiles([folder])
  await me.shortcut('open-folder')
  await expect(progress(me)).toBeVisible()
  await expect
    .poll(async () => Number(await progress(me).getAttribute('aria-valuenow')), { timeout: 30_000 })
    .toBeGreaterThan(4)
  await me.tabTo(me.button('import.stop'))
  await me.press('Enter')
  await expect(report(me)).toBeVisible()
  const done = await sources(me).count()
  expect(done).toBeGreaterThan(3)
  expect(done).toBeLessThan(40)
  await expect(report(me)).toContainText(me.words('import.stopped', { count: 40 - done }))
  await expect(part(me, 'import.importedCount', done).getByRole('listitem')).toHaveCount(done)
  await me.press('Escape')
  // Founding the project, each document, and what takes all of them back together.
  await me.seesSaved(done + 2)
  const stored = await me.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('lectern')
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
    const counts = ['texts', 'originals', 'journal'].map(
      (name) =>
        new Promise<number>((resolve) => {
          const asked = database.transaction(name).objectStore(name).count()
          asked.onsuccess = () => resolve(asked.result)
        }),
    )
    return Promise.all(counts)
  })
  expect(stored).toEqual([done, done, done + 2])
  // The rest can be imported later, and nothing twice.
  await lectern.restart()
  await expect(me.transcript).toBeVisible()
  await lectern.chooseFiles([folder])
  await me.shortcut('open-folder')
  await expect(part(me, 'import.thereCount', done)).toBeVisible({ timeout: 40_000 })
  await expect(sources(me)).toHaveCount(40)
})

test('an import of several files is taken back as one act, and comes back with one undo', async ({
  lectern,
  researcher: me,
}) => {
  await lectern.chooseFiles([await file('zero.txt', talk(0))])
  await me.shortcut('open-sources')
  await expect(me.transcript).toContainText('ferry 0')
  await rm(join(folder, 'zero.txt'))
  await talks(3)
  await lectern.chooseFiles([folder])
  await me.shortcut('open-folder')
  await expect(report(me)).toBeVisible({ timeout: 40_000 })
  await expect(sources(me)).toHaveCount(4)
  await me.tabTo(me.button('import.takeBack', { count: 3 }))
  await me.press('Enter')
  await expect(sources(me)).toHaveCount(1)
  await expect(me.page.getByText(me.words('act.removeImported', { count: 3 }))).toBeVisible()
  await me.shortcut('undo')
  await expect(sources(me)).toHaveCount(4)
  // The import as a whole is the step before.
  await me.shortcut('undo')
  await expect(sources(me)).toHaveCount(1)
  await me.hearsOf('undone', 'act.importSources', { count: 3 })
  await me.shortcut('redo')
  await expect(sources(me)).toHaveCount(4)
})

test('who works while files come in takes back what they did, and no file', async ({ lectern, researcher: me }) => {
  await talks(40)
  await lectern.chooseFiles([folder])
  await me.shortcut('open-folder')
  await expect(me.transcript).toBeVisible()
  await me.goesToTurn(1)
  await me.press('s', 'm')
  await expect(me.inspector.locator('blockquote')).toBeVisible()
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.applyCode', { code: STARTER_TEXTS['rhetoric.metaphor'].en.name })
  await expect(progress(me)).toBeVisible()
  await expect(report(me)).toBeVisible({ timeout: 60_000 })
  await expect(sources(me)).toHaveCount(40)
  await me.press('Escape')
  await expect(me.transcript).toBeFocused()
  await me.shortcut('redo')
  await me.hearsOf('redone', 'act.applyCode', { code: STARTER_TEXTS['rhetoric.metaphor'].en.name })
})

test('a window that is importing asks before it goes; what is imported stays', async ({ lectern, researcher: me }) => {
  await talks(40)
  await lectern.chooseFiles([folder])
  const closes = (answer: number): Promise<readonly string[]> =>
    lectern.app.evaluate(async ({ BrowserWindow, dialog }, response) => {
      const asked: string[] = []
      const isAsked = new Promise<void>((resolve) => {
        dialog.showMessageBox = (async (_window: unknown, words: Electron.MessageBoxOptions) => {
          asked.push(words.message, ...(words.buttons ?? []))
          resolve()
          return { response, checkboxChecked: false }
        }) as typeof dialog.showMessageBox
      })
      BrowserWindow.getAllWindows()[0]?.close()
      await isAsked
      return asked
    }, answer)
  const question = ['importing', 'goOnImporting', 'stopImporting'] as const
  const words = question.map((name) => me.words(`main.closing.${name}`))
  await me.shortcut('open-folder')
  await expect(me.transcript).toBeVisible()
  expect(await closes(0)).toEqual(words)
  await expect.poll(() => sources(me).count()).toBeGreaterThan(4)
  const done = await sources(me).count()
  const gone = lectern.app.waitForEvent('close')
  expect(await closes(1)).toEqual(words)
  await gone
  await lectern.restart()
  await expect(me.transcript).toBeVisible()
  await expect.poll(() => sources(me).count()).toBeGreaterThanOrEqual(done)
})

test('a file that vanishes while others are read is named', async ({ lectern, researcher: me }) => {
  await talks(30)
  await lectern.chooseFiles([folder])
  await me.shortcut('open-folder')
  await expect(me.transcript).toBeVisible()
  await rm(join(folder, 'talk 30.txt'))
  await expect(report(me)).toBeVisible({ timeout: 40_000 })
  const failed = part(me, 'import.failedCount', 1)
  await expect(failed).toContainText('talk 30.txt')
  await expect(failed).toContainText(me.words('import.not-found'))
})

test.describe('in Chinese', () => {
  test.use({ language: 'zh-CN' })

  test('a file whose encoding is doubtful is asked about first; the arrow keys show each', async ({
    researcher: me,
  }) => {
    await me.opensFiles([await file('short.txt', SHORT_GB18030)])
    const chooser = me.dialog(me.words('encoding.title', { file: 'short.txt' }))
    const preview = chooser.getByRole('region', { name: me.words('encoding.preview') })
    await expect(chooser.getByRole('radio').first()).toBeFocused()
    await expect(preview).toContainText('甲：好。')
    await me.press('ArrowDown')
    await expect(preview).not.toContainText('甲：好。')
    await expect(chooser.getByRole('radio').nth(1)).toBeChecked()
    await me.press('ArrowUp')
    await expect(preview).toContainText('甲：好。')
    await expect(me.transcript).toBeHidden()
    await me.press('Enter')
    await expect(chooser).toBeHidden()
    await expect(me.transcript).toContainText('好。')
    await me.hears('act.importSource', { source: 'short' })
  })

  test('nothing is imported when the question is left', async ({ researcher: me }) => {
    await me.opensFiles([await file('short.txt', SHORT_GB18030)])
    const chooser = me.dialog(me.words('encoding.title', { file: 'short.txt' }))
    await expect(chooser).toBeVisible()
    await me.press('Escape')
    await expect(chooser).toBeHidden()
    await expect(me.page.getByRole('heading', { name: 'Lectern', level: 1 })).toBeVisible()
  })
})

test('an open document is read with another encoding, and undo brings the first back', async ({
  lectern,
  researcher: me,
}) => {
  await me.opensFiles([await file('accents.txt', Buffer.from(FRENCH, 'latin1'))])
  await expect(me.transcript).toContainText('Où est')
  await expect(await opensLibrary(me)).toContainText('WINDOWS-1252')
  await me.press('Escape')

  const reads = async (encoding: string): Promise<void> => {
    await me.page.getByRole('dialog').getByRole('radio', { name: encoding }).check()
    await me.button('encoding.read', { encoding }).click()
    await expect(me.page.getByRole('dialog')).toBeHidden()
  }
  await lectern.menu('read-with-encoding')
  await reads('WINDOWS-1250')
  await me.hears('act.readAnew', { source: 'accents', encoding: 'WINDOWS-1250' })
  await expect(me.transcript).not.toContainText('Où est')
  await expect(sources(me)).toHaveText(['accents'])
  await me.shortcut('undo')
  await expect(me.transcript).toContainText('Où est')
  await expect(sources(me)).toHaveText(['accents'])

  // What somebody has worked on is not replaced.
  await me.goesToTurn(0)
  await me.press('d', 'm')
  await expect(me.inspector.locator('blockquote')).toBeVisible()
  await lectern.menu('read-with-encoding')
  await reads('WINDOWS-1250')
  await me.hears('act.readBeside', { source: 'accents', encoding: 'WINDOWS-1250' })
  await expect(sources(me)).toHaveText(['accents', 'accents (WINDOWS-1250)'])
})
