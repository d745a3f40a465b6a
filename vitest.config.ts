import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{bench,shared,samples,electron,renderer,scripts,recognition}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // A test that hangs is to fail; a slow machine is not.
    testTimeout: 60_000,
  },
})
