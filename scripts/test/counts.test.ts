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
const browser = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 }, suites: [] }

describe('counting what ran', () => {
  it('counts a check as one', () => {
    expect(checkCounts(0)).toEqual({ passed: 1, failed: 0 })
    expect(checkCounts(2)).toEqual({ passed: 0, failed: 1 })
  })

  it('counts tests as they are reported', () => {
    expect(vitestCounts(0, report(vitest))).toEqual({ passed: 7, failed: 0 })
    expect(playwrightCounts(0, report(browser))).toEqual({ passed: 5, failed: 0, repeated: [] })
  })

  it('counts what was skipped or never loaded as failed', () => {
    const broken = [{ status: 'failed', assertionResults: [] }]
    expect(vitestCounts(1, report({ ...vitest, numPendingTests: 2, testResults: broken }))).toEqual({
      passed: 7,
      failed: 3,
    })
    const shaky = { ...browser, stats: { expected: 5, unexpected: 1, flaky: 0, skipped: 2 } }
    expect(playwrightCounts(1, report(shaky))).toMatchObject({ passed: 5, failed: 3 })
  })

  it('counts what passed only when repeated as passed, and names it', () => {
    const test = (title: string, status: string) => ({ file: 'a.spec.ts', title, tests: [{ status }] })
    const inner = { specs: [test('shakes', 'flaky'), test('stands', 'expected')] }
    const shaky = { stats: { ...browser.stats, flaky: 1 }, suites: [{ suites: [inner] }] }
    expect(playwrightCounts(0, report(shaky))).toEqual({
      passed: 6,
      failed: 0,
      repeated: ['a.spec.ts: shakes'],
    })
  })

  it('counts a crash as one failure', () => {
    expect(vitestCounts(1, report(vitest))).toEqual({ passed: 7, failed: 1 })
    expect(vitestCounts(1, join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 })
    expect(playwrightCounts(1, join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 })
  })
})
