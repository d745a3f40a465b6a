import { pointOf } from './mouse.ts'
import { expect, type Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

test.beforeEach(async ({ researcher: me }) => {
  await expect(me.transcript).toBeVisible()
})

const edits = async (me: Researcher, code: string): Promise<void> => {
  await me.code(code).hover()
  await me.button('codebook.edit', { code }).click()
  await expect(me.page.getByRole('dialog')).toBeVisible()
}

const names = (me: Researcher): Promise<string[]> =>
  me.codebook.getByRole('treeitem').evaluateAll((items) => items.map((item) => item.textContent ?? ''))

test('a code is added, renamed, recoloured and defined, and all of it can be undone', async ({ researcher: me }) => {
  const before = await names(me)
  const acts = await me.actsSaved()
  await me.button('codebook.addUnder', { code: 'Topic' }).click()
  const field = me.codebook.getByRole('textbox', { name: me.words('codebook.newCode', { code: 'Topic' }) })
  await field.fill('Public health')
  await field.press('Enter')
  await me.hears('refusal.nameTaken', { name: 'Public health' })
  await expect(field).toHaveValue('Public health')
  await field.fill('Fisheries')
  await field.press('Enter')
  await me.hears('act.addCode', { code: 'Fisheries' })

  await edits(me, 'Fisheries')
  const dialog = me.page.getByRole('dialog')
  await dialog.getByLabel(me.words('code.name'), { exact: true }).fill('Sea and fish')
  await dialog.getByLabel(me.words('code.name'), { exact: true }).press('Enter')
  await expect(dialog.getByRole('heading', { name: 'Topic › Sea and fish' })).toBeVisible()
  await dialog.getByTitle(me.words('colour.brown')).click()
  await expect(dialog.getByRole('radio', { name: me.words('colour.brown') })).toBeChecked()
  for (const part of ['code.definition', 'code.include', 'code.exclude'] as const) {
    await dialog.getByLabel(me.words(part)).fill(`${part} of fish`)
  }
  await dialog.getByRole('button', { name: me.words('common.done') }).click()
  await me.seesSaved(acts + 6)
  await edits(me, 'Sea and fish')
  await expect(dialog.getByLabel(me.words('code.exclude'))).toHaveValue('code.exclude of fish')
  await me.press('Escape')
  await expect(dialog).toBeHidden()

  for (let undone = 1; undone <= 6; undone++) {
    await me.shortcut('undo')
    await me.seesSaved(acts + 6 + undone)
  }
  expect(await names(me)).toEqual(before)
})

test('a key is given; one that is in use is refused with the reason', async ({ researcher: me }) => {
  await edits(me, 'Metaphor')
  const dialog = me.page.getByRole('dialog')
  const key = dialog.getByLabel(me.words('code.key'))
  for (const [wanted, why] of [
    ['s', me.words('refusal.keyReserved', { key: 's' })],
    ['p', me.words('refusal.keyTaken', { key: 'p', code: 'Parallelism' })],
    ['zz', me.words('refusal.keyNotOne')],
  ] as const) {
    await key.fill(wanted)
    await key.press('Enter')
    await expect(dialog.getByRole('alert')).toHaveText(why)
    await expect(key).toHaveValue(wanted)
  }
  await key.fill('b')
  await key.press('Enter')
  await me.hears('act.setCodeKey', { code: 'Metaphor' })
  await me.press('Escape')
  await expect(dialog).toBeHidden()
  await me.goesToTurn(2)
  await me.press('s', 'b')
  await me.hears('act.applyCode', { code: 'Metaphor' })
})

test('a code goes under another, and up and down among its siblings', async ({ researcher: me }) => {
  const before = await names(me)
  await edits(me, 'Hedging')
  const dialog = me.page.getByRole('dialog')
  const under = dialog.getByLabel(me.words('code.parent'))
  const target = under.getByRole('option').filter({ hasText: 'Euphemism' })
  await under.selectOption((await target.getAttribute('value')) ?? '')
  await me.hears('act.moveCode', { code: 'Hedging', parent: 'Euphemism' })
  await expect(dialog.getByRole('heading', { name: 'Rhetoric › Euphemism › Hedging' })).toBeVisible()
  await me.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(me.code('Hedging')).toHaveAttribute('aria-level', '3')

  await me.shortcut('focus-codebook')
  // The keyboard comes back to the code that was edited.
  await expect(me.code('Hedging')).toBeFocused()
  await me.press('Home', 'ArrowDown', 'ArrowDown', 'Alt+ArrowUp')
  await me.hears('act.shiftCode', { code: 'Evaluation' })
  const order = await names(me)
  expect(order.findIndex((name) => name.startsWith('Evaluation'))).toBe(1)
  await me.press('Alt+ArrowUp')
  await me.hears('refusal.atTheEdge')
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.shiftCode', { code: 'Evaluation' })
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.moveCode', { code: 'Hedging', parent: 'Euphemism' })
  expect(await names(me)).toEqual(before)
})

test('deleting says beforehand what goes, and undo brings the codings back', async ({ researcher: me }) => {
  await me.goesToTurn(2)
  await me.press('s', 'm')
  await me.hears('act.applyCode', { code: 'Metaphor' })
  await me.goesToTurn(4)
  await me.press('s', 'm')
  await expect.poll(() => me.codings()).toHaveLength(2)
  const codings = await me.codings()
  const before = await names(me)
  await edits(me, 'Metaphor')
  const count = {
    codes: me.words('code.deleteCodes', { count: 1 }),
    codings: me.words('code.deleteCodings', { count: 2 }),
  }
  await me.page
    .getByRole('dialog')
    .getByRole('button', { name: `${me.words('code.delete')} · ${count.codes} · ${count.codings}` })
    .click()
  await me.hears('act.deleteCode', { code: 'Metaphor', count: 2 })
  expect(await me.codings()).toHaveLength(0)
  await expect(me.code('Metaphor')).toBeHidden()
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.deleteCode', { code: 'Metaphor', count: 2 })
  expect(await me.codings()).toEqual(codings)
  expect(await names(me)).toEqual(before)
})

test('a family of one’s own, and a code of it made while coding', async ({ researcher: me }) => {
  await me.button('codebook.addFamily').click()
  const field = me.codebook.getByRole('textbox', { name: me.words('codebook.newFamily') })
  await field.fill('Tone')
  await field.press('Enter')
  await me.hears('act.addFamily', { code: 'Tone' })
  await expect(me.code('Tone')).toHaveAttribute('aria-level', '1')

  await me.goesToTurn(2)
  await me.press('s', 'Enter')
  const palette = me.dialog(me.words('palette.title'))
  await palette.getByRole('combobox').pressSequentially('Dry')
  const create = palette.getByRole('option', { name: me.words('palette.create', { name: 'Dry', family: 'Tone' }) })
  await create.click()
  await me.hears('act.codeWithNew', { code: 'Dry', parent: 'Tone' })
  await expect(me.code('Dry')).toHaveAttribute('aria-level', '2')
  expect(await me.codings()).toHaveLength(1)
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.codeWithNew', { code: 'Dry', parent: 'Tone' })
  await expect(me.code('Dry')).toBeHidden()
})

test('by mouse: a click in the codebook, and the menu under the right button', async ({ researcher: me }) => {
  await me.code('Metaphor').click()
  await me.hears('notice.selectFirst')
  await me.goesToTurn(2)
  await me.press('s')
  const quote = await me.selectedText()
  await me.code('Metaphor').click()
  await me.hears('act.applyCode', { code: 'Metaphor' })
  await expect(me.quote).toHaveText(quote)

  const paragraph = me.transcript.getByText(quote).first()
  const point = await pointOf([paragraph, 3])
  await me.page.mouse.click(point.x, point.y, { button: 'right' })
  await me.page.getByRole('menuitem', { name: me.words('menu.codeAs', { family: 'Claim' }) }).hover()
  await me.page.getByRole('menuitem', { name: 'Prediction' }).click()
  await me.hears('act.applyCode', { code: 'Prediction' })
  expect(await me.codings()).toHaveLength(2)
})
