import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCounts, playwrightCounts, vitestCounts } from './counts.mjs'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebound-counts-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function report(content: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
const browser = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 } }

describe('counting what ran', () => {
  it('counts a check as one', () => {
    expect(checkCounts(0)).toEqual({ passed: 1, failed: 0 })
    expect(checkCounts(2)).toEqual({ passed: 0, failed: 1 })
  })

  it('counts tests as they are reported', () => {
    expect(vitestCounts(0, report(vitest))).toEqual({ passed: 7, failed: 0 })
    expect(playwrightCounts(0, report(browser))).toEqual({ passed: 5, failed: 0 })
  })

  it('counts what was skipped, repeated or never loaded as failed', () => {
    const broken = [{ status: 'failed', assertionResults: [] }]
    expect(vitestCounts(1, report({ ...vitest, numPendingTests: 2, testResults: broken }))).toEqual({
      passed: 7,
      failed: 3,
    })
    const shaky = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }
    expect(playwrightCounts(1, report(shaky))).toEqual({ passed: 5, failed: 4 })
  })

  it('counts a crash as one failure', () => {
    expect(vitestCounts(1, report(vitest))).toEqual({ passed: 7, failed: 1 })
    expect(vitestCounts(1, join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 })
    expect(playwrightCounts(1, join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 })
  })
})
