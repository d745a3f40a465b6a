import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,samples,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
})
