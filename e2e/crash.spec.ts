import { expect, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

const KILLS = 20
const SEED = 20_317

test.use({ files: [OWN_TRANSCRIPT] })
test.setTimeout(180_000)

/** The same numbers from 0 to 1 at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

test('whatever was shown as done is there after the program was killed', async ({ lectern, researcher: me }) => {
  const random = seeded(SEED)
  const keys = ['1', '2', '3', '4', 'm', 'p', 'a', 'e', 'c', 'f']
  let acts = 0
  let losses = 0
  let saved = 0

  for (let kill = 0; kill < KILLS; kill++) {
    await expect(me.transcript).toBeVisible()
    await expect.poll(() => me.actsSaved()).toBeGreaterThan(1)
    // An act may have reached the disk without having been shown; none that was shown may be missing.
    const now = await me.actsSaved()
    if (now < saved) losses += saved - now
    saved = now
    await me.goesToTranscript()
    await me.press('Control+Home')
    const before = await me.codings()
    let shown: readonly string[] = before
    const wanted = 1 + Math.floor(random() * 4)
    for (let act = 0; act < wanted; act++) {
      const steps = 1 + Math.floor(random() * 12)
      for (let step = 0; step < steps; step++) await me.press('Control+ArrowDown')
      const key = keys[Math.floor(random() * keys.length)] ?? '1'
      await me.press('s', key)
      // A passage that is coded so already is refused: that is no act.
      await expect(me.status).toHaveText(/^(Code as|This passage is already)/)
      const count = await me.actsSaved()
      if (count === saved) continue
      saved = count
      acts += 1
      shown = await me.codings()
    }
    // The next act is on its way when the power goes.
    await me.press('Control+ArrowDown', 's', '5')
    await me.page.waitForTimeout(Math.floor(random() * 30))
    await lectern.kill()
    await lectern.restart([])
    await expect(me.transcript).toBeVisible()
    const there = await me.codings()
    losses += shown.filter((coding) => !there.includes(coding)).length
  }

  console.log(`kills ${KILLS}, acts ${acts}, losses ${losses}`)
  expect(acts).toBeGreaterThan(KILLS)
  expect(losses).toBe(0)
})
