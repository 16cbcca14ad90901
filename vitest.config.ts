import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Long enough for a slow, busy machine; a test that needs more says so itself.
    testTimeout: 15_000,
    hookTimeout: 15_000,
    // One less than there are cores, as by default, would leave a small machine idle half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
