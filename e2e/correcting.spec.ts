import { BRIDGE, corrects, cursorAt, goesToWords, imports, painted, ROAD, shown } from './correcting-steps.ts'
import { readExport } from './exported.ts'
import { pointOf } from './mouse.ts'
import { expect, type Researcher, test } from './steps.ts'

const turnOver = '-- Please turn over --'

/** Opens the dialog about the turn at the cursor. */
async function asksForTurn(me: Researcher): Promise<ReturnType<Researcher['dialog']>> {
  await me.shortcut('edit-turn')
  const dialog = me.dialog(me.words('turn.title'))
  await expect(dialog.getByRole('combobox').first()).toBeFocused()
  return dialog
}

test('everything is put right by keys, taken back, done again and kept', async ({ researcher: me, lectern }, info) => {
  test.setTimeout(180_000)
  await imports(me, info, { 'bridge.txt': BRIDGE })
  await goesToWords(me, 'Next spring')
  await me.press('s', 'm')
  await expect(me.quote).toHaveText('Next spring, if the weather holds.')
  await expect.poll(() => painted(me)).toEqual(['Next spring, if the weather holds.'])

  const states: (readonly string[])[] = [await shown(me)]
  const step = async (carryOut: () => Promise<void>): Promise<void> => {
    const before = await shown(me)
    await corrects(me, carryOut)
    await expect.poll(() => shown(me)).not.toEqual(before)
    await expect.poll(() => painted(me)).toEqual(['Next spring, if the weather holds.'])
    states.push(await shown(me))
  }

  await goesToWords(me, 'One more thing')
  await step(() => me.shortcut('mark-label'))
  await me.hears('act.markLabel', { count: 1 })
  expect(states.at(-1)).toContain('[One more thing, other]')
  await step(() => lectern.menu('unmark-label'))
  await me.hears('act.unmarkLabel', { count: 1 })

  await goesToWords(me, 'The old bridge')
  for (let character = 0; character < 'The old bridge is closed.'.length; character++) await me.press('ArrowRight')
  await step(() => me.shortcut('split-paragraph'))
  expect(states.at(-1)).toContain('The old bridge is closed.')
  await step(() => me.shortcut('join-paragraph'))
  expect(states.at(-1)).toContain('The old bridge is closed. Work starts in May.')

  await goesToWords(me, turnOver)
  await step(() => me.shortcut('set-aside'))
  await me.hears('act.setAside', { count: 1 })
  expect(states.at(-1)?.filter((text) => text === turnOver)).toHaveLength(1)
  const alike = me.page.getByRole('region', { name: me.words('alike.label') })
  await expect(alike).toContainText(me.words('alike.offer', { count: 1 }))
  await step(async () => {
    await me.tabTo(me.button('alike.document'))
    await me.press('Enter')
    await expect(alike).toBeHidden()
  })
  expect(states.at(-1)).not.toContain(turnOver)

  // What stands aside can be shown, and brought back.
  await me.shortcut('toggle-set-aside')
  await expect.poll(() => shown(me)).toContain(`(${turnOver})`)
  const aside = await shown(me)
  await goesToWords(me, turnOver)
  await corrects(me, () => me.shortcut('bring-back'))
  await me.hears('act.bringBack', { count: 1 })
  await expect.poll(() => shown(me)).toContain(turnOver)
  await me.shortcut('undo')
  await expect.poll(() => shown(me)).toEqual(aside)
  await me.shortcut('toggle-set-aside')
  await expect.poll(() => shown(me)).toEqual(states.at(-1))

  await goesToWords(me, 'HALE')
  await step(async () => {
    await asksForTurn(me)
    await me.press('Control+A')
    await me.page.keyboard.type('DR. HALE')
    await expect(me.page.getByText(me.words('turn.merges', { speaker: 'DR. HALE' }))).toBeVisible()
    await me.press('Enter')
    await me.hears('act.nameSpeakers', { from: 'HALE', to: 'DR. HALE' })
  })
  expect(states.at(-1)).toContain('[DR. HALE, answer]')

  await goesToWords(me, 'Nora Lind')
  await step(async () => {
    const dialog = await asksForTurn(me)
    await me.tabTo(dialog.getByLabel(me.words('turn.role')))
    await me.page.keyboard.type(me.words('role.moderator'))
    await me.tabTo(me.button('turn.apply'))
    await me.press('Enter')
    await me.hears('act.setSpeakerRole', { speaker: 'Nora Lind' })
  })
  expect(states.at(-1)).toContain('[Nora Lind, moderator]')

  await goesToWords(me, 'Who pays?')
  await step(() => lectern.menu('exchange-continues'))
  await step(() => lectern.menu('exchange-begins'))
  await step(() => lectern.menu('exchange-continues'))

  // Corrections that change nothing are refused with words, and are no acts.
  const saved = await me.actsSaved()
  await goesToWords(me, 'Good morning')
  await me.shortcut('join-paragraph')
  await me.hears('refusal.nothingToCorrect')
  await me.shortcut('bring-back')
  await me.hears('notice.noSetAsideHere')
  await lectern.menu('exchange-begins')
  await me.hears('notice.noExchangeHere')
  await me.shortcut('toggle-reading')
  await me.shortcut('mark-label')
  await me.hears('notice.readingOff')
  await lectern.menu('reset-reading')
  await me.hears('notice.readingOff')
  await me.shortcut('toggle-reading')
  await goesToWords(me, 'DR. HALE')
  await me.press('Shift+ArrowDown', 'Shift+ArrowDown')
  await me.shortcut('mark-label')
  await me.hears('notice.markTheName')
  await goesToWords(me, 'DR. HALE')
  await me.press('ArrowRight', 'ArrowRight')
  await me.shortcut('split-paragraph')
  await me.hears('notice.splitInName')
  expect(await me.actsSaved()).toBe(saved)

  for (const state of states.slice(0, -1).reverse()) {
    await me.shortcut('undo')
    await expect.poll(() => shown(me)).toEqual(state)
  }
  for (const state of states.slice(1)) {
    await me.shortcut('redo')
    await expect.poll(() => shown(me)).toEqual(state)
  }
  await lectern.restart()
  await expect(me.transcript).toBeVisible()
  await expect.poll(() => shown(me)).toEqual(states.at(-1))

  const path = info.outputPath('codings.csv')
  await me.exportsTo(path, 1)
  expect(readExport(path).rows[0]).toMatchObject({
    quote: 'Next spring, if the weather holds.',
    speaker: 'DR. HALE',
    speaker_role: 'answer',
    turn: '4',
    exchange: '1',
  })
})

