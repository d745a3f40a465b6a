import { BRIDGE, goesToWords, imports, ROAD } from './correcting-steps.ts'
import { readExport } from './exported.ts'
import { expect, type Researcher, test } from './steps.ts'

const BRIDGE_FILE = '2024-03-05_valley_bridge.txt'
const ROAD_FILE = '2024-04-01_hill_road.txt'

/** The values of the table, row by row, without its head. */
const table = (me: Researcher): Promise<readonly (readonly string[])[]> =>
  me.page
    .getByRole('dialog')
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('input')].map((input) => input.value)))

const cell = (me: Researcher, name: string, file: string) =>
  me.page.getByLabel(me.words('variables.cell', { name, source: file.replace(/\.txt$/u, '') }), { exact: true })

async function pastes(me: Researcher, text: string): Promise<void> {
  await me.page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}

test('variables come from file names, from cells and from a spreadsheet, and are exported', async ({
  researcher: me,
  lectern,
}, info) => {
  await imports(me, info, { [BRIDGE_FILE]: BRIDGE, [ROAD_FILE]: ROAD })
  await goesToWords(me, 'Next spring')
  await me.press('s', 'm')
  await lectern.menu('edit-variables')
  const dialog = me.dialog(me.words('variables.title'))
  await expect(dialog.getByLabel(me.words('variables.pattern'))).toBeFocused()

  await me.page.keyboard.type('{date}_{outlet}_*')
  await expect(dialog).toContainText(me.words('variables.fits', { count: 2, all: 2 }))
  await me.press('Enter')
  await me.hears('act.setVariables', { name: 'date', count: 2 })
  const filled = [
    ['2024-03-05', 'valley'],
    ['2024-04-01', 'hill'],
  ]
  await expect.poll(() => table(me)).toEqual(filled)

  // The same names say nothing new; a value that somebody has typed since is not replaced unseen.
  await expect(dialog).not.toContainText(me.words('variables.replaces', { count: 1 }))
  await cell(me, 'outlet', ROAD_FILE).fill('by hand')
  await me.press('Enter')
  await me.hears('act.setVariables', { name: 'outlet', count: 1 })
  await expect(dialog).toContainText(me.words('variables.replaces', { count: 1 }))
  await cell(me, 'outlet', ROAD_FILE).fill('hill')
  await me.press('Enter')
  await expect(dialog).not.toContainText(me.words('variables.replaces', { count: 1 }))

  // A new column, filled by keys: Enter goes down.
  await me.tabTo(dialog.getByLabel(me.words('variables.name')))
  await me.page.keyboard.type('place')
  await me.press('Enter')
  await cell(me, 'place', BRIDGE_FILE).focus()
  await me.page.keyboard.type('Valley Hall')
  await me.press('Enter')
  await expect(cell(me, 'place', ROAD_FILE)).toBeFocused()
  await me.hears('act.setVariables', { name: 'place', count: 1 })

  await cell(me, 'date', BRIDGE_FILE).focus()
  const saved = await me.actsSaved()
  await pastes(me, '5 March\tValley News\tHall A\r\n1 April\tHill News\tHall B\r\n')
  const pasted = [
    ['5 March', 'Valley News', 'Hall A'],
    ['1 April', 'Hill News', 'Hall B'],
  ]
  await expect.poll(() => table(me)).toEqual(pasted)
  await me.seesSaved(saved + 1)

  await dialog.getByLabel(me.words('variables.rename', { name: 'outlet' })).fill('paper')
  await me.press('Tab')
  await expect(cell(me, 'paper', ROAD_FILE)).toHaveValue('Hill News')
  await dialog.getByRole('button', { name: me.words('variables.remove', { name: 'place' }) }).click()
  await expect(cell(me, 'place', ROAD_FILE)).toBeHidden()
  await me.press('Escape')
  await expect(dialog).toBeHidden()

  const path = info.outputPath('codings.csv')
  await me.exportsTo(path, 1)
  const { header, rows } = readExport(path)
  expect(header.filter((name) => name.startsWith('source.'))).toEqual(['source.date', 'source.paper'])
  expect(rows[0]).toMatchObject({ 'source.date': '5 March', 'source.paper': 'Valley News' })

  for (let act = 0; act < 3; act++) await me.shortcut('undo')
  await lectern.menu('edit-variables')
  await expect
    .poll(() => table(me))
    .toEqual([
      ['2024-03-05', 'valley', 'Valley Hall'],
      ['2024-04-01', 'hill', ''],
    ])
})

