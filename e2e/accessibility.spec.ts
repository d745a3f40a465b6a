import type { Locator } from 'playwright/test'
import { violations } from './axe.ts'
import { BRIDGE, goesToWords, imports } from './correcting-steps.ts'
import { expect, type Researcher, test } from './steps.ts'

/** Every control that can be reached, with the name that assistive technology would say. */
const namelessControls = (me: Researcher): Promise<readonly string[]> =>
  me.page
    .locator('button, input, select, textarea, [role=treeitem], [role=textbox], [role=option], [role=separator]')
    .evaluateAll((controls) =>
      controls.flatMap((control) => {
        const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []
        const labelledBy = control.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
        const texts = [
          control.getAttribute('aria-label'),
          ...labelledBy.map((id) => document.getElementById(id)?.textContent),
          ...[...labels, ...document.querySelectorAll(`label[for="${CSS.escape(control.id)}"]`)].map(
            (e) => e.textContent,
          ),
          control.textContent,
        ]
        return texts.some((text) => text != null && text.trim() !== '') ? [] : [control.outerHTML.slice(0, 200)]
      }),
    )

async function closes(me: Researcher, dialog: Locator): Promise<void> {
  await me.press('Escape')
  await expect(dialog).toBeHidden()
}

for (const language of ['en', 'zh-CN']) {
  test.describe(`in ${language}`, () => {
    test.use({ language })
    test.setTimeout(240_000)

    test('no state keeps anybody out, and every control has a name', async ({ researcher: me, lectern }, info) => {
      const problems: string[] = []
      const look = async (state: string): Promise<void> => {
        problems.push(...(await violations(me.page, state)))
        problems.push(...(await namelessControls(me)).map((control) => `${state}: no name: ${control}`))
      }
      const dialog = me.page.getByRole('dialog')
      await expect(me.button('command.openSample')).toBeVisible()
      await look('welcome')

      await me.button('command.openSample').click()
      await expect(me.transcript).toBeVisible()
      await expect.poll(() => me.codings()).not.toHaveLength(0)
      await look('transcript with codings')

      await me.goesToTurn(2)
      await me.press('s', 'Enter')
      await expect(dialog).toBeVisible()
      await look('palette')
      await closes(me, dialog)

      await me.codebook.getByRole('treeitem').nth(1).focus()
      await me.press('F2')
      await expect(dialog).toBeVisible()
      await look('code dialog')
      await closes(me, dialog)

      for (const [command, state] of [
        ['export-csv', 'export dialog'],
        ['show-projects', 'projects dialog'],
      ] as const) {
        await me.shortcut(command)
        await expect(dialog.getByRole('heading').nth(1)).toBeVisible()
        await look(state)
        await closes(me, dialog)
      }
      await me.goesToTranscript()
      await me.press('?')
      await expect(dialog).toBeVisible()
      await look('keys dialog')
      await closes(me, dialog)

      await me.takesInHand(2)
      await me.press('i')
      await expect(me.quote).toBeVisible()
      await look('inspector with fields')

      await me.goesToTranscript()
      await me.press('Escape')
      await me.shortcut('write-memo')
      const memo = me.page.getByRole('region', { name: me.words('memo.title'), exact: true })
      await expect(memo.getByRole('textbox')).toBeFocused()
      await me.page.keyboard.type('# Weir')
      await me.press('Enter', 'Control+k')
      await expect(memo.getByRole('combobox')).toBeFocused()
      await look('memo, and what to link to')
      await me.press('Enter')
      await me.hears('act.writeMemo')
      await lectern.menu('show-memos')
      await expect(dialog).toBeVisible()
      await look('list of memos')
      await closes(me, dialog)
      await memo.getByRole('button', { name: me.words('common.close') }).click()

      await lectern.menu('edit-family')
      await expect(dialog).toBeVisible()
      await dialog.getByLabel(me.words('family.which')).selectOption({ index: 0 })
      await dialog.getByLabel(me.words('family.type'), { exact: true }).selectOption('number')
      await look('family dialog')
      await closes(me, dialog)
      const saved = await me.actsSaved()
      await me.goesToTurn(2)
      await me.press('s', '1', '2')
      await me.seesSaved(saved + 2)
      await me.press('v')
      await expect(me.page.getByRole('listbox', { name: me.words('choice.title') })).toBeFocused()
      await look('choice among codings')
      await me.press('Enter')
      await me.shortcut('filter-codings')
      await expect(me.page.getByRole('combobox', { name: me.words('filter.search') })).toBeFocused()
      await me.press('ArrowDown', 'Enter')
      await look('filter')
      await me.shortcut('clear-filter')

      await me.shortcut('toggle-reading')
      await expect(me.button('app.reading')).toHaveAttribute('aria-pressed', 'false')
      await look('source view')
      await me.shortcut('toggle-reading')

      await me.goesToTurn(2)
      await me.shortcut('edit-turn')
      await expect(dialog).toBeVisible()
      await look('turn dialog')
      await closes(me, dialog)
      await lectern.menu('edit-variables')
      await expect(dialog).toBeVisible()
      await dialog.getByLabel(me.words('variables.name')).fill('outlet')
      await me.press('Enter')
      await look('variables dialog')
      await closes(me, dialog)
      await me.shortcut('show-library')
      await expect(dialog.locator('[data-line]').first()).toBeVisible()
      await look('library')
      await closes(me, dialog)
      await lectern.menu('edit-speakers')
      await expect(dialog.locator('tbody tr').first()).toBeVisible()
      await look('speakers dialog')
      await closes(me, dialog)

      await imports(me, info, { 'bridge.txt': BRIDGE })
      await goesToWords(me, '-- Please turn')
      await me.shortcut('set-aside')
      await expect(me.button('alike.document')).toBeVisible()
      await look('offer to correct what looks alike')
      await me.shortcut('toggle-set-aside')
      await me.shortcut('review-reading')
      await expect(me.button('review.confirm')).toBeFocused()
      await look('review of doubtful places')
      expect(problems).toEqual([])
    })
  })
}

test('the focus is seen, comes back to the text, and acts are read out', async ({ researcher: me }) => {
  await me.button('command.openSample').click()
  await expect(me.transcript).toBeVisible()
  await expect(me.status).toHaveAttribute('aria-live', 'polite')

  await me.goesToTurn(2)
  await me.press('s')
  const selected = await me.selectedText()
  await me.press('Enter')
  const palette = me.dialog(me.words('palette.title'))
  await expect(palette.getByRole('combobox')).toBeFocused()
  await closes(me, palette)
  await expect(me.transcript).toBeFocused()
  await expect.poll(() => me.selectedText()).toBe(selected)
  await me.press('Enter')
  await palette.getByRole('combobox').pressSequentially('Hedging')
  await me.press('Enter')
  await me.hears('act.applyCode', { code: 'Hedging' })
  await expect(me.transcript).toBeFocused()
  await expect.poll(() => me.selectedText()).toBe(selected)

  // From the top of the window on, wherever Tab leads, something shows it.
  await me.page.getByRole('button').first().focus()
  for (let step = 0; step < 40; step++) {
    await me.press('Tab')
    const shown = await me.page.evaluate(() => {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body) return 'the page itself'
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement)
      const isMarked = outlineStyle !== 'none' && outlineWidth !== '0px'
      return isMarked || activeElement.getAttribute('role') === 'textbox' ? '' : activeElement.outerHTML.slice(0, 200)
    })
    expect(['', 'the page itself']).toContain(shown)
  }
})
