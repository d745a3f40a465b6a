import { defineConfig } from 'playwright/test'

// Run by `npm run test:e2e` and `npm run demo`, which get runtime, display and build ready; run by
// hand or in an editor, the fixture does that itself.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One program at a time: they share the screen and the keyboard focus.
  workers: 1,
  // A small, busy machine may miss a moment once; the list names such a test as flaky. At a desk nothing is tried twice.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'e2e', testMatch: '**/*.spec.ts' },
    { name: 'demo', testMatch: 'demo/*.demo.ts', timeout: 300_000 },
  ],
})
