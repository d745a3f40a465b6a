import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { expect, type Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

test.beforeEach(async ({ researcher: me }) => {
  await expect(me.transcript).toBeVisible()
})

const METAPHOR = STARTER_TEXTS['rhetoric.metaphor'].en.name
const HEDGING = STARTER_TEXTS['rhetoric.hedging'].en.name

const codingMemo = (me: Researcher): Locator => me.inspector.getByLabel(me.words('inspector.memo'))
const panel = (me: Researcher): Locator => me.page.getByRole('region', { name: me.words('memo.title'), exact: true })
const panelMemo = (me: Researcher): Locator => panel(me).getByRole('textbox')
const list = (me: Researcher): Locator => me.dialog(me.words('memos.title'))
const rows = (me: Researcher): Locator =>
  list(me)
    .getByRole('list', { name: me.words('memos.list') })
    .getByRole('listitem')

/** Types as on a keyboard: what the field does on its way with the keys counts. */
const types = (me: Researcher, text: string): Promise<void> => me.page.keyboard.type(text)

test('a memo has looks, a list and links; it comes back after a restart, and its links lead there', async ({
  lectern,
  researcher: me,
}) => {
  await me.goesToTurn(2)
  await me.press('s', 'm')
  await me.hears('act.applyCode', { code: METAPHOR })
  const acts = await me.actsSaved()
  await me.tabTo(codingMemo(me))
  await types(me, '# The weir')
  await me.press('Enter')
  await types(me, 'plain ')
  await me.press('Control+b')
  await types(me, 'loud')
  await me.press('Control+b', 'Enter')
  await types(me, '- one')
  await me.press('Enter', 'Control+]')
  await types(me, 'deeper')
  await me.press('Enter', 'Enter', 'Enter')
  await types(me, 'See [[')
  const chooser = me.inspector.getByRole('combobox')
  await expect(chooser).toBeFocused()
  await types(me, HEDGING)
  await me.press('Enter')
  await expect(codingMemo(me)).toBeFocused()
  await types(me, ' too.')
  await me.hears('act.writeMemo')
  // A stretch of writing is one act.
  await me.seesSaved(acts + 1)
  const words = `The weir\nplain loud\n- one\n  - deeper\nSee ${HEDGING} too.`

  await lectern.restart([])
  await expect(me.transcript).toBeVisible()
  await me.takesInHand(1)
  const memo = codingMemo(me)
  await expect(memo.locator('h4')).toHaveText('The weir')
  await expect(memo.locator('strong')).toHaveText('loud')
  await expect(memo.locator('ul ul li')).toHaveText('deeper')
  await expect(memo.getByRole('link')).toHaveText(HEDGING)
  await expect(memo).toContainText(`See ${HEDGING} too.`)

  await test.step('by key, from within the link, to the code; and there the memo is named', async () => {
    await memo.focus()
    await me.press('Control+End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    await me.press('Control+Enter')
    const dialog = me.page.getByRole('dialog')
    await expect(dialog).toContainText(HEDGING)
    await dialog.getByRole('button', { name: 'The weir' }).click()
    await expect(list(me)).toBeVisible()
    await expect(list(me).getByRole('textbox')).toContainText('plain loud')
    await me.press('Escape')
    await expect(list(me)).toBeHidden()
  })

  await test.step('a link whose code is gone keeps its words and says so', async () => {
    await me.code(HEDGING).hover()
    await me.button('codebook.edit', { code: HEDGING }).click()
    await me.page
      .getByRole('dialog')
      .getByRole('button', { name: me.words('code.delete') })
      .click()
    await me.hears('act.deleteCode', { code: HEDGING, count: 0 })
    await expect(memo.getByRole('link')).toHaveText(HEDGING)
    await expect(memo.getByRole('link')).toHaveAttribute('title', me.words('memo.linkGone'))
    await memo.getByRole('link').click()
    await me.hears('notice.linkGone')
  })

  await test.step('undo, outside of the field, takes back the whole stretch', async () => {
    await me.goesToTranscript()
    await me.shortcut('undo')
    await me.hearsOf('undone', 'act.deleteCode', { code: HEDGING, count: 0 })
    await me.shortcut('undo')
    await me.hearsOf('undone', 'act.writeMemo')
    await me.seesText(memo, '')
    await me.shortcut('redo')
    await me.hearsOf('redone', 'act.writeMemo')
    await expect(memo.locator('h4')).toHaveText('The weir')
    const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
    try {
      await me.exportsTo(join(folder, 'codings.csv'), 1)
      expect(await readFile(join(folder, 'codings.csv'), 'utf8')).toContain(words)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

test('turn, speaker, document and project have memos, which are found, read and gone to from the list', async ({
  lectern,
  researcher: me,
}) => {
  const names = (await me.blocks()).filter(({ kind }) => kind === 'label').map(({ text }) => text)
  const speaker = names[2] ?? ''
  await me.goesToTurn(2)
  for (const [kind, text] of [
    ['turn', 'an answer that answers'],
    ['speaker', 'speaks slowly'],
    ['source', 'read twice'],
    ['project', 'what is it all about'],
  ] as const) {
    await me.shortcut('write-memo')
    await panel(me)
      .getByRole('button', { name: me.words(`memo.on.${kind}`) })
      .click()
    await panelMemo(me).focus()
    await types(me, text)
    await me.press('Escape')
    await expect(me.transcript).toBeFocused()
    await me.hears('act.writeMemo')
  }
  await expect(me.outline.getByText(me.words('memo.hasMemo'))).toHaveCount(1)
  await panel(me)
    .getByRole('button', { name: me.words('common.close') })
    .click()
  await expect(panel(me)).toBeHidden()

  await test.step('a speaker who is called otherwise keeps the memo', async () => {
    await me.goesToTurn(2)
    await me.shortcut('edit-turn')
    const dialog = me.dialog(me.words('turn.title'))
    await dialog.getByLabel(me.words('turn.speaker')).fill('Somebody else')
    await me.press('Enter')
    await expect(dialog).toBeHidden()
    await me.shortcut('write-memo')
    await panel(me)
      .getByRole('button', { name: me.words('memo.on.speaker') })
      .click()
    await me.seesText(panelMemo(me), 'speaks slowly')
  })

  await lectern.menu('show-memos')
  await expect(rows(me)).toHaveCount(4)
  await expect(rows(me).first()).toContainText('what is it all about')
  await expect(list(me)).toContainText(me.words('memos.renamed', { from: speaker, to: 'Somebody else' }))
  await types(me, 'ANSWER')
  await expect(rows(me)).toHaveCount(1)
  await list(me).getByRole('searchbox').fill('')
  await list(me).getByLabel(me.words('memos.kind')).selectOption('source')
  await expect(rows(me)).toHaveCount(1)
  const chosen = list(me).getByRole('textbox')
  await rows(me).getByRole('button').click()
  await me.seesText(chosen, 'read twice')
  await chosen.focus()
  await me.press('Control+End')
  await types(me, ', and again')
  await expect(rows(me)).toContainText('read twice, and again')
  await list(me).getByLabel(me.words('memos.kind')).selectOption('turn')
  await rows(me).getByRole('button').click()
  await me.seesText(chosen, 'an answer that answers')
  await me.button('memos.jump').click()
  await expect(list(me)).toBeHidden()
  await expect(me.transcript).toBeFocused()

  await test.step('a coding in hand that the cursor has left is not what the memo is on', async () => {
    const on = (kind: 'coding' | 'turn') =>
      panel(me).getByRole('button', { name: me.words(`memo.on.${kind}`), pressed: true })
    await me.goesToTurn(0)
    await me.press('s', 'm')
    await expect(me.quote).toBeVisible()
    await me.shortcut('write-memo')
    await expect(on('coding')).toBeVisible()
    await me.press('Escape')
    await me.goesToTurn(2)
    await expect(me.quote).toBeVisible()
    await me.shortcut('write-memo')
    await expect(on('turn')).toBeVisible()
  })
})
