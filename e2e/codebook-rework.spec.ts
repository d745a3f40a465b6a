import type { Locator } from 'playwright/test'
import { expect, type Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

test.beforeEach(async ({ researcher: me }) => {
  await expect(me.transcript).toBeVisible()
})

const names = (me: Researcher): Promise<string[]> =>
  me.codebook.locator('[role=treeitem] .code-name').evaluateAll((items) => items.map((item) => item.textContent ?? ''))

/** Codes the first sentence of a turn. */
async function codes(me: Researcher, turn: number, ...keys: readonly string[]): Promise<void> {
  await me.goesToTurn(turn)
  await me.press('s')
  for (const key of keys) await me.press(key)
}

/** Opens a command of the codebook from its own menu. */
async function opens(me: Researcher, command: Parameters<Researcher['words']>[0]): Promise<Locator> {
  await me.button('codebook.more').click()
  await me.page.getByRole('menuitem', { name: me.words(command) }).click()
  await expect(me.page.getByRole('dialog')).toBeVisible()
  return me.page.getByRole('dialog')
}

async function chooses(select: Locator, name: string): Promise<void> {
  const option = select.getByRole('option').filter({ hasText: new RegExp(`^\\s*${name}$`) })
  await select.selectOption((await option.getAttribute('value')) ?? '')
}

test('the tree by keyboard: letters lead to a code, arrows fold, Alt and arrows rework', async ({ researcher: me }) => {
  const before = await names(me)
  await me.shortcut('focus-codebook')
  await expect(me.code('Claim').first()).toBeFocused()
  await me.press('R', 'h', 'e')
  await expect(me.code('Rhetoric').first()).toBeFocused()
  await me.press('ArrowLeft')
  await expect(me.code('Rhetoric').first()).toHaveAttribute('aria-expanded', 'false')
  await expect(me.code('Metaphor')).toBeHidden()
  await me.press('ArrowRight', 'ArrowRight')
  await expect(me.code('Metaphor')).toBeFocused()
  await expect(me.code('Metaphor')).toHaveAttribute('aria-posinset', '1')
  await me.press('Alt+ArrowLeft')
  await me.hears('refusal.atTheEdge')
  await me.press('ArrowDown', 'Alt+ArrowRight')
  await me.hears('act.moveCode', { code: 'Parallelism', parent: 'Metaphor' })
  await expect(me.code('Parallelism')).toBeFocused()
  await expect(me.code('Parallelism')).toHaveAttribute('aria-level', '3')
  await me.press('Alt+ArrowLeft')
  await me.hears('act.moveCode', { code: 'Parallelism', parent: 'Rhetoric' })
  expect(await names(me)).toEqual(before)

  const find = me.codebook.getByRole('searchbox')
  await find.fill('hedg')
  expect(await names(me)).toEqual(['Rhetoric', 'Hedging'])
  await find.press('ArrowDown')
  await expect(me.code('Rhetoric').first()).toBeFocused()
  await find.fill('')
  await codes(me, 2, 'h')
  await me.hears('act.applyCode', { code: 'Hedging' })
  await me.codebook.getByRole('combobox', { name: me.words('codebook.order') }).selectOption('use')
  const byUse = await names(me)
  expect(byUse[byUse.indexOf('Rhetoric') + 1]).toBe('Hedging')
  await me.codebook.getByRole('combobox', { name: me.words('codebook.order') }).selectOption('own')
  expect(await names(me)).toEqual(before)
})

test('a click on a code leaves the keyboard and the selection in the text', async ({ researcher: me }) => {
  await me.goesToTurn(2)
  await me.press('s')
  const quote = await me.selectedText()
  await me.code('Metaphor').click()
  await me.hears('act.applyCode', { code: 'Metaphor' })
  await expect(me.transcript).toBeFocused()
  expect(await me.selectedText()).toBe(quote)
  await me.press('p')
  await me.hears('act.applyCode', { code: 'Parallelism' })
  await expect(me.quote).toHaveText(quote)
})

test('the tree by mouse: a code is dragged before another, and into another family', async ({ researcher: me }) => {
  const before = await names(me)
  const row = (name: string): Locator => me.code(name).first().locator('.code-item')
  await row('Prediction').dragTo(row('Factual claim'), { targetPosition: { x: 60, y: 2 } })
  await me.hears('act.shiftCode', { code: 'Prediction' })
  expect((await names(me)).slice(0, 3)).toEqual(['Claim', 'Prediction', 'Factual claim'])

  await codes(me, 2, '1')
  await me.hears('act.applyCode', { code: 'Factual claim' })
  await row('Factual claim').dragTo(row('Topic'), { targetPosition: { x: 60, y: 14 } })
  // The claimant was filled in by the program; topics do not ask for one.
  await me.hears('act.moveCodeKeeping', { code: 'Factual claim', parent: 'Topic', count: 1 })
  await me.shortcut('undo')
  await me.shortcut('undo')
  await me.shortcut('undo')
  await expect.poll(() => names(me)).toEqual(before)
})

test('a merge says what will happen, loses nothing and is one step', async ({ researcher: me }) => {
  await codes(me, 2, 'm', 'p')
  await me.hears('act.applyCode', { code: 'Parallelism' })
  await codes(me, 4, 'm')
  await expect.poll(() => me.codings()).toHaveLength(3)
  const codings = await me.codings()

  await me.code('Metaphor').click({ button: 'right' })
  await me.page.getByRole('menuitem', { name: me.words('command.mergeCodes') }).click()
  const dialog = me.dialog(me.words('merge.title'))
  const merge = dialog.getByRole('button', { name: me.words('merge.do') })
  await expect(merge).toBeDisabled()
  await chooses(dialog.getByLabel(me.words('merge.into'), { exact: true }), 'Parallelism')
  await expect(dialog.getByRole('status')).toContainText(
    me.words('merge.moves', { count: 1, from: 'Metaphor', into: 'Parallelism' }),
  )
  await expect(dialog.getByRole('status')).toContainText(me.words('merge.duplicates', { count: 1 }))
  await merge.click()
  await me.hears('act.mergeCodes', { from: 'Metaphor', into: 'Parallelism', count: 2 })
  await expect(me.code('Metaphor')).toBeHidden()
  await expect(me.code('Parallelism').locator('.code-count')).toHaveText('2')
  expect(await me.codings()).toHaveLength(2)
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.mergeCodes', { from: 'Metaphor', into: 'Parallelism', count: 2 })
  // Codings on one passage have no order.
  expect([...(await me.codings())].sort()).toEqual([...codings].sort())
})

test('a split walks through the codings, a digit for each', async ({ researcher: me }) => {
  for (const turn of [2, 4, 6]) await codes(me, turn, 'm')
  await expect(me.code('Metaphor').locator('.code-count')).toHaveText('3')
  await me.code('Metaphor').click({ button: 'right' })
  await me.page.getByRole('menuitem', { name: me.words('command.splitCode') }).click()
  const dialog = me.dialog(me.words('split.titleOf', { code: 'Metaphor' }))
  await dialog.getByLabel(me.words('split.new')).fill('Living metaphor')
  await me.press('Enter')
  await expect(dialog.getByRole('listitem')).toHaveText(/Living metaphor/)
  await chooses(dialog.getByLabel(me.words('split.existing')), 'Euphemism')
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: me.words('split.begin', { count: 3 }) }).click()
  const progress = dialog.getByRole('status')
  await expect(progress).toHaveText(me.words('split.progress', { at: 1, count: 3, done: 0 }))
  await expect(dialog.locator('mark')).not.toBeEmpty()
  await me.press('1')
  await expect(progress).toHaveText(me.words('split.progress', { at: 2, count: 3, done: 1 }))
  await me.press('ArrowRight')
  await expect(progress).toHaveText(me.words('split.progress', { at: 3, count: 3, done: 1 }))
  await me.press('2')
  await expect(dialog.getByText(me.words('split.end', { count: 1, code: 'Metaphor' }))).toBeVisible()
  await dialog.getByRole('button', { name: me.words('common.done') }).click()
  await expect(dialog).toBeHidden()
  for (const name of ['Metaphor', 'Living metaphor', 'Euphemism']) {
    await expect(me.code(name).last().locator('.code-count')).toHaveText('1')
  }
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.recode', { from: 'Metaphor', to: 'Euphemism' })
  await expect(me.code('Metaphor').first().locator('.code-count')).toHaveText('2')
})

