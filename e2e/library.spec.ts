import { BRIDGE, goesToWords, imports, ROAD } from './correcting-steps.ts'
import { readExport } from './exported.ts'
import { line, lines, opensLibrary } from './library-steps.ts'
import { expect, type Researcher, test } from './steps.ts'

const FILES = { 'bridge.txt': BRIDGE, 'road.txt': ROAD, 'talk.txt': 'ANN: Where is it?\n\nBOB: Gone.\n\nANN: When?\n' }

const cells = (me: Researcher, name: string): Promise<readonly string[]> =>
  line(me.dialog(me.words('library.documents')), name)
    .locator('td')
    .evaluateAll((all) => all.map((cell) => cell.textContent ?? ''))

const act = (me: Researcher, key: Parameters<Researcher['words']>[0]) =>
  me.dialog(me.words('library.documents')).getByRole('button', { name: me.words(key), exact: true })

test('documents are counted, sorted, grouped, archived and binned by keyboard, and all of it is undone', async ({
  researcher: me,
  lectern,
}, info) => {
  await imports(me, info, FILES)
  await goesToWords(me, 'Next spring')
  await me.press('s', 'm')
  await me.press('t', 'm')
  await expect.poll(() => me.codings()).toHaveLength(2)
  const acts = await me.actsSaved()

  const library = await opensLibrary(me)
  await expect(library.getByLabel(me.words('library.search'))).toBeFocused()
  // Name, turns, speakers, codings, share of turns, when, by whom.
  await expect
    .poll(async () => (await cells(me, 'bridge')).slice(1, 5))
    .toEqual(['12', '5', '2', expect.stringContaining(me.words('library.coded', { coded: '2', turns: '12' }))])
  expect((await cells(me, 'talk')).slice(1, 4)).toEqual(['3', '2', '0'])
  await library.getByRole('button', { name: me.words('library.column.turns'), exact: true }).click()
  await expect.poll(() => lines(library)).toEqual(['talk', 'road', 'bridge'])

  await library.getByLabel(me.words('library.search')).focus()
  await me.press('ArrowDown')
  await expect(line(library, 'talk')).toBeFocused()
  await me.press('Shift+ArrowDown', 'g')
  await expect(library.getByRole('combobox', { name: me.words('library.groupOf', { count: 2 }) })).toBeFocused()
  await me.page.keyboard.type('Roads')
  await me.press('Enter')
  await me.hears('act.groupSources', { source: 'talk', count: 2, group: 'Roads' })
  await expect
    .poll(() => lines(library))
    .toEqual(['[Roads]', 'talk', 'road', `[${me.words('library.noGroup')}]`, 'bridge'])
  await expect(line(library, 'road')).toBeFocused()
  await me.press('ArrowLeft', 'ArrowLeft')
  await expect.poll(() => lines(library)).toEqual(['[Roads]', `[${me.words('library.noGroup')}]`, 'bridge'])
  await expect(line(library, 'Roads')).toBeFocused()
  await me.press('ArrowRight', 'End')
  await expect(line(library, 'bridge')).toBeFocused()

  // A copy with its codings, then an archive, then the bin.
  await me.press('d')
  await me.page.keyboard.type('second bridge')
  await me.press('Enter')
  await me.hears('act.duplicateSource', { source: 'bridge' })
  await expect.poll(async () => (await cells(me, 'second bridge')).slice(1, 4)).toEqual(['12', '5', '2'])
  await line(library, 'road').click()
  await act(me, 'library.archive').click()
  await expect(line(library, 'road')).toBeHidden()
  await library.getByRole('combobox', { name: me.words('library.list') }).selectOption('all')
  await expect(line(library, 'road')).toContainText(me.words('library.archived'))
  await line(library, 'bridge').click()
  await me.press('Delete')
  await me.hears('act.binSources', { source: 'bridge', count: 1 })
  await expect(line(library, 'bridge')).toBeHidden()
  await expect(library.locator('[data-line]:focus')).toHaveCount(1)
  await me.press('Escape')
  // What is in the bin is not open, not counted, not exported.
  await expect(me.transcript).toBeHidden()
  const path = info.outputPath('codings.csv')
  await me.exportsTo(path, 2)
  expect(new Set(readExport(path).rows.map((row) => row['source_name']))).toEqual(new Set(['second bridge']))

  const again = await opensLibrary(me)
  await again.getByRole('combobox', { name: me.words('library.list') }).selectOption('bin')
  await expect.poll(() => lines(again)).toEqual(['bridge'])
  await act(me, 'library.emptyBin').click()
  await expect.poll(() => lines(again)).toEqual([])
  await me.press('Escape')
  await expect(again).toBeHidden()
  const done = (await me.actsSaved()) - acts
  expect(done).toBe(5)
  for (let undone = 0; undone < done; undone++) await me.shortcut('undo')
  await me.seesSaved(acts + 2 * done)

  await lectern.restart()
  await expect(me.transcript).toBeVisible()
  const last = await opensLibrary(me)
  await last.getByRole('combobox', { name: me.words('library.list') }).selectOption('present')
  await expect.poll(() => lines(last)).toEqual(['talk', 'road', 'bridge'])
  await expect.poll(async () => (await cells(me, 'bridge')).slice(1, 4)).toEqual(['12', '5', '2'])
})

