import { failuresIn } from '../said'
import type { Reading, Report } from '../types'

/** The generic reader: failed addresses and the words about them, from what a report says to a person. */
export function readText(report: Report): Reading | null {
  const failures = failuresIn(report.text, report.own)
  return failures.length > 0 ? { failures, reportingMta: null } : null
}
