import { defineConfig } from 'vitest/config'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))
const shared = { resolve: { alias: { '@': root } } }

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{lib,components,db,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          environment: 'node',
          // A slow machine, not a slow test, is what this waits for.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          setupFiles: ['scripts/test/fuzz-seed.ts'],
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['{lib,db,scripts}/**/*.db.test.ts'],
          globalSetup: ['db/testing/global-setup.ts'],
          // Tests make things fail on purpose; what they expect of it they look at themselves.
          env: { REBOUND_LOG_LEVEL: 'silent' },
          setupFiles: ['scripts/test/fuzz-seed.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