test('exports who was put right', async ({ researcher: me }, info) => {
  await imports(me, info, { 'bridge.txt': BRIDGE })
  await goesToWords(me, 'The ferry runs')
  await me.press('s', '1')
  await expect(me.quote).toHaveText('The ferry runs until the bridge is open.')
  await goesToWords(me, 'HALE')
  const dialog = await asksForTurn(me)
  await me.press('Control+A')
  await me.page.keyboard.type('Ida Hale')
  await dialog.getByLabel(me.words('turn.scope.turn')).check()
  await dialog.getByLabel(me.words('turn.role')).selectOption('moderator')
  await me.button('turn.apply').click()
  await me.hears('act.setTurnSpeaker', { speaker: 'Ida Hale' })
  await goesToWords(me, 'One more thing')
  await me.shortcut('mark-label')
  await me.hears('act.markLabel', { count: 1 })
  const path = info.outputPath('codings.csv')
  await me.exportsTo(path, 1)
  expect(readExport(path).rows[0]).toMatchObject({
    quote: 'The ferry runs until the bridge is open.',
    speaker: 'Ida Hale',
    speaker_role: 'moderator',
    turn: '10',
    exchange: '',
  })
})

test('the dialog about a turn is about no other one when that is gone', async ({ researcher: me }, info) => {
  await imports(me, info, { 'bridge.txt': BRIDGE })
  await goesToWords(me, 'One more thing')
  await me.shortcut('mark-label')
  await me.hears('act.markLabel', { count: 1 })
  const before = await shown(me)
  const dialog = await asksForTurn(me)
  await me.press('Control+A')
  await me.page.keyboard.type('Somebody Else')
  await dialog.getByLabel(me.words('turn.scope.document', { speaker: 'One more thing' })).focus()
  await me.shortcut('undo')
  await expect(dialog).toBeHidden()
  await me.hears('notice.turnChanged')
  await expect(me.transcript).toBeFocused()
  await me.press('Enter')
  await me.press('Escape')
  expect(before).toContain('[One more thing, other]')
  expect(await shown(me)).toEqual(
    expect.arrayContaining(['[DR. HALE, other]', '[DR. HALE, answer]', '[Nora Lind, answer]']),
  )
})

