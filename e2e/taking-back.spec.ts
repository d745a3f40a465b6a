import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { FIELD_TEXTS } from '#shared/codebook/starter/field-texts.ts'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { line, opensLibrary } from './library-steps.ts'
import { expect, type Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

test.beforeEach(async ({ researcher: me }) => {
  await expect(me.transcript).toBeVisible()
})

const METAPHOR = STARTER_TEXTS['rhetoric.metaphor'].en.name
const FACT = STARTER_TEXTS['claim.fact'].en.name
/** How long a text that is typed without a pause may be behind on the disk, in milliseconds. */
const MOST_LOST = 1200

const memo = (me: Researcher): Locator => me.inspector.getByLabel(me.words('inspector.memo'))

async function codes(me: Researcher, key: string, code: string): Promise<void> {
  await me.goesToTurn(2)
  await me.press('s', key)
  await me.hears('act.applyCode', { code })
}

const edits = async (me: Researcher, code: string): Promise<Locator> => {
  await me.code(code).hover()
  await me.button('codebook.edit', { code }).click()
  await expect(me.page.getByRole('dialog')).toBeVisible()
  return me.page.getByRole('dialog')
}

/** Goes into a field and leaves it, without typing. */
async function passesThrough(me: Researcher, field: Locator): Promise<void> {
  await field.focus()
  await me.press('Tab')
  await expect(field).not.toBeFocused()
}

test('undo shows a memo and a field as they were, and leaving them writes nothing', async ({ researcher: me }) => {
  await codes(me, '1', FACT)
  for (const [field, act, values] of [
    [memo(me), 'act.writeMemo', {}],
    [me.inspector.getByLabel(FIELD_TEXTS.addressee.en), 'act.setField', { field: FIELD_TEXTS.addressee.en }],
  ] as const) {
    let acts = await me.actsSaved()
    for (const text of ['the first', 'the second']) {
      await field.fill(text)
      await me.press('Tab')
      await me.seesSaved(++acts)
    }
    await me.goesToTranscript()
    await me.shortcut('undo')
    await me.hearsOf('undone', act, values)
    await me.seesText(field, 'the first')
    await passesThrough(me, field)
    await me.goesToTranscript()
    await me.press('Escape')
    await expect(field).toBeHidden()
    // Anything that was written meanwhile would stand in the way of redo.
    await me.shortcut('redo')
    await me.hearsOf('redone', act, values)
    await me.seesSaved(acts + 2)
    await me.takesInHand(1)
    await me.seesText(field, 'the second')
  }
})

test('undo shows the old name of a code in its dialog, and leaving the field writes nothing', async ({
  researcher: me,
}) => {
  const dialog = await edits(me, METAPHOR)
  const field = dialog.getByLabel(me.words('code.name'), { exact: true })
  const acts = await me.actsSaved()
  await field.fill('Image')
  await me.press('Enter')
  await me.seesSaved(acts + 1)
  await dialog.getByRole('radio', { checked: true }).focus()
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.renameCode', { from: METAPHOR, to: 'Image' })
  await expect(field).toHaveValue(METAPHOR)
  await passesThrough(me, field)
  await me.press('Escape')
  await expect(dialog).toBeHidden()
  await me.shortcut('redo')
  await me.seesSaved(acts + 3)
  await expect(me.code('Image')).toBeVisible()
})

/** Types and takes back what was typed, then goes on taking back though the field has nothing more. */
async function undoesTooMuch(me: Researcher, field: Locator): Promise<void> {
  await expect(field).toBeFocused()
  await me.press('w')
  await me.shortcut('undo')
  await me.seesText(field, '')
  await me.shortcut('undo')
  // That this is done again shows that the keys before it have arrived.
  await me.shortcut('redo')
  await me.seesText(field, 'w')
  await me.shortcut('undo')
  await me.seesText(field, '')
}

test('the key of undo in a text field takes back no act', async ({ researcher: me }) => {
  await codes(me, 'm', METAPHOR)
  const acts = await me.actsSaved()

  await me.shortcut('find')
  await undoesTooMuch(me, me.page.getByRole('main').getByRole('searchbox'))
  await me.press('Escape')

  await me.press('s', 'Enter')
  await undoesTooMuch(me, me.dialog(me.words('palette.title')).getByRole('combobox'))
  await me.press('Escape')

  await memo(me).focus()
  await undoesTooMuch(me, memo(me))

  // Acts are carried out one after another: one that was taken back would be counted before this one.
  await me.goesToTranscript()
  await me.press('p')
  await me.hears('act.applyCode', { code: STARTER_TEXTS['rhetoric.parallelism'].en.name })
  await me.seesSaved(acts + 1)
  expect(await me.codings()).toHaveLength(2)
})

test('deleting the code of the coding in hand goes back to the list, and undo brings both back', async ({
  researcher: me,
}) => {
  await codes(me, 'm', METAPHOR)
  const acts = await me.actsSaved()
  await expect(me.quote).toBeVisible()
  const dialog = await edits(me, METAPHOR)
  await dialog.getByRole('button', { name: me.words('code.delete') }).click()
  await me.hears('act.deleteCode', { code: METAPHOR, count: 1 })
  await expect(me.quote).toBeHidden()
  await expect(me.inspector).toContainText(me.words('inspector.none'))
  await me.goesToTranscript()
  await me.press('x', 'Delete', '>', ',')
  await expect(dialog).toBeHidden()
  await me.seesSaved(acts + 1)
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.deleteCode', { code: METAPHOR, count: 1 })
  await expect(me.code(METAPHOR)).toBeVisible()
  expect(await me.codings()).toHaveLength(1)
})

test('a memo typed without a pause is on the disk but for its last words', async ({ lectern, researcher: me }) => {
  await codes(me, 'm', METAPHOR)
  await memo(me).focus()
  const typed: number[] = []
  let text = ''
  for (const began = Date.now(); Date.now() - began < 5500; ) {
    const word = `word${typed.length} `
    await memo(me).pressSequentially(word, { delay: 20 })
    text += word
    typed.push(Date.now())
  }
  const killed = Date.now()
  await lectern.kill()
  await lectern.restart([])
  await expect(me.transcript).toBeVisible()
  await me.takesInHand(1)
  await expect(memo(me)).not.toHaveText('')
  const kept = await me.textIn(memo(me))
  expect(text.startsWith(kept)).toBe(true)
  const safe = typed.filter((at) => at < killed - MOST_LOST).length
  expect(safe).toBeGreaterThan(3)
  expect(kept.split(' ').length).toBeGreaterThan(safe)
})

test('recoding as a claim fills in the claimant from the turn', async ({ researcher: me }) => {
  const names = (await me.blocks()).filter(({ kind }) => kind === 'label').map(({ text }) => text)
  await codes(me, 'm', METAPHOR)
  await me.press('x')
  await me.dialog(me.words('palette.recode')).getByRole('combobox').pressSequentially(FACT)
  await me.press('Enter')
  await me.hears('act.recode', { from: METAPHOR, to: FACT })
  await expect(me.inspector.getByLabel(FIELD_TEXTS.claimant.en)).toHaveValue(names[2] ?? '')
})

test('an import that is taken back and done again is shown again; what is left is offered', async ({
  researcher: me,
}) => {
  await me.shortcut('undo')
  await expect(me.transcript).toBeHidden()
  await me.shortcut('redo')
  await expect(me.transcript).toBeVisible()

  const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
  try {
    await writeFile(join(folder, 'other.txt'), 'Ann: Where is the ferry?\n\nBob: It left at noon.\n')
    await me.opensFiles([join(folder, 'other.txt')])
    await expect(me.transcript).toContainText('It left at noon.')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const library = await opensLibrary(me)
  await line(library, 'other').click()
  await me.press('Delete')
  await expect(line(library, 'other')).toBeHidden()
  await me.press('Escape')
  await expect(library).toBeHidden()
  await line(me.page.getByRole('main'), 'hard-wrapped-zh').dblclick()
  await expect(me.transcript).toHaveAccessibleName(me.words('reading.label', { source: 'hard-wrapped-zh' }))
})

test('what stands behind a dialog is not changed by the menu bar', async ({ lectern, researcher: me }) => {
  await codes(me, 'm', METAPHOR)
  const acts = await me.actsSaved()
  await me.shortcut('export-csv')
  const dialog = me.dialog(me.words('export.title'))
  await expect(dialog).toBeVisible()
  for (const command of ['remove-coding', 'recode', 'end-later'] as const) await lectern.menu(command)
  await expect(dialog).toBeVisible()
  await expect(me.page.getByRole('dialog')).toHaveCount(1)
  await me.press('Escape')
  await expect(dialog).toBeHidden()
  await lectern.menu('end-later')
  await me.hears('act.resizeCoding', { code: METAPHOR })
  await me.seesSaved(acts + 1)
})
