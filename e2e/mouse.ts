import type { Locator, Page } from 'playwright/test'

/** A place between two characters of a paragraph: before the character at `offset`, UTF-16. */
export type Gap = readonly [paragraph: Locator, offset: number]

/** Drags the mouse from one place in the text to another, as one marks a passage. */
export async function drag(page: Page, from: Gap, to: Gap): Promise<void> {
  const start = await pointOf(from)
  const end = await pointOf(to)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2)
  await page.mouse.move(end.x, end.y)
  await page.mouse.up()
}

/**
 * Turns the wheel by so many CSS pixels, and waits until what it scrolls has come to rest: it glides, and would take
 * along whatever is pointed at meanwhile.
 */
export async function wheel(page: Page, by: number): Promise<void> {
  const rest = await page.evaluateHandle(() => ({
    come: new Promise<void>((resolve) => {
      document.addEventListener('scrollend', () => resolve(), { capture: true, once: true })
    }),
  }))
  await page.mouse.wheel(0, by)
  await rest.evaluate(({ come }) => come)
}

/** Where a place in the text stands in the window, in CSS pixels. */
export function pointOf([paragraph, offset]: Gap): Promise<{ readonly x: number; readonly y: number }> {
  return paragraph.evaluate((element, at) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
    if (!(text instanceof Text)) throw new Error('an empty paragraph')
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    const { left, top, height } = range.getBoundingClientRect()
    return { x: left + 1, y: top + height / 2 }
  }, offset)
}
