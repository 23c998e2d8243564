import { existsSync, readFileSync } from 'node:fs'

/** A check passes or fails as a whole. */
export function checkCounts(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Counts a vitest report. A test that was skipped, and a file that could not be loaded, count as failed. */
export function vitestCounts(code, report) {
  const found = readReport(report)
  if (!found) return { passed: 0, failed: 1 }
  const broken = found.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failed = found.numFailedTests + found.numPendingTests + found.numTodoTests + broken.length
  return atLeastOne(code, { passed: found.numPassedTests, failed })
}

/**
 * Counts a Playwright report. A test that did not run counts as failed; one that passed only when repeated counts as
 * passed, and `repeated` names it, so that nobody overlooks it.
 */
export function playwrightCounts(code, report) {
  const found = readReport(report)
  if (!found) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = found.stats
  const counts = atLeastOne(code, { passed: expected + flaky, failed: unexpected + skipped })
  return { ...counts, repeated: found.suites.flatMap(flakyTests) }
}

function flakyTests({ suites = [], specs = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
  return [...own.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(flakyTests)]
}

/** A program that failed without a failed test (a crash, an error in a teardown) is one failure. */
function atLeastOne(code, { passed, failed }) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
