import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FIELD_TEXTS, STANCE_TEXTS } from '#shared/codebook/starter/field-texts.ts'
import { STARTER_TEXTS, type StarterCodeName } from '#shared/codebook/starter-texts.ts'
import {
  type Coded,
  contextProblem,
  expectedCells,
  findWritten,
  firstSentence,
  type Span,
  speechSpan,
  withoutBlanks,
  writtenBetween,
} from './expected-row.ts'
import { readExport } from './exported.ts'
import { drag } from './mouse.ts'
import { expect, type Researcher, test } from './steps.ts'
import { isSampleThere, ownTranscript, sampleTranscript, type Transcript } from './transcripts.ts'

test.use({ language: 'zh-CN' })
test.setTimeout(120_000)

const MEMO = '回答先讲处境，再讲成绩。\n“处境”一词是我的概括。'
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const nameOf = (code: StarterCodeName): string => STARTER_TEXTS[code].zh.name

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('the whole work on our own transcript, from opening it to the table', async ({ lectern, researcher }) => {
  await wholeWork(ownTranscript(), researcher, () => lectern.restart())
})

test('the whole work on the sample press conference', async ({ lectern, researcher }) => {
  test.skip(!isSampleThere, 'skipped: no samples')
  await wholeWork(sampleTranscript(), researcher, () => lectern.restart())
})

