import type { TestInfo } from 'playwright/test'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { BRIDGE, goesToWords, imports, ROAD } from './correcting-steps.ts'
import { readExport } from './exported.ts'
import { drag } from './mouse.ts'
import { expect, type Researcher, test } from './steps.ts'

const ANTITHESIS = STARTER_TEXTS['rhetoric.antithesis'].en.name
const PARALLELISM = STARTER_TEXTS['rhetoric.parallelism'].en.name
const FACT = STARTER_TEXTS['claim.fact'].en.name
const DENIAL = STARTER_TEXTS['claim.denial'].en.name
const [THESIS = '', ANTI = ''] = STARTER_TEXTS['rhetoric.antithesis'].en.parts ?? []

/** The parts of the coding in hand as the inspector lists them: number, name, words. */
const parts = (me: Researcher): Promise<readonly string[]> =>
  me.inspector
    .getByRole('region', { name: me.words('parts.title') })
    .getByRole('listitem')
    .allInnerTexts()
    .then((texts) => texts.map((text) => text.split(/\n+/u).join(' | ')))

const linkBar = (me: Researcher) => me.page.getByRole('region', { name: me.words('linking.label') })
const links = (me: Researcher) => me.inspector.getByRole('region', { name: me.words('links.title'), exact: true })
const dialogOf = (me: Researcher) => me.page.getByRole('dialog')

/** What the browser paints as the coding in hand, or as what waits to be coded. */
const paintedAs = (me: Researcher, name: 'focus' | 'pending'): Promise<readonly string[]> =>
  me.page.evaluate((which) => {
    const ranges = [...(CSS.highlights.get(which) ?? [])]
    return ranges.map((range) => {
      const words = new Range()
      words.setStart(range.startContainer, range.startOffset)
      words.setEnd(range.endContainer, range.endOffset)
      return words.toString()
    })
  }, name)

async function codes(me: Researcher, words: string, key: string, code: string): Promise<void> {
  await goesToWords(me, words)
  await me.press('s', key)
  await me.hears('act.applyCode', { code })
}

async function exported(me: Researcher, info: TestInfo, rows: number) {
  const path = info.outputPath('codings.csv')
  await me.exportsTo(path, rows)
  return readExport(path)
}