test('the lines of the outline stand one below the other after corrections, long and short', async ({
  researcher: me,
  lectern,
}, info) => {
  const turns = Array.from({ length: 9 }, (_, turn) => [
    `Q: In year ${turn + 1} what did they bring?`,
    `${turn % 2 === 0 ? 'MS. LIND' : 'MR. BARTHOLOMEW FITZWILLIAM-HATHERLEIGH'}: It brought a lot of work.`,
  ]).flat()
  await imports(me, info, { 'long.txt': `${turns.join('\n\n')}\n` })
  /** The space between each line and the one before. */
  const gaps = () =>
    me.outline.locator('li[data-index]').evaluateAll((lines) =>
      lines
        .map((line) => line.getBoundingClientRect())
        .sort((a, b) => a.top - b.top)
        .slice(1)
        .map((box, index, boxes) => Math.round(box.top - (boxes[index - 1]?.bottom ?? box.top))),
    )
  const stand = (): Promise<void> =>
    expect(async () => {
      const found = await gaps()
      expect(found.length).toBeGreaterThan(5)
      for (const gap of found) expect(Math.abs(gap)).toBeLessThan(3)
    }).toPass({ timeout: 3000 })
  await stand()
  await goesToWords(me, 'In year 2 what')
  await lectern.menu('exchange-continues')
  await me.hears('act.moveExchange')
  await stand()
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.moveExchange')
  await stand()
})

test('the right mouse button acts on what it is pressed on', async ({ researcher: me }, info) => {
  await imports(me, info, { 'bridge.txt': BRIDGE })
  const { page } = me
  const choose = async (words: string, command: 'command.unmarkLabel' | 'command.setAside'): Promise<void> => {
    const { x, y } = await pointOf([me.transcript.locator('p', { hasText: words }).first(), 2])
    await page.mouse.click(x, y, { button: 'right' })
    await page.getByRole('menuitem', { name: me.words('menu.correct') }).click()
    await page.getByRole('menuitem', { name: me.words(command) }).click()
  }
  await choose('Nora Lind', 'command.unmarkLabel')
  await me.hears('act.unmarkLabel', { count: 1 })
  await expect.poll(() => shown(me)).toContain('Nora Lind: Let me add that the state pays the rest.')
  await expect(me.transcript).toBeFocused()
  await choose('Please turn over', 'command.setAside')
  await me.hears('act.setAside', { count: 1 })
  await me.button('alike.document').click()
  await expect.poll(() => shown(me)).not.toContain(turnOver)
  await expect(me.transcript).toBeFocused()
})

test('the menu acts on the coding that was pressed on, and on no other', async ({ researcher: me }, info) => {
  await imports(me, info, { 'bridge.txt': BRIDGE })
  await goesToWords(me, 'Next spring')
  await me.press('s', 'm')
  await expect(me.quote).toHaveText('Next spring, if the weather holds.')
  const asks = async (words: string): Promise<void> => {
    const { x, y } = await pointOf([me.transcript.locator('p', { hasText: words }).first(), 2])
    await me.page.mouse.click(x, y, { button: 'right' })
  }
  const item = (name: 'openInspector' | 'recode' | 'removeCoding') =>
    me.page.getByRole('menuitem', { name: me.words(`command.${name}`) })
  await asks('Good morning')
  for (const name of ['openInspector', 'recode', 'removeCoding'] as const) await expect(item(name)).toBeDisabled()
  await me.press('Escape')
  await expect(item('removeCoding')).toBeHidden()
  await me.press('Escape')
  await expect(me.quote).toBeHidden()

  await asks('Next spring')
  await item('openInspector').click()
  await expect(me.quote).toHaveText('Next spring, if the weather holds.')
  await expect(me.inspector).toBeFocused()
  await asks('Next spring')
  await item('removeCoding').click()
  await expect.poll(() => painted(me)).toEqual([])
})

test('what is in one place here is looked for in other documents', async ({ researcher: me }, info) => {
  await imports(me, info, { 'road.txt': ROAD, 'bridge.txt': BRIDGE })
  await goesToWords(me, turnOver)
  await me.shortcut('set-aside')
  await expect(me.button('alike.project')).toBeHidden()
  await me.button('alike.look').click()
  const alike = me.page.getByRole('region', { name: me.words('alike.label') })
  await expect(alike).toContainText(me.words('alike.elsewhere', { count: 2 }))
  await me.button('alike.project').click()
  await me.hears('act.setAside', { count: 2 })
})

