import { writeFile } from 'node:fs/promises'
import type { Locator } from 'playwright/test'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { violations } from './axe.ts'
import { expect, type Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

const FACT = STARTER_TEXTS['claim.fact'].en.name
const JUDGEMENT = STARTER_TEXTS['claim.evaluation'].en.name
const OTHER = [
  'Mira: The ferry was late.',
  'Jonas: It was a snail on the water.',
  'Mira: Who pays for it?',
  'Jonas: The town.',
  'Mira: Does the town know?',
  'Jonas: It will read of it in the paper.',
].join('\n\n')

const pane = (me: Researcher, source: string): Locator =>
  me.page.getByRole('textbox', { name: me.words('reading.label', { source }) })

test('two documents stand side by side, each is coded where it stands, and commands follow the keyboard', async ({
  lectern,
  researcher: me,
}, testInfo) => {
  await expect(me.transcript).toBeVisible()
  const own =
    (await me.page
      .getByRole('combobox', { name: me.words('library.sources'), exact: true })
      .locator('option:checked')
      .textContent()) ?? ''
  const path = testInfo.outputPath('ferry.txt')
  await writeFile(path, OTHER)
  await me.opensFiles([path])
  await expect(pane(me, 'ferry')).toBeVisible()
  await me.shortcut('toggle-beside')
  await expect(me.transcript).toHaveCount(2)
  // The keyboard is where the coding goes on, and all lines can be scrolled to.
  const worked = me.page.locator('.pane-of-source.active').getByRole('textbox')
  await expect(worked).toBeFocused()
  await me.shortcut('switch-pane')
  await expect(me.page.locator('.pane-of-source').first()).toHaveClass(/active/u)
  await expect(worked).toBeFocused()
  await me.shortcut('switch-pane')
  await expect(me.page.locator('.pane-of-source').last()).toHaveClass(/active/u)
  const hidden = await me.page
    .locator('.pane-of-source')
    .evaluateAll((panes) => panes.map((pane) => pane.scrollHeight - pane.clientHeight))
  expect(hidden).toEqual([0, 0])
  await me.page.getByRole('combobox', { name: me.words('library.sources'), exact: true }).selectOption({ label: own })
  await expect(pane(me, own)).toBeVisible()
  await expect(pane(me, 'ferry')).toBeVisible()

  // By keyboard, over to the other one and back.
  await me.shortcut('focus-transcript')
  await expect(pane(me, own)).toBeFocused()
  await me.shortcut('switch-pane')
  await expect(pane(me, 'ferry')).toBeFocused()
  await me.press('Control+Home', 'ArrowDown', 'ArrowDown', 's', '1')
  await me.hears('act.applyCode', { code: FACT })
  await me.shortcut('switch-pane')
  await expect(pane(me, own)).toBeFocused()
  await expect(me.quote).toBeHidden()

  // By mouse: what is pressed on is what is coded.
  const snail = pane(me, 'ferry').getByText('snail on the water')
  await snail.click()
  await me.press('d')
  await me.press('2')
  await me.hears('act.applyCode', { code: JUDGEMENT })
  await expect(me.quote).toHaveText('It was a snail on the water.')
  expect(await violations(me.page, 'two documents')).toEqual([])

  // Undo in one pane is seen in the other.
  await me.shortcut('switch-pane')
  await expect(pane(me, own)).toBeFocused()
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.applyCode', { code: JUDGEMENT })
  await me.button('beside.close').click()
  await expect(me.transcript).toHaveCount(1)
  await expect(pane(me, own)).toBeVisible()

  await lectern.restart([])
  await expect(pane(me, own)).toBeVisible()
  await me.page
    .getByRole('combobox', { name: me.words('library.sources'), exact: true })
    .selectOption({ label: 'ferry' })
  await expect(pane(me, 'ferry')).toBeVisible()
  expect(await me.codings()).toHaveLength(1)
})
