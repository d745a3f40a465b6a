import { writeFile } from 'node:fs/promises'
import type { TestInfo } from 'playwright/test'
import { expect, type Researcher } from './steps.ts'

/** A talk in which some things are to be put right: a notice on each page, a rare name, a question that nobody answers. */
export const BRIDGE = `MODERATOR: Good morning. We will start with the bridge.
DR. HALE: The old bridge is closed. Work starts in May.
One more thing:
nobody has to move.
Q: When will it open?
DR. HALE: Next spring, if the weather holds.
Q: Who pays?
DR. HALE: The county pays most of it.
Nora Lind: Let me add that the state pays the rest.
-- Please turn over --
Q: What about the ferry?
HALE: The ferry runs until the bridge is open.
Q: Every day?
DR. HALE: Every day but Sunday.
-- Please turn over --
Q: Will there be lamps on the bridge?
`

/** Another talk, with the same notice between the pages. */
export const ROAD = `MODERATOR: Good evening. We will speak of the road.
DR. HALE: The road is old. Work starts in July.
Q: How long will it take?
DR. HALE: Two years, in three parts.
-- Please turn over --
Q: Who pays?
DR. HALE: The state pays all of it.
`

/** Writes texts to files and imports them, the last one first, so that the first is on the screen. */
export async function imports(
  me: Researcher,
  testInfo: TestInfo,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const paths: string[] = []
  for (const [name, text] of Object.entries(texts)) {
    const path = testInfo.outputPath(name)
    await writeFile(path, text)
    paths.push(path)
  }
  await me.opensFiles(paths)
  await expect(me.transcript).toBeVisible()
  const [first = ''] = Object.keys(texts)
  for (const name of Object.keys(texts)) {
    await expect(me.page.locator('select.source-select option', { hasText: name.replace(/\.txt$/u, '') })).toHaveCount(
      1,
    )
  }
  await me.page.locator('select.source-select').selectOption({ label: first.replace(/\.txt$/u, '') })
  await expect(me.transcript).toHaveAccessibleName(new RegExp(first.replace(/\.txt$/u, '')))
}

/** All that the window says of the reading: each block with who speaks and in which role, then the outline. */
export async function shown(me: Researcher): Promise<readonly string[]> {
  await expect(me.transcript).toHaveAttribute('data-filled', 'true')
  const blocks = await me.transcript.locator('p').evaluateAll((paragraphs) =>
    paragraphs.map((block) => {
      const { role = '', speaker = '' } = block instanceof HTMLElement ? block.dataset : {}
      const text = block.textContent ?? ''
      if (block.classList.contains('set-aside')) return `(${text})`
      return block.classList.contains('label') ? `[${[speaker || text, role].join(', ')}]` : text
    }),
  )
  return [...blocks, '---', ...(await me.outline.locator('.pane-note, .outline-speaker').allInnerTexts())]
}

/** The words that codings are painted over. */
export const painted = (me: Researcher): Promise<readonly string[]> =>
  me.page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, ranges]) =>
      ['focus', 'pending', 'found'].includes(name)
        ? []
        : [...ranges].map((range) => {
            const words = new Range()
            words.setStart(range.startContainer, range.startOffset)
            words.setEnd(range.endContainer, range.endOffset)
            return words.toString()
          }),
    ),
  )

/** Where the cursor stands: the words behind it, and how far down the window. */
export const cursorAt = (me: Researcher): Promise<{ readonly words: string; readonly top: number }> =>
  me.page.evaluate(() => {
    const selection = document.getSelection()
    const { focusNode, focusOffset } = selection ?? { focusNode: null, focusOffset: 0 }
    const top = selection?.rangeCount ? (selection.getRangeAt(0).getClientRects()[0]?.top ?? -1) : -1
    return { words: focusNode?.textContent?.slice(focusOffset, focusOffset + 12) ?? '', top }
  })

/** Moves the cursor, by keys alone, to the first line that begins with these words. */
export async function goesToWords(me: Researcher, words: string): Promise<void> {
  await me.goesToTranscript()
  await me.press('Control+Home')
  for (let step = 0; step < 80; step++) {
    await me.press('Home')
    if ((await cursorAt(me)).words.startsWith(words.slice(0, 12))) return
    await me.press('ArrowDown')
  }
  throw new Error(`no line begins with ${words}`)
}

/** Carries out a command, after which text and cursor are to stand where they stood. */
export async function corrects(me: Researcher, carryOut: () => Promise<void>): Promise<void> {
  const before = await cursorAt(me)
  await carryOut()
  await expect(me.transcript).toBeFocused()
  await expect
    .poll(async () => Math.abs((await cursorAt(me)).top - before.top), 'how far the cursor moved')
    .toBeLessThan(3)
}
