import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,samples,electron,renderer,scripts,recognition}/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
})
