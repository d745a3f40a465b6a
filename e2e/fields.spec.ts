import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { FIELD_TEXTS, RESPONSIVENESS_TEXTS, STANCE_TEXTS } from '#shared/codebook/starter/field-texts.ts'
import { readExport } from './exported.ts'
import { expect, type Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

let folder: string
test.beforeEach(async ({ researcher: me }) => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
  await expect(me.transcript).toBeVisible()
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const answer = (me: Researcher, label: string): Locator =>
  me.inspector.getByRole('textbox', { name: label, exact: true })
const combo = (me: Researcher, label: string): Locator =>
  me.inspector.getByRole('combobox', { name: label, exact: true })
const radio = (me: Researcher, name: string): Locator => me.inspector.getByRole('radio', { name, exact: true })

test('a claim is filled without leaving the keyboard, and the text is as it was left', async ({ researcher: me }) => {
  await me.goesToTurn(2)
  await me.press('s')
  const quote = await me.selectedText()
  await me.press('1')
  await expect(me.quote).toHaveText(quote)

  await me.press('i')
  await expect(combo(me, FIELD_TEXTS.claimant.en)).toBeFocused()
  await expect(combo(me, FIELD_TEXTS.claimant.en)).not.toHaveValue('')
  await me.press('Enter')
  await expect(combo(me, FIELD_TEXTS.addressee.en)).toBeFocused()
  await me.page.keyboard.type('The harbour board')
  await me.press('Enter')
  await me.hears('act.setField', { field: FIELD_TEXTS.addressee.en })
  await expect(radio(me, STANCE_TEXTS.supports.en)).toBeFocused()
  // By its key; the arrows go on from there, and none is chosen with Backspace.
  await me.press('2')
  await expect(radio(me, STANCE_TEXTS.opposes.en)).toBeChecked()
  await me.hears('act.setField', { field: FIELD_TEXTS.stance.en })
  await me.press('Backspace')
  await expect(radio(me, STANCE_TEXTS.opposes.en)).not.toBeChecked()
  await me.press('ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(radio(me, STANCE_TEXTS.neutral.en)).toBeChecked()
  await me.press('Enter')
  await me.page.keyboard.type('It will open in May.')
  await me.press('Enter', '1', 'Enter')
  await me.hears('act.setField', { field: FIELD_TEXTS.responsiveness.en })
  await expect(me.transcript).toBeFocused()
  expect(await me.selectedText()).toBe(quote)

  await me.takesInHand(1)
  await me.press('i')
  await expect(answer(me, FIELD_TEXTS.proposition.en)).toHaveValue('It will open in May.')
  await expect(radio(me, STANCE_TEXTS.neutral.en)).toBeChecked()
  await expect(radio(me, RESPONSIVENESS_TEXTS.direct.en)).toBeChecked()
  await me.press('Escape')
  await expect(me.transcript).toBeFocused()

  // The next sentence claims the same, and so does the first one: one act for both.
  await me.goesToTurn(2)
  await me.press('s', 'ArrowRight', 'ArrowRight', 's', '1')
  await expect(me.quote).not.toHaveText(quote)
  await me.press('i')
  await me.tabTo(radio(me, STANCE_TEXTS.supports.en))
  await me.press('1', 'Alt+Enter')
  await me.hears('act.copyAnswer', { field: FIELD_TEXTS.stance.en, count: 1 })
  await me.takesInHand(1)
  await expect(radio(me, STANCE_TEXTS.supports.en)).toBeChecked()

  // A question is not asked how it responds.
  await me.goesToTurn(1)
  await me.press('s', '1', 'i')
  await expect(combo(me, FIELD_TEXTS.claimant.en)).toBeFocused()
  await expect(radio(me, RESPONSIVENESS_TEXTS.direct.en)).toBeHidden()
})

test('a family of one’s own with fields of every type, filled, refused with the reason, and exported', async ({
  lectern,
  researcher: me,
}) => {
  await me.goesToTurn(2)
  await me.press('s', 'm')
  await me.hears('act.applyCode', { code: 'Metaphor' })
  await me.goesToTranscript()
  await lectern.menu('edit-family')
  const dialog = me.page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: me.words('family.title', { family: 'Rhetoric' }) })).toBeVisible()
  const field = (label: string): Locator => dialog.getByRole('button', { name: new RegExp(`^${label}`) })
  const fields = [
    ['Strength', 'number'],
    ['Manner', 'choices'],
    ['Ironic', 'yes-no'],
    ['Said on', 'date'],
    ['Borrowed from', 'source'],
  ] as const
  for (const [label, type] of fields) {
    await dialog.getByLabel(me.words('family.addField')).fill(label)
    await dialog.getByLabel(me.words('family.typeOfNew')).selectOption(type)
    await dialog.getByLabel(me.words('family.addField')).press('Enter')
    await expect(field(label)).toHaveAttribute('aria-current', 'true')
  }
  await field('Strength').click()
  await dialog.getByLabel(me.words('family.required')).check()
  const column = dialog.getByLabel(me.words('family.column'))
  await column.fill('How strong')
  await column.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText(me.words('refusal.notAColumnName', { name: 'How strong' }))
  await column.fill('how_strong')
  await column.press('Enter')
  await me.hears('act.renameField', { from: 'strength', to: 'how_strong' })
  await field('Manner').click()
  for (const choice of ['Dry', 'Warm']) {
    await dialog.getByLabel(me.words('family.newChoice')).fill(choice)
    await dialog.getByLabel(me.words('family.newChoice')).press('Enter')
  }
  await expect(dialog.getByLabel(me.words('family.choiceValue', { number: 2 }))).toHaveValue('warm')
  await me.page.screenshot({ path: join(folder, 'family.png') })
  await dialog.getByRole('button', { name: me.words('common.done') }).click()
  await expect(dialog).toBeHidden()

  // What is asked and not said is marked, and found by its key.
  await expect(me.inspector.getByText(me.words('fields.missing'))).toBeVisible()
  await me.goesToTranscript()
  await me.press('Escape')
  await expect(me.inspector.getByText(me.words('fields.incomplete', { fields: 'Strength' }))).toBeVisible()
  await me.shortcut('next-incomplete-coding')
  const strength = answer(me, 'Strength')
  await expect(strength).toBeFocused()
  await me.page.keyboard.type('1,5')
  await me.press('Enter')
  await expect(me.inspector.getByText(me.words('refusal.comma-in-number'))).toBeVisible()
  await expect(strength).toBeFocused()
  // It is still there when one comes back to it.
  await me.goesToTranscript()
  await me.press('Escape')
  await expect(me.quote).toBeHidden()
  await me.press(']', 'i')
  await expect(strength).toHaveValue('1,5')
  await expect(strength).toBeFocused()
  await me.page.keyboard.type('１．５０')
  await me.press('Enter')
  await expect(strength).toHaveValue('1.5')
  await me.press('1', '2', 'Enter', 'y', 'Enter')
  await expect(me.inspector.getByRole('checkbox', { name: 'Warm' })).toBeChecked()
  await expect(radio(me, me.words('fields.yes'))).toBeChecked()
  await me.page.keyboard.insertText('2024年3月5日')
  await me.press('Enter')
  await expect(answer(me, 'Said on')).toHaveValue('2024-03-05')
  const name = await me.page
    .getByRole('combobox', { name: me.words('library.sources') })
    .locator('option:checked')
    .innerText()
  await me.page.keyboard.type(name.toUpperCase())
  await me.press('Enter')
  await expect(me.transcript).toBeFocused()
  await me.shortcut('next-incomplete-coding')
  await me.hears('notice.noIncomplete')
  await me.press('i')
  await expect(strength).toBeFocused()
  await me.press('Backspace')
  await me.shortcut('next-incomplete-coding')
  await me.hears('act.setField', { field: 'Strength' })
  await expect(strength).toHaveValue('')
  await expect(strength).toBeFocused()
  await me.page.keyboard.type('2.5')
  await me.shortcut('next-incomplete-coding')
  await me.hears('notice.noIncomplete')
  await expect(me.transcript).toBeFocused()

  // Another type only when every value fits; what would become of them is shown before.
  await lectern.menu('edit-family')
  await field('Said on').click()
  const type = dialog.getByLabel(me.words('family.type'), { exact: true })
  await type.selectOption('number')
  await expect(dialog.getByText(me.words('family.valueUnfit', { value: '2024-03-05', count: 1 }))).toBeVisible()
  await expect(dialog.getByRole('button', { name: me.words('family.changeType') })).toBeDisabled()
  await type.selectOption('text')
  await dialog.getByRole('button', { name: me.words('family.changeType') }).click()
  await me.hears('act.changeFieldType', { field: 'Said on' })
  await field('Manner').click()
  await dialog
    .getByRole('button', {
      name: `${me.words('family.deleteChoice', { choice: 'Dry' })} · ${me.words('family.fromCodings', { count: 1 })}`,
    })
    .click()
  await me.hears('act.deleteChoice', { choice: 'Dry', field: 'Manner', count: 1 })
  await me.press('Escape')
  await expect(dialog).toBeHidden()
  await me.goesToTranscript()
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.deleteChoice', { choice: 'Dry', field: 'Manner', count: 1 })

  const path = join(folder, 'fields.csv')
  await me.exportsTo(path, 1)
  expect(readExport(path).rows[0]).toMatchObject({
    'rhetoric.how_strong': '2.5',
    'rhetoric.manner': 'dry;warm',
    'rhetoric.ironic': 'yes',
    'rhetoric.said_on': '2024-03-05',
    'rhetoric.borrowed_from': name,
  })
})
