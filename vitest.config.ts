import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Long enough for a slow, busy machine; a test that needs more says so itself.
    testTimeout: 15_000,
    hookTimeout: 15_000,
  },
})
