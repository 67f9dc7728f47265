import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

/** Tests of the built, running product. One file after the other: they share its two processes and its database. */
export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root,
      'server-only': path.join(root, 'tests/setup/server-only.ts'),
    },
  },
  test: {
    include: ['tests/journeys/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
    globalSetup: [path.join(root, 'tests/setup/product.ts')],
    setupFiles: [path.join(root, 'tests/setup/product-address.ts')],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: process.env.ACCORD_BARS === 'full' ? 1_800_000 : 180_000,
    hookTimeout: 180_000,
    // Two processes, a database and a browser share the machine with the test: one slow answer is tried once more, in a
    // workspace of its own again, and the summary names every test that needed it.
    retry: 1,
    // A poll waits for the page as long as the browser's own waits do; its usual second is a race on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    allowOnly: process.env.ACCORD_TEST_ALL === undefined,
  },
})
