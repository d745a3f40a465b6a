import type { Locator } from 'playwright/test'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { violations } from './axe.ts'
import { expect, Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

test.beforeEach(async ({ researcher: me }) => {
  await expect(me.transcript).toBeVisible()
})

const FACT = STARTER_TEXTS['claim.fact'].en.name

/** Codes the next longer passage at the cursor. */
async function codesMore(me: Researcher, key: string): Promise<void> {
  const before = await me.selectedText()
  await me.press('s')
  await expect.poll(() => me.selectedText(), { intervals: [5, 10, 20] }).not.toBe(before)
  await me.press(key)
}

/** Lets go of the coding in hand, which may be on its way still. */
async function letsGo(who: Researcher): Promise<void> {
  await expect(async () => {
    await who.press('Escape')
    await expect(who.quote).toBeHidden({ timeout: 100 })
  }).toPass()
}

const inHistory = (me: Researcher): Locator => me.dialog(me.words('history.title'))
const steps = (me: Researcher): Locator => inHistory(me).getByRole('listbox').getByRole('option')

test('a restore point survives a restart, is returned to by keyboard, and the return is undone', async ({
  lectern,
  researcher: me,
}) => {
  await me.goesToTurn(2)
  await codesMore(me, '1')
  await me.hears('act.applyCode', { code: FACT })
  await me.shortcut('show-history')
  await inHistory(me).getByLabel(me.words('history.pointName')).fill('first reading')
  await me.press('Enter')
  await expect(inHistory(me).getByRole('listitem')).toContainText('first reading')
  await me.press('Escape')
  await me.goesToTranscript()
  await codesMore(me, '2')
  await codesMore(me, '1')
  await expect.poll(() => me.codings()).toHaveLength(3)

  await lectern.restart([])
  await expect(me.transcript).toBeVisible()
  await expect.poll(() => me.codings()).toHaveLength(3)
  await me.shortcut('undo')
  await expect.poll(() => me.codings()).toHaveLength(2)
  await me.shortcut('show-history')
  await expect(steps(me).first()).toContainText(me.words('act.applyCode', { code: FACT }))
  await expect(steps(me).nth(1)).toContainText(me.words('history.undone'))
  expect(await violations(me.page, 'history')).toEqual([])
  await me.tabTo(inHistory(me).getByRole('button', { name: me.words('act.returnToPoint', { point: 'first reading' }) }))
  await me.press('Enter')
  await expect(inHistory(me).getByRole('status')).toHaveText(me.words('act.returnToPoint', { point: 'first reading' }))
  await me.press('Escape')
  await expect.poll(() => me.codings()).toHaveLength(1)
  await me.shortcut('undo')
  await expect.poll(() => me.codings()).toHaveLength(2)

  // Any step can be returned to, and found by its words.
  await me.shortcut('show-history')
  await inHistory(me).getByRole('searchbox').fill('own-')
  await inHistory(me)
    .getByRole('searchbox')
    .fill(me.words('act.importSource', { source: '' }).slice(0, 6))
  await expect(steps(me)).toHaveCount(1)
  await me.press('Tab', 'Enter')
  await expect(inHistory(me).getByRole('status')).toContainText(/step \d+/)
  await me.press('Escape')
  await expect.poll(() => me.codings()).toHaveLength(0)
  await me.shortcut('undo')
  await expect.poll(() => me.codings()).toHaveLength(2)
})

test('two windows that write at once keep in step, and no coding is lost', async ({ lectern, researcher: me }) => {
  await me.goesToTurn(2)
  await codesMore(me, '1')
  await me.hears('act.applyCode', { code: FACT })
  const opening = lectern.app.waitForEvent('window')
  await lectern.menu('new-window')
  const other = new Researcher(lectern, 'en', await opening)
  await expect(other.transcript).toBeVisible()
  await expect(other.inspector.getByRole('listitem')).toHaveCount(1)

  // What is done in one is seen in the other.
  await other.transcript.locator('p:not(.label)').first().click()
  await codesMore(other, '2')
  await letsGo(me)
  await expect(me.inspector.getByRole('listitem')).toHaveCount(2)
  await expect(other.quote).toBeVisible()

  const MANY = 8
  // Of so many the list makes only those in view; it says how many there are.
  const has = (who: Researcher, count: number) =>
    who.inspector.getByText(who.words('inspector.count', { count }), { exact: true })
  const acts = await me.actsSaved()
  const writes = async (who: Researcher): Promise<void> => {
    for (let round = 0; round < MANY; round++) await codesMore(who, '3')
  }
  await Promise.all([writes(me), writes(other)])
  for (const who of [me, other]) await who.seesSaved(acts + 2 * MANY)
  for (const who of [me, other]) {
    await letsGo(who)
    await expect(has(who, 2 + 2 * MANY)).toBeVisible()
  }
  // Each list is drawn where it was left.
  const fromItsTop = async (who: Researcher): Promise<readonly string[]> => {
    const items = who.inspector.getByRole('listitem')
    await items.first().evaluate((item) => {
      for (let above = item.parentElement; above !== null; above = above.parentElement) above.scrollTop = 0
    })
    return items.allInnerTexts()
  }
  await expect(async () => expect(await fromItsTop(other)).toEqual(await fromItsTop(me))).toPass()

  // Undo in one window takes back the project's last act, wherever it was done; both show it.
  await me.transcript.focus()
  await me.press('Control+z')
  for (const who of [me, other]) await expect(has(who, 1 + 2 * MANY)).toBeVisible()

  await lectern.restart([])
  await expect(me.transcript).toBeVisible()
  await expect(has(me, 1 + 2 * MANY)).toBeVisible()
})
