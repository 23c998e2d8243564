import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'

// Workers read this file too; what the first process chose reaches them by the environment.
process.env.REBOUND_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'rebound-e2e-'))
const port = process.env.REBOUND_E2E_PORT ?? '3390'
const baseURL = `http://localhost:${port}`
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  timeout: 120_000, // a check in four looks on a busy machine
  expect: { timeout: 15_000 },
  retries: 1, // `npm test` names what needed its second try
  forbidOnly: true,
  reporter: process.env.REBOUND_TEST_REPORT
    ? [['list'], ['json', { outputFile: process.env.REBOUND_TEST_REPORT }]]
    : [['list']],
  globalTeardown: './e2e/teardown.ts',
  use: {
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' }, // a check may not meet a page that is half faded in
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.REBOUND_CHROMIUM || undefined,
      args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet,
    },
  },
  projects: [
    { name: 'set-up', testMatch: /set-up\.setup\.ts/ },
    {
      name: 'chromium',
      testMatch: /\.spec\.ts/,
      use: { ...devices['Desktop Chrome'] },
      dependencies: ['set-up'],
    },
  ],
  webServer: {
    command: 'node scripts/start.mjs',
    url: `${baseURL}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 },
    stdout: 'pipe',
    env: {
      PORT: port,
      REBOUND_DATA_DIR: process.env.REBOUND_E2E_DATA,
      REBOUND_DIST_DIR: process.env.REBOUND_DIST_DIR ?? '.next-test',
      REBOUND_LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      REBOUND_URL: '',
      REBOUND_WEBHOOK_ALLOW: '127.0.0.1', // the receiver of the tests
      REBOUND_ADMIN_EMAIL: '',
      REBOUND_ADMIN_PASSWORD: '',
    },
  },
})
