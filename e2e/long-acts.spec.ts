import { writeFile } from 'node:fs/promises'
import type { Locator } from 'playwright/test'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { holdsJournal } from './holds-journal.ts'
import { writeManyCodings } from './many-codings.ts'
import { expect, test } from './steps.ts'

/** So many that an act on them is written in many parts, and takes longer than a moment. */
const MANY = 10_000
/** Together so long that no more of them meet in one place than in a text that somebody has coded. */
const TURNS = 100
/** Whoever looks on with all the tools of a test slows the program down. */
const PATIENCE = { timeout: 30_000 }

test('an act on very many codings has a bar and can be stopped, and meanwhile one writes on', async ({
  lectern,
  researcher: me,
}, info) => {
  test.setTimeout(120_000)
  const said = (day: number): string => `The ferry of day ${day} left late. `.repeat(100)
  const path = info.outputPath('ferries.txt')
  await writeFile(path, Array.from({ length: TURNS }, (_, day) => said(day)).join('\n\n'))
  await me.opensFiles([path])
  await expect(me.transcript).toBeVisible()
  await writeManyCodings(me.page, MANY)
  await lectern.restart([])
  await expect(me.transcript).toBeVisible()
  const acts = await me.actsSaved()
  const allCodings = (): Locator => me.inspector.getByText(me.words('inspector.count', { count: MANY }))
  await expect(allCodings()).toBeVisible()
  const bar = me.page.getByRole('progressbar', { name: me.words('work.bar') })
  const family = STARTER_TEXTS.claim.en.name
  const deletes = async (): Promise<void> => {
    await me.code(family).first().click({ button: 'right' })
    await me.page.getByRole('menuitem', { name: me.words('code.delete') }).click()
    await expect(bar).toBeVisible()
  }

  await test.step('stopped, it has not happened', async () => {
    const letGo = await holdsJournal(me.page)
    await deletes()
    // It is written now, and waits for the journal; what is not written yet would stop at once.
    await expect(bar).not.toHaveAttribute('aria-valuetext', me.words('work.beginning'))
    await me.button('work.stop').click()
    await expect(bar).toHaveAttribute('aria-valuetext', me.words('work.stopping'))
    await letGo()
    await expect(bar).toBeHidden()
    await me.hears('notice.workStopped')
    await expect(allCodings()).toBeVisible()
    await me.seesSaved(acts)
  })

  await test.step('what is written meanwhile is kept', async () => {
    const letGo = await holdsJournal(me.page)
    await deletes()
    const search = me.codebook.getByRole('searchbox')
    await search.focus()
    await me.page.keyboard.type('metaphor')
    await expect(search).toHaveValue('metaphor')
    await expect(bar).toBeVisible()
    await letGo()
    await expect(bar).toBeHidden()
    await me.seesSaved(acts + 1)
    await expect(allCodings()).toBeHidden()
  })

  await test.step('it is one step: taken back, it is all there, after a restart too', async () => {
    await me.goesToTranscript()
    await me.shortcut('undo')
    await expect(allCodings()).toBeVisible(PATIENCE)
    await me.seesSaved(acts + 2)
    await lectern.restart([])
    await expect(allCodings()).toBeVisible(PATIENCE)
  })
})