test('one act corrects what looks alike in all documents', async ({ researcher: me }, info) => {
  await imports(me, info, { 'bridge.txt': BRIDGE, 'road.txt': ROAD })
  const choose = (name: string) => me.page.locator('select.source-select').selectOption({ label: name })
  await goesToWords(me, turnOver)
  await me.shortcut('set-aside')
  await me.hears('act.setAside', { count: 1 })
  const saved = await me.actsSaved()
  await me.button('alike.project').click()
  await me.hears('act.setAside', { count: 2 })
  await me.seesSaved(saved + 1)
  await expect.poll(() => shown(me)).not.toContain(turnOver)
  await choose('road')
  await expect(me.transcript).toHaveAccessibleName(/road/)
  await expect.poll(() => shown(me)).not.toContain(turnOver)
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.setAside', { count: 2 })
  await expect.poll(() => shown(me)).toContain(turnOver)
  // What is taken back in a document that is not on the screen is not taken back unheard.
  await me.shortcut('undo')
  await me.hears('notice.undoneIn', { source: 'bridge', act: me.words('act.setAside', { count: 1 }) })
  await me.shortcut('redo')
  await me.hears('notice.redoneIn', { source: 'bridge', act: me.words('act.setAside', { count: 1 }) })
  await choose('bridge')
  await expect(me.transcript).toHaveAccessibleName(/bridge/)
  await expect.poll(async () => (await shown(me)).filter((text) => text === turnOver)).toHaveLength(1)

  await goesToWords(me, 'DR. HALE')
  const dialog = await asksForTurn(me)
  await me.press('Control+A')
  await me.page.keyboard.type('Ida Hale')
  await dialog.getByLabel(me.words('turn.scope.project', { speaker: 'DR. HALE' })).check()
  await me.press('Enter')
  await me.hears('act.nameSpeakersWidely', { count: 2, from: 'DR. HALE', to: 'Ida Hale' })
  await choose('road')
  await expect(me.outline).toContainText('Ida Hale')
  await me.shortcut('undo')
  await expect(me.outline).not.toContainText('Ida Hale')
})

test('the review bar walks through the doubtful places, the most doubtful first', async ({ researcher: me }, info) => {
  await imports(me, info, { 'bridge.txt': BRIDGE })
  const bar = me.page.getByRole('region', { name: me.words('review.label') })
  await me.button('review.doubts', { count: 2 }).click()
  await expect(bar).toContainText(me.words('doubt.rare-label', { label: 'HALE:' }))
  await expect(me.button('review.confirm')).toBeFocused()
  expect(await me.selectedText()).toBe('HALE')
  await me.press('ArrowDown')
  await expect(bar).toContainText(me.words('doubt.unanswered-question', { speaker: 'Q' }))
  await me.press('ArrowDown')
  await expect(bar).toContainText(me.words('doubt.rare-label', { label: 'HALE:' }))

  await me.button('review.notLabel').click()
  await me.hears('act.unmarkLabel', { count: 1 })
  await expect(bar).toContainText(me.words('review.place', { at: 1, count: 1 }))
  await expect(me.button('review.confirm')).toBeFocused()
  expect(await me.selectedText()).toBe('Q')
  const { top } = await cursorAt(me)
  expect(top).toBeGreaterThan(0)
  await me.press('Enter')
  await me.hears('act.confirmReading')
  await expect(bar).toContainText(me.words('review.done'))
  await expect(me.button('common.done')).toBeFocused()
  await expect(me.button('review.doubts', { count: 1 })).toBeHidden()
  await me.press('Escape')
  await expect(bar).toBeHidden()
  await expect(me.transcript).toBeFocused()
  await me.shortcut('review-reading')
  await me.hears('notice.noDoubts')
  await me.shortcut('undo')
  await expect(me.button('review.doubts', { count: 1 })).toBeVisible()
  await me.shortcut('review-reading')
  await expect(me.button('review.confirm')).toBeFocused()
  await me.shortcut('review-reading')
  await expect(bar).toBeHidden()
  await expect(me.transcript).toBeFocused()
})

test('two clicks in a row and a key that is held settle one doubtful place, not the next unseen', async ({
  researcher: me,
}, info) => {
  await imports(me, info, { 'bridge.txt': BRIDGE })
  const bar = me.page.getByRole('region', { name: me.words('review.label') })
  await me.shortcut('review-reading')
  await expect(bar).toContainText(me.words('review.place', { at: 1, count: 2 }))
  await me.button('review.confirm').dblclick()
  await me.hears('act.confirmReading')
  await expect(bar).toContainText(me.words('review.place', { at: 1, count: 1 }))
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.confirmReading')
  await expect(bar).toContainText(me.words('review.place', { at: 1, count: 2 }))
  const saved = await me.actsSaved()
  await me.button('review.confirm').focus()
  await me.page.keyboard.down('Enter')
  await me.seesSaved(saved + 1)
  // As the system repeats it.
  for (let repeated = 0; repeated < 3; repeated++) await me.page.keyboard.down('Enter')
  await me.page.keyboard.up('Enter')
  await expect(bar).toContainText(me.words('review.place', { at: 1, count: 1 }))
  await me.seesSaved(saved + 1)
})