async function wholeWork(transcript: Transcript, me: Researcher, restart: () => Promise<void>): Promise<void> {
  const { text, truth } = transcript
  const began = new Date().toISOString()
  const coded: Coded[] = []
  /** What the inspector listed after each act. */
  const listed: (readonly string[])[] = []
  const answers = truth.exchanges.map(({ answers: [first = 0] }) => first)
  const [claimTurn = 0, dragTurn = 0, topicTurn = 0] = answers
  // Keys move over every character that is read, blanks included, so a stretch without blanks is chosen.
  const isPlain = (turn: number): boolean => {
    const { start } = speechSpan(transcript, turn)
    return /^[^\s\dA-Za-z]+$/u.test(text.slice(start, start + 60).replace(/\n/g, ''))
  }
  const [arrowTurn = 0, asIsTurn = 0] = answers.slice(3).filter(isPlain)

  const note = async (code: StarterCodeName, span: Span, quote: string, fields = {}): Promise<void> => {
    const family = code.split('.')[0] as 'claim' | 'topic' | 'rhetoric'
    coded.push({ span, quote, family, familyName: nameOf(family), code: nameOf(code), memo: '', fields })
    await me.hears('act.applyCode', { code: nameOf(code) })
    listed.push(await me.codings())
  }
  const revise = (code: StarterCodeName, change: (before: Coded) => Coded): void => {
    const at = coded.findIndex((one) => one.code === nameOf(code))
    const before = coded[at]
    if (before === undefined) throw new Error(`${code} was not coded`)
    coded[at] = change(before)
  }

  await test.step('open it: turns, speakers and exchanges are as they were said', async () => {
    await me.opensFiles([transcript.path])
    await expect(me.transcript).toBeVisible()
    await me.hears('act.importSource', { source: transcript.fileName.replace(/\.txt$/, '') })
    const counts = {
      turns: truth.turns.length,
      speakers: truth.speakers.length,
      exchanges: truth.exchanges.length,
    }
    await expect(me.outline).toContainText(me.words('outline.summary', counts))
    const labels = (await me.blocks()).filter(({ kind }) => kind === 'label')
    expect(labels.map((label) => label.text)).toEqual(truth.turns.map(({ speaker }) => speaker))
    const inExchanges = new Set(truth.exchanges.flatMap((exchange) => [...exchange.questions, ...exchange.answers]))
    const alone = truth.turns.filter((_, turn) => !inExchanges.has(turn))
    // Only what is near the view stands in the list; each says of how many it is one.
    const length = String(truth.exchanges.length + alone.length)
    await expect(me.outline.getByRole('listitem').first()).toHaveAttribute('aria-setsize', length)
    listed.push(await me.codings())
  })

  await test.step('a claim by keyboard alone: a sentence and the key of its code', async () => {
    await me.goesToTurn(claimTurn)
    await me.press('s')
    const quote = await me.selectedText()
    await me.press('1')
    await note('claim.fact', firstSentence(transcript, claimTurn), quote, {
      claimant: truth.turns[claimTurn]?.speaker,
    })
  })

  await test.step('a topic by keyboard alone: a whole turn, and the initials of its pinyin', async () => {
    await me.goesToTurn(topicTurn)
    await me.press('t')
    const quote = await me.selectedText()
    await me.press('Enter')
    const palette = me.dialog(me.words('palette.title'))
    await palette.getByRole('combobox').pressSequentially('qhyhj')
    await expect(palette.getByRole('option').first()).toContainText(nameOf('topic.climate'))
    await me.press('Enter')
    await note('topic.climate', speechSpan(transcript, topicTurn), quote)
    await expect(me.transcript).toBeFocused()
  })

  await test.step('a figure of speech by keyboard alone: arrows over a hard wrap', async () => {
    await me.goesToTurn(arrowTurn)
    for (let step = 0; step < 3; step++) await me.press('ArrowRight')
    for (let step = 3; step < 21; step++) await me.press('Shift+ArrowRight')
    const quote = await me.selectedText()
    await me.press('m')
    await note('rhetoric.metaphor', writtenBetween(text, speechSpan(transcript, arrowTurn), 3, 21), quote)
  })

  await test.step('one over a paragraph border by mouse', async () => {
    await me.goesToTurn(dragTurn)
    const blocks = await me.blocks()
    const labels = blocks.flatMap(({ kind }, index) => (kind === 'label' ? [index] : []))
    const first = (labels[dragTurn] ?? 0) + 1
    const [one = '', other = ''] = blocks.slice(first, first + 2).map((block) => block.text)
    const paragraphs = me.transcript.locator('p')
    await paragraphs.nth(first + 1).scrollIntoViewIfNeeded()
    await drag(me.page, [paragraphs.nth(first), one.length - 6], [paragraphs.nth(first + 1), 5])
    expect(await me.selectedText()).toBe(`${one.slice(-6)}\n${other.slice(0, 5)}`)
    await me.press('p')
    const span = findWritten(text, one.slice(-6) + other.slice(0, 5), speechSpan(transcript, dragTurn).start)
    await note('rhetoric.parallelism', span, `${one.slice(-6)}\n${other.slice(0, 5)}`)
  })

  await test.step('two on one sentence, inside of a coded turn', async () => {
    await me.goesToTurn(topicTurn)
    await me.press('s')
    const quote = await me.selectedText()
    const span = firstSentence(transcript, topicTurn)
    await me.press('e')
    await note('rhetoric.ethos', span, quote)
    await me.press('o')
    await note('rhetoric.pathos', span, quote)
  })

  await test.step('the claim’s fields and a memo, by keyboard', async () => {
    await me.takesInHand(1)
    await expect(me.quote).toHaveText(coded[0]?.quote ?? '')
    await me.press('i')
    const stance = (value: keyof typeof STANCE_TEXTS) =>
      me.inspector.getByRole('radio', { name: STANCE_TEXTS[value].zh })
    const field = (name: keyof typeof FIELD_TEXTS) => me.inspector.getByLabel(FIELD_TEXTS[name].zh, { exact: true })
    await expect(field('claimant')).toHaveValue(truth.turns[claimTurn]?.speaker ?? '')
    await me.tabTo(field('addressee'))
    await me.page.keyboard.insertText('各岛居民')
    await me.press('Enter')
    await me.hears('act.setField', { field: FIELD_TEXTS.addressee.zh })
    await me.tabTo(stance('supports'))
    await me.press('ArrowDown')
    await expect(stance('supports')).toBeChecked()
    await me.press('ArrowDown')
    await expect(stance('opposes')).toBeChecked()
    await me.hears('act.setField', { field: FIELD_TEXTS.stance.zh })
    await me.tabTo(field('proposition'))
    await me.page.keyboard.insertText('处境难，但事情做成了，"一件不落"')
    await me.press('Tab')
    await me.hears('act.setField', { field: FIELD_TEXTS.proposition.zh })
    await me.tabTo(me.inspector.getByLabel(me.words('inspector.memo')))
    await me.page.keyboard.insertText(MEMO)
    await me.hears('act.writeMemo')
    const fields = { addressee: '各岛居民', stance: 'opposes', proposition: '处境难，但事情做成了，"一件不落"' }
    revise('claim.fact', (claim) => ({ ...claim, memo: MEMO, fields: { ...claim.fields, ...fields } }))
  })

  const first = join(folder, 'first.csv')
  await test.step('undo everything, redo everything', async () => {
    await me.goesToTranscript()
    await me.exportsTo(first, coded.length)
    const acts = await me.actsSaved()
    // Of the acts the first made the project. Behind the list of the last coding came fields and memo.
    const undone = acts - 1
    for (let step = 1; step <= undone; step++) {
      await me.shortcut('undo')
      await me.seesSaved(acts + step)
      const left = undone - step
      if (left > 0) expect(await me.codings(), `after ${step} undone`).toEqual(listed[left - 1] ?? listed.at(-1))
    }
    await expect(me.transcript).toBeHidden()
    await me.shortcut('undo')
    await me.hears('notice.nothingToUndo')
    for (let step = 1; step <= undone; step++) {
      await me.shortcut('redo')
      await me.seesSaved(acts + undone + step)
    }
    await me.shortcut('redo')
    await me.hears('notice.nothingToRedo')
    await expect(me.transcript).toBeVisible()
    const again = join(folder, 'again.csv')
    await me.exportsTo(again, coded.length)
    expect(readExport(again).bytes.equals(readExport(first).bytes)).toBe(true)
  })

  await test.step('another code, other edges, deleted and brought back', async () => {
    await me.takesInHand(1)
    await me.press('x')
    const palette = me.dialog(me.words('palette.recode'))
    await palette.getByRole('combobox').pressSequentially('pj')
    await expect(palette.getByRole('option').first()).toContainText(nameOf('claim.evaluation'))
    await me.press('Enter')
    await me.hears('act.recode', { from: nameOf('claim.fact'), to: nameOf('claim.evaluation') })
    revise('claim.fact', (claim) => ({ ...claim, code: nameOf('claim.evaluation') }))

    const metaphor = coded.filter((one) => one.span.start < (coded[2]?.span.start ?? 0)).length + 1
    await me.takesInHand(metaphor)
    await expect(me.quote).toHaveText(coded[2]?.quote ?? '')
    await me.press('>', '.', '.')
    const span = writtenBetween(text, speechSpan(transcript, arrowTurn), 4, 23)
    const quote = withoutBlanks(text.slice(span.start, span.end))
    await expect(me.quote).toHaveText(quote)
    revise('rhetoric.metaphor', (one) => ({ ...one, span, quote }))

    const before = await me.codings()
    await me.takesInHand(2)
    await expect(me.quote).toHaveText(coded[3]?.quote ?? '', { useInnerText: true })
    await me.press('Delete')
    await me.hears('act.removeCoding', { code: nameOf('rhetoric.parallelism') })
    expect(await me.codings()).toHaveLength(before.length - 1)
    await me.shortcut('undo')
    await me.hearsOf('undone', 'act.removeCoding', { code: nameOf('rhetoric.parallelism') })
    expect(await me.codings()).toEqual(before)
  })

  await test.step('close and start again: everything is there, at the place where it was left', async () => {
    const before = await me.codings()
    await me.goesToTurn(asIsTurn)
    const labels = (await me.blocks()).flatMap(({ kind }, index) => (kind === 'label' ? [index] : []))
    const here = () => me.transcript.locator('p').nth((labels[asIsTurn] ?? 0) + 1)
    await expect(here()).toBeInViewport()
    // The place is kept when the reader rests.
    await me.page.waitForTimeout(600)
    await restart()
    await expect(me.transcript).toBeVisible()
    await expect(here()).toBeInViewport()
    await expect(me.transcript.locator('p').first()).not.toBeInViewport()
    expect(await me.codings()).toEqual(before)
    await me.takesInHand(1)
    await expect(me.inspector.getByRole('radio', { name: STANCE_TEXTS.opposes.zh })).toBeChecked()
    await expect(me.inspector.getByLabel(FIELD_TEXTS.addressee.zh)).toHaveValue('各岛居民')
    await me.seesText(me.inspector.getByLabel(me.words('inspector.memo')), MEMO)
  })

  await test.step('without the reading the codings stay, and one can code there too', async () => {
    const turns = await me.blocks()
    await me.takesInHand(1)
    const quote = await me.quote.innerText()
    await me.shortcut('toggle-reading')
    await expect(me.button('app.reading')).toHaveAttribute('aria-pressed', 'false')
    await expect(me.quote).toHaveText(quote)
    // The view is built a moment after the button shows it.
    await expect.poll(async () => (await me.blocks()).map((block) => block.text).join('\n')).toBe(text)
    await me.takesInHand(1)
    await expect(me.quote).toHaveText(quote)
    await expect(me.page.getByTitle(nameOf('claim.evaluation'), { exact: true }).first()).toBeVisible()
    // Above the first turn stands what was set aside, so there is one step more to go.
    await me.goesToTurn(asIsTurn + 1)
    for (let step = 0; step < 24; step++) await me.press('Shift+ArrowRight')
    const selected = await me.selectedText()
    expect(selected).toContain('\n')
    await me.press('q')
    const { start } = speechSpan(transcript, asIsTurn)
    await note('rhetoric.question', findWritten(text, selected, start), withoutBlanks(selected))
    await me.shortcut('toggle-reading')
    await expect(me.button('app.reading')).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(() => me.blocks()).toEqual(turns)
    await me.takesInHand(1)
    await expect(me.quote).toHaveText(quote)
  })

  await test.step('export a part, without a byte-order mark', async () => {
    await me.shortcut('export-csv')
    const dialog = me.dialog(me.words('export.title'))
    const codes = dialog.getByRole('group', { name: me.words('export.codes') })
    await codes.getByLabel(me.words('export.all')).uncheck()
    await codes.getByLabel(nameOf('rhetoric.ethos')).check()
    await codes.getByLabel(nameOf('rhetoric.pathos')).check()
    await dialog.getByLabel(me.words('export.byteOrderMark')).uncheck()
    await expect(dialog.getByRole('heading', { name: me.words('export.preview', { count: 2 }) })).toBeVisible()
    const path = join(folder, 'part.csv')
    await me.savesExport(path, 2)
    const part = readExport(path)
    expect(part.hasByteOrderMark).toBe(false)
    expect(part.rows.map((row) => row['code'])).toEqual([nameOf('rhetoric.ethos'), nameOf('rhetoric.pathos')].sort())
  })

  await test.step('export all of it: every field is what was coded, and twice the same', async () => {
    await me.shortcut('toggle-set-aside')
    await expect.poll(async () => (await me.blocks()).some(({ kind }) => kind === 'set-aside')).toBe(true)
    const pageText = (await me.blocks()).flatMap(({ kind, text: said }) => (kind === 'label' ? [] : [said])).join('\n')
    const path = join(folder, 'all.csv')
    await me.exportsTo(path, coded.length)
    const { rows, header, hasByteOrderMark, bytes } = readExport(path)
    expect(hasByteOrderMark).toBe(true)
    expect(rows).toHaveLength(coded.length)
    const places = rows.map((row) => [Number(row['start']), Number(row['end']), row['code_path'] ?? ''] as const)
    expect(places).toEqual([...places].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1)))
    const ids = new Map<string, string>()
    for (const one of coded) {
      const cells = expectedCells(transcript, one)
      const row =
        rows.find((candidate) => candidate['start'] === cells['start'] && candidate['code'] === one.code) ?? {}
      const { coding_id, segment_id, source_id, code_id, created_at, modified_at, ...rest } = row
      const { context_before: _before, context_after: _after, ...known } = rest
      expect(known).toEqual(cells)
      expect(Object.keys(row)).toEqual(header)
      expect(contextProblem(transcript, one, row, pageText)).toBeNull()
      expect(row['quote_raw']).toBe([...text].slice(Number(row['start']), Number(row['end'])).join(''))
      for (const id of [coding_id, segment_id, source_id, code_id]) expect(id).toMatch(ID)
      expect(ids.has(coding_id ?? '')).toBe(false)
      ids.set(coding_id ?? '', `${segment_id}`)
      expect(source_id).toBe(rows[0]?.['source_id'])
      expect([began, created_at, modified_at, new Date().toISOString()].sort()).toEqual([
        began,
        created_at,
        modified_at,
        expect.any(String),
      ])
    }
    expect(new Set(ids.values()).size).toBe(coded.length - 1)
    expect(new Set(rows.map((row) => row['code_id'])).size).toBe(coded.length)

    const twice = join(folder, 'twice.csv')
    await me.exportsTo(twice, coded.length)
    expect(readExport(twice).bytes.equals(bytes)).toBe(true)
  })
}
