import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['__tests__/**/*.test.ts'],
    testTimeout: 30_000,
    // Tests start real measuring processes; two workers is what two cores bear.
    maxWorkers: 2,
  },
})
