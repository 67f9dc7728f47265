import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root,
      'server-only': path.join(root, 'tests/setup/server-only.ts'),
    },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/journeys/**', 'tests/e2e/**'],
    globalSetup: [path.join(root, 'tests/setup/global-setup.ts')],
    setupFiles: ['own-database', 'pinned-queries'].map((file) => path.join(root, `tests/setup/${file}.ts`)),
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: process.env.ACCORD_BARS === 'full' ? 1_800_000 : 60_000,
    hookTimeout: 120_000,
    allowOnly: process.env.ACCORD_TEST_ALL === undefined,
  },
})