test('by keys alone: a passage of several parts with names, a passage held together, links, all exported and undone', async ({
  researcher: me,
}, info) => {
  await imports(me, info, { 'bridge.txt': BRIDGE })
  const before = await me.actsSaved()

  await test.step('a second part is added to the coding in hand, and both get names', async () => {
    await codes(me, 'The old bridge', 'a', ANTITHESIS)
    await goesToWords(me, 'Next spring')
    await me.press('s', '+')
    await me.hears('act.addPart', { code: ANTITHESIS })
    expect(await parts(me)).toEqual([
      `1 | ${me.words('parts.unnamed')} | The old bridge is closed.`,
      `2 | ${me.words('parts.unnamed')} | Next spring, if the weather holds.`,
    ])
    await me.press('+')
    await me.hears('refusal.partThere')
    // The cursor stands in the second part; the first one's name is the one that is offered first.
    await me.press(':')
    await expect(dialogOf(me)).toContainText('Next spring')
    await dialogOf(me).getByRole('combobox').pressSequentially('anti')
    await me.press('Enter')
    await me.hears('act.namePart', { code: ANTITHESIS, part: ANTI })
    await expect(me.transcript).toBeFocused()
    await me.press('(', ':')
    await expect(dialogOf(me)).toContainText('The old bridge')
    await me.press('Enter')
    await me.hears('act.namePart', { code: ANTITHESIS, part: THESIS })
  })

  await test.step('the edges that move are those of the part at the cursor, key after key', async () => {
    await me.press(')', '>', '>', '>', '>', '>', '(', ',')
    await expect
      .poll(() => parts(me))
      .toEqual([`1 | ${THESIS} | The old bridge is closed`, `2 | ${ANTI} | spring, if the weather holds.`])
    await me.press('Escape', 'Control+Home', ']')
    await expect
      .poll(() => paintedAs(me, 'focus'))
      .toEqual(['The old bridge is closed', 'spring, if the weather holds.'])
  })

  await test.step('places that are held are coded as one with what is selected last', async () => {
    await goesToWords(me, 'The county')
    await me.press('&')
    await me.hears('notice.selectFirst')
    await me.press('s', '&')
    await me.hears('notice.held', { count: 1 })
    await goesToWords(me, 'Every day')
    await goesToWords(me, 'The ferry runs')
    await expect.poll(() => paintedAs(me, 'pending')).toEqual(['The county pays most of it.'])
    await me.press('s', 'p')
    await me.hears('act.applyCode', { code: PARALLELISM })
    expect(await parts(me)).toHaveLength(2)
    await expect.poll(() => paintedAs(me, 'pending')).toEqual([])
    // Escape lets go of what is held, and of the coding in hand only then.
    await me.press('&', 'Escape')
    await me.hears('notice.heldNoMore')
    await expect(me.quote).toBeVisible()
    await me.press('ArrowRight')
  })

  await test.step('a link goes from the coding in hand to the one that is stepped to', async () => {
    await codes(me, 'Let me add', '1', FACT)
    await me.press('@')
    await expect(linkBar(me)).toBeVisible()
    await me.press('Enter')
    await me.hears('notice.linkNeedsTarget')
    await me.press('[', '2')
    await expect(linkBar(me).locator('output')).toContainText(PARALLELISM)
    await me.press('Enter')
    await me.hears('act.link.attacks', { from: FACT, to: PARALLELISM })
    await expect(linkBar(me)).toBeHidden()
    await expect(links(me).getByRole('combobox')).toHaveValue('attacks')
    await expect(links(me).getByRole('listitem')).toContainText(PARALLELISM)
    // The same again is refused, and Escape gives it up.
    await me.press('@', '[', '2', 'Enter')
    await me.hears('refusal.linkedAlready')
    await me.press('Escape')
    await expect(linkBar(me)).toBeHidden()
    await expect(links(me).getByRole('listitem')).toContainText(PARALLELISM)
    await me.tabTo(links(me).getByRole('button', { name: PARALLELISM }))
    await me.press('Enter')
    await expect(links(me).getByRole('option', { selected: true })).toHaveText(me.words('relation.attacks.passive'))
  })

  await test.step('the table tells of parts and links', async () => {
    const { header, rows } = await exported(me, info, 5)
    expect(header.slice(-2)).toEqual(['part_name', 'links'])
    const told = rows.map((row) => [row['code'], row['part'], row['parts'], row['part_name'], row['quote']])
    expect(told).toEqual([
      [ANTITHESIS, '1', '2', THESIS, 'The old bridge is closed'],
      [ANTITHESIS, '2', '2', ANTI, 'spring, if the weather holds.'],
      [PARALLELISM, '1', '2', '', 'The county pays most of it.'],
      [FACT, '1', '1', '', 'Let me add that the state pays the rest.'],
      [PARALLELISM, '2', '2', '', 'The ferry runs until the bridge is open.'],
    ])
    const parallelism = rows.find((row) => row['code'] === PARALLELISM)?.['coding_id']
    expect(rows.map((row) => row['links'])).toEqual(['', '', '', `attacks:${parallelism}`, ''])
  })

  await test.step('each act can be undone', async () => {
    await me.goesToTranscript()
    const done = (await me.actsSaved()) - before
    for (let step = 0; step < done; step++) await me.shortcut('undo')
    await me.seesSaved(before + 2 * done)
    expect(await me.codings()).toEqual([me.words('inspector.none')].slice(1))
  })
})