test('documents are found, opened, restored and dragged to a group by mouse; columns are chosen and kept', async ({
  researcher: me,
  lectern,
}, info) => {
  await imports(me, info, FILES)
  await me.button('command.showLibrary').click()
  let library = me.dialog(me.words('library.documents'))
  await library.getByLabel(me.words('library.search')).fill('tal')
  await expect.poll(() => lines(library)).toEqual(['talk'])
  await library.getByLabel(me.words('library.search')).fill('')
  await line(library, 'talk').click()
  await act(me, 'library.group').click()
  await me.page.keyboard.type('Old')
  await me.press('Enter')
  await expect
    .poll(() => lines(library))
    .toEqual(['[Old]', 'talk', `[${me.words('library.noGroup')}]`, 'bridge', 'road'])
  await line(library, 'bridge').dragTo(line(library, 'Old'))
  await me.hears('act.groupSources', { source: 'bridge', count: 1, group: 'Old' })
  await expect
    .poll(() => lines(library))
    .toEqual(['[Old]', 'bridge', 'talk', `[${me.words('library.noGroup')}]`, 'road'])

  await library.getByRole('button', { name: me.words('library.columns') }).click()
  await library.getByLabel(me.words('library.column.length')).check()
  await library.getByLabel(me.words('library.column.speakers')).uncheck()
  await me.press('Escape')
  await expect(library.getByRole('columnheader', { name: me.words('library.column.length') })).toBeVisible()
  await expect(library.getByRole('columnheader', { name: me.words('library.column.speakers') })).toBeHidden()

  await line(library, 'road').click()
  await line(library, 'talk').click({ modifiers: ['Control'] })
  await act(me, 'library.bin').click()
  await expect.poll(() => lines(library)).toEqual(['[Old]', 'bridge'])
  await library.getByRole('combobox', { name: me.words('library.list') }).selectOption('bin')
  await line(library, 'road').click()
  await act(me, 'library.restore').click()
  await me.hears('act.restoreSources', { source: 'road', count: 1 })
  await library.getByRole('combobox', { name: me.words('library.list') }).selectOption('present')
  await line(library, 'road').dblclick()
  await expect(library).toBeHidden()
  await expect(me.transcript).toContainText('The road is old.')

  await lectern.restart()
  await expect(me.transcript).toContainText('The road is old.')
  await me.button('command.showLibrary').click()
  library = me.dialog(me.words('library.documents'))
  await expect(library.getByRole('columnheader', { name: me.words('library.column.length') })).toBeVisible()
  await expect(library.getByRole('columnheader', { name: me.words('library.column.speakers') })).toBeHidden()
})

test('a project goes to the bin and comes back', async ({ researcher: me }, info) => {
  await imports(me, info, FILES)
  await me.shortcut('show-projects')
  const dialog = me.dialog(me.words('library.title'))
  const name = (await dialog.getByLabel(me.words('library.projectName')).inputValue()) ?? ''
  await expect(dialog).toContainText(me.words('library.sourceCount', { count: 3 }))
  await dialog.getByRole('button', { name: me.words('library.binProject', { project: name }) }).click()
  await me.hears('notice.projectBinned', { project: name })
  await expect(me.transcript).toBeHidden()
  await dialog.getByText(me.words('library.projectBin', { count: 1 })).click()
  await dialog.getByRole('button', { name: me.words('library.restoreProject', { project: name }) }).click()
  await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await expect(me.transcript).toBeVisible()
})
