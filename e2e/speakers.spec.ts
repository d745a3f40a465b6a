import { BRIDGE, goesToWords, imports, ROAD } from './correcting-steps.ts'
import { readExport } from './exported.ts'
import { expect, type Researcher, test } from './steps.ts'

const dialog = (me: Researcher) => me.dialog(me.words('speakers.title'))
const cell = (me: Researcher, speaker: string, name: string) =>
  dialog(me).getByLabel(me.words('speakers.cell', { speaker, name }), { exact: true })
const row = (me: Researcher, speaker: string) =>
  dialog(me)
    .locator('tbody tr')
    .filter({ has: me.page.getByLabel(me.words('speakers.nameOf', { name: speaker }), { exact: true }) })

test('speakers are counted, get attributes by keys and by paste, are merged and taken apart, and are exported', async ({
  researcher: me,
  lectern,
}, info) => {
  await imports(me, info, { 'bridge.txt': BRIDGE, 'road.txt': ROAD })
  await goesToWords(me, 'Next spring')
  await me.press('s', 'm')
  await goesToWords(me, 'The ferry runs')
  await me.press('s', 'm')
  await lectern.menu('edit-speakers')
  await expect(dialog(me).getByLabel(me.words('speakers.search'))).toBeFocused()
  // Turns, codings, documents.
  await expect.poll(() => row(me, 'Q').locator('td').allInnerTexts()).toEqual(['7', '0', '2', ''])

  await me.tabTo(dialog(me).getByLabel(me.words('speakers.attribute')))
  await me.page.keyboard.type('role')
  await me.press('Enter')
  await cell(me, 'Q', 'role').focus()
  await me.page.keyboard.type('press')
  // Chosen downwards, filled from the uppermost cell.
  await me.press('Shift+ArrowDown', 'Shift+ArrowDown')
  const saved = await me.actsSaved()
  await me.press('Control+d')
  await expect.poll(async () => (await me.actsSaved()) > saved).toBe(true)
  await expect(cell(me, 'MODERATOR', 'role')).toHaveValue('press')
  await cell(me, 'MODERATOR', 'role').fill('')
  await me.press('Tab')

  const names = (await dialog(me).locator('tbody tr').count()) - 1
  await dialog(me)
    .getByLabel(me.words('speakers.choose', { name: 'DR. HALE' }))
    .check()
  await dialog(me)
    .getByLabel(me.words('speakers.choose', { name: 'MODERATOR' }))
    .check()
  await dialog(me)
    .getByRole('button', { name: me.words('speakers.merge', { count: 2 }) })
    .click()
  await expect(dialog(me).locator('tbody tr')).toHaveCount(names)
  await dialog(me)
    .getByLabel(me.words('speakers.nameOf', { name: 'DR. HALE' }))
    .fill('Dr Hale')
  await me.press('Tab')
  await expect(row(me, 'Dr Hale')).toContainText('MODERATOR')
  await dialog(me)
    .getByRole('button', { name: me.words('speakers.split', { speaker: 'MODERATOR' }) })
    .click()
  await expect(row(me, 'MODERATOR')).toBeVisible()
  await me.press('Escape')

  const path = info.outputPath('codings.csv')
  await me.exportsTo(path, 2)
  const { header, rows } = readExport(path)
  expect(header.slice(-2)).toEqual(['speaker.name', 'speaker.role'])
  expect(rows.map((one) => [one['speaker.name'], one['speaker.role']])).toEqual([
    ['Dr Hale', ''],
    ['HALE', 'press'],
  ])
})