test('by mouse: parts are added, joined and taken off; links go between documents, are turned round and found again', async ({
  researcher: me,
}, info) => {
  await imports(me, info, { 'bridge.txt': BRIDGE, 'road.txt': ROAD })
  const speech = (words: string) => me.transcript.locator('p', { hasText: words })
  const source = me.page.locator('select.source-select')

  await codes(me, 'The old bridge', '6', DENIAL)
  await drag(me.page, [speech('Work starts in May'), 44], [speech('Work starts in May'), 26])
  await me.inspector.getByRole('button', { name: me.words('command.addPart') }).click()
  await me.hears('act.addPart', { code: DENIAL })
  expect(await parts(me)).toHaveLength(2)
  await me.button('parts.join', { number: 1 }).click()
  await me.hears('act.joinParts', { code: DENIAL })
  expect(await me.quote.innerText()).toBe('The old bridge is closed. Work starts in May')
  await drag(me.page, [speech('The ferry runs'), 9], [speech('The ferry runs'), 0])
  await me.inspector.getByRole('button', { name: me.words('command.addPart') }).click()
  await me.hears('act.addPart', { code: DENIAL })
  await me.button('parts.name', { number: 2 }).click()
  await dialogOf(me).getByRole('combobox').fill('coda')
  await dialogOf(me)
    .getByRole('option', { name: me.words('parts.call', { name: 'coda' }) })
    .click()
  await me.hears('act.namePart', { code: DENIAL, part: 'coda' })
  await me.button('parts.remove', { number: 1 }).click()
  await me.hears('act.removePart', { code: DENIAL })
  expect(await parts(me)).toEqual(['1 | coda | The ferry'])

  await source.selectOption({ label: 'road' })
  await expect(me.transcript).toHaveAccessibleName(/road/)
  await codes(me, 'The road is', '1', FACT)
  await me.button('links.add').click()
  await me.button('linking.list').click()
  await dialogOf(me).getByRole('combobox').fill('coda')
  await expect(dialogOf(me)).toContainText(me.words('linking.none'))
  await dialogOf(me).getByRole('combobox').fill('ferry')
  await dialogOf(me).getByRole('option', { name: 'bridge' }).click()
  await me.hears('act.link.supports', { from: FACT, to: DENIAL })
  await expect(me.transcript).toHaveAccessibleName(/road/)

  await links(me).getByRole('combobox').selectOption('answers')
  await me.hears('act.changeLink', { from: FACT, to: DENIAL })
  await me.button('links.reverse').click()
  await me.hears('act.reverseLink', { from: FACT, to: DENIAL })
  await expect(links(me).getByRole('option', { selected: true })).toHaveText(me.words('relation.answers.passive'))
  await links(me).getByRole('button', { name: 'The ferry' }).click()
  await expect(me.transcript).toHaveAccessibleName(/bridge/)
  await expect(me.quote).toHaveText('The ferry')
  await expect(links(me).getByRole('option', { selected: true })).toHaveText(me.words('relation.answers'))

  await me.shortcut('show-links')
  await expect(dialogOf(me).locator('tbody tr')).toHaveCount(1)
  await dialogOf(me).getByRole('combobox').selectOption('attacks')
  await expect(dialogOf(me)).toContainText(me.words('links.noneFits'))
  await dialogOf(me).getByRole('combobox').selectOption('answers')
  await dialogOf(me).getByRole('button', { name: 'road' }).click()
  await expect(me.transcript).toHaveAccessibleName(/road/)
  await expect(me.quote).toHaveText('The road is old.')

  // A link in the making, to a coding that is clicked.
  await codes(me, 'The state pays', '1', FACT)
  await me.button('links.add').click()
  await me.page.getByTitle(FACT, { exact: true }).first().click()
  await linkBar(me)
    .getByRole('radio', { name: me.words('relation.repeats') })
    .check()
  await linkBar(me)
    .getByRole('button', { name: me.words('linking.confirm'), exact: true })
    .click()
  await me.hears('act.link.repeats', { from: FACT, to: FACT })
  await me.button('links.remove').click()
  await me.hears('act.removeLink', { from: FACT, to: FACT })
  await me.shortcut('undo')
  await expect(links(me).getByRole('listitem')).toHaveCount(1)
  // What a coding is linked by goes with it, and comes back with it.
  await me.button('command.removeCoding').click()
  await me.hears('act.removeCoding', { code: FACT })
  await me.shortcut('show-links')
  await expect(dialogOf(me).locator('tbody tr')).toHaveCount(1)
  await me.press('Escape')
  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.removeCoding', { code: FACT })
  await me.shortcut('show-links')
  await expect(dialogOf(me).locator('tbody tr')).toHaveCount(2)
  await me.press('Escape')
})
