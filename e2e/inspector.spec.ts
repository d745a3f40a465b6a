import type { Locator } from 'playwright/test'
import { writeManyCodings } from './many-codings.ts'
import { expect, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

test('whoever lets go of a coding finds the list of codings where it was', async ({ lectern, researcher: me }) => {
  await expect(me.transcript).toBeVisible()
  await writeManyCodings(me.page, 300)
  await lectern.restart([])
  const row = (place: number): Locator => me.inspector.locator(`[aria-posinset="${place}"]`)
  const topOf = async (place: number): Promise<number> => (await row(place).boundingBox())?.y ?? Number.NaN
  await expect(row(1)).toBeVisible()
  await me.inspector.evaluate((pane) => pane.scrollTo(0, 150 * 52))
  // Rows are measured as they come into view, which moves those below.
  await expect(row(150)).toBeVisible()
  await row(150).scrollIntoViewIfNeeded()
  const before = await topOf(150)
  await row(150).getByRole('button').first().click()
  await expect(me.quote).toBeVisible()
  await me.button('inspector.letGo').click()
  await expect(row(150)).toBeVisible()
  await expect.poll(async () => Math.abs((await topOf(150)) - before)).toBeLessThan(2)
})