test('nothing that is typed, pasted or named in the table is lost without a word', async ({
  researcher: me,
  lectern,
}, info) => {
  await imports(me, info, { [BRIDGE_FILE]: BRIDGE, [ROAD_FILE]: ROAD })
  await lectern.menu('edit-variables')
  const dialog = me.dialog(me.words('variables.title'))
  const said = dialog.getByRole('status')
  await expect(dialog.getByLabel(me.words('variables.pattern'))).toBeFocused()
  await me.page.keyboard.type('{date}_{outlet}_*.txt')
  await expect(dialog).toContainText(me.words('variables.fits', { count: 2, all: 2 }))
  await me.press('Enter')
  await expect(cell(me, 'outlet', ROAD_FILE)).toHaveValue('hill')

  // Names: none that is there, in any case, and none that is blank.
  const head = dialog.getByLabel(me.words('variables.rename', { name: 'outlet' }))
  const taken = me.words('refusal.variableTaken', { name: 'date' })
  await head.fill('Date')
  await me.press('Tab')
  await expect(said).toHaveText(taken)
  await expect(head).toHaveValue('outlet')
  await head.fill(' ')
  await me.press('Enter')
  await expect(said).toHaveText(me.words('refusal.nameEmpty'))
  await expect(head).toHaveValue('outlet')
  const name = dialog.getByLabel(me.words('variables.name'), { exact: true })
  await name.fill('DATE')
  await me.press('Enter')
  await expect(said).toHaveText(taken)
  await name.fill('place')
  await me.press('Enter')
  await expect(said).toHaveText('')
  await expect(cell(me, 'place', ROAD_FILE)).toBeVisible()

  // Columns keep their places when the first document has no value any more.
  await cell(me, 'date', BRIDGE_FILE).fill('')
  await me.press('Enter')
  const kept = [
    ['', 'valley', ''],
    ['2024-04-01', 'hill', ''],
  ]
  await expect.poll(() => table(me)).toEqual(kept)
  await expect(dialog.locator('thead th input').first()).toHaveValue('date')

  await cell(me, 'outlet', ROAD_FILE).focus()
  await pastes(me, 'Hill News\tHall B\tbeyond\nbelow')
  await expect(said).toHaveText(me.words('variables.leftOut', { count: 2 }))
  await expect(cell(me, 'place', ROAD_FILE)).toHaveValue('Hall B')

  // Escape takes back the cell first; closing by other ways saves it.
  await cell(me, 'place', BRIDGE_FILE).fill('typed')
  await me.press('Escape')
  await expect(cell(me, 'place', BRIDGE_FILE)).toHaveValue('')
  await expect(dialog).toBeVisible()
  await me.page.keyboard.type('Hall A')
  await me.page.mouse.click(3, 3)
  await expect(dialog).toBeHidden()
  await me.hears('act.setVariables', { name: 'place', count: 1 })
  await lectern.menu('edit-variables')
  await expect(cell(me, 'place', BRIDGE_FILE)).toHaveValue('Hall A')

  // The names of the documents stay in view.
  await dialog.locator('.variables-scroller').evaluate((scroller) => {
    for (const input of scroller.querySelectorAll('input')) input.style.minWidth = '600px'
    scroller.scrollLeft = 400
  })
  await expect(dialog.getByRole('rowheader').first()).toBeInViewport({ ratio: 0.9 })
  await me.press('Escape')
  await expect(dialog).toBeHidden()
})
