import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'

/** What axe holds against the page as it stands, in light and in dark; only what keeps people out. */
export async function violations(page: Page, state: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Without it axe opens a second page, which Electron has none to give.
    const result = await new AxeBuilder({ page: page }).setLegacyMode(true).analyze()
    for (const { id, impact, nodes } of result.violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      const where = nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`)
      found.push(`${state}, ${colorScheme}: ${id} (${nodes.length}) ${where.join(' | ')}`)
    }
  }
  return found
}