test('a set across families is made, filled and looked at alone', async ({ researcher: me }) => {
  const dialog = await opens(me, 'command.codeSets')
  await dialog.getByLabel(me.words('sets.new')).fill('Campaign')
  await me.press('Enter')
  const set = dialog.getByRole('region', { name: 'Campaign' })
  await expect(set).toBeVisible()
  for (const name of ['Metaphor', 'Prediction']) {
    await set.getByRole('checkbox', { name }).click()
    await expect(set.getByRole('checkbox', { name })).toBeChecked()
    await me.hears('act.putInCodeSet', { code: name, set: 'Campaign' })
  }
  await dialog.getByLabel(me.words('sets.new')).fill(' campaign ')
  await me.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText(me.words('refusal.setTaken', { name: 'Campaign' }))
  await me.press('Escape')
  await expect(dialog).toBeHidden()
  await me.codebook
    .getByRole('combobox', { name: me.words('codebook.set') })
    .selectOption({ label: me.words('codebook.setNamed', { set: 'Campaign', count: 2 }) })
  expect(await names(me)).toEqual(['Claim', 'Prediction', 'Rhetoric', 'Metaphor'])
})

test('a version is named, compared with what came after, and knows its codings', async ({
  researcher: me,
  lectern,
}) => {
  await codes(me, 2, 'm')
  await me.hears('act.applyCode', { code: 'Metaphor' })
  let dialog = await opens(me, 'command.codebookVersions')
  await dialog.getByLabel(me.words('versions.new')).fill('Pilot')
  await me.press('Enter')
  await me.hears('act.nameVersion', { version: 'Pilot' })
  await expect(dialog.getByText(me.words('versions.same'))).toBeVisible()
  await me.press('Escape')
  await codes(me, 4, 'm')
  await me.hears('act.applyCode', { code: 'Metaphor' })
  // The coding in hand becomes the example of its code.
  await lectern.menu('use-as-example')
  await me.hears('act.addExample', { code: 'Metaphor' })

  dialog = await opens(me, 'command.codebookVersions')
  const version = dialog.getByRole('region', { name: 'Pilot' })
  await expect(version.getByRole('rowheader', { name: me.words('code.example') })).toBeVisible()
  await expect(version.getByText(me.words('versions.codingsOf', { count: 1 }))).toBeVisible()
  await expect(dialog.getByRole('button', { name: me.words('versions.beforeAll') })).toContainText(
    me.words('versions.codings', { count: 1 }),
  )
  await version.getByText(me.words('versions.codingsOf', { count: 1 })).click()
  await version.getByRole('listitem').getByRole('button').click()
  await expect(dialog).toBeHidden()
  await expect(me.quote).toBeVisible()
})

test('every text of every code can be written in one table', async ({ researcher: me }) => {
  await me.shortcut('codebook-table')
  const dialog = me.dialog(me.words('table.title'))
  await dialog.getByRole('searchbox').fill('hedg')
  const notes = dialog.getByLabel(`${me.words('code.notes')} · Hedging`)
  await notes.fill('Ask the second coder.')
  await me.hears('act.defineCode', { code: 'Hedging' })
  await me.press('Escape')
  await expect(dialog).toBeHidden()
  await me.code('Hedging').hover()
  await me.button('codebook.edit', { code: 'Hedging' }).click()
  await expect(me.page.getByRole('dialog').getByLabel(me.words('code.notes'))).toHaveValue('Ask the second coder.')
})
