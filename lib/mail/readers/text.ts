import { decodeWords } from '../decode'
import { first } from '../headers'
import { failuresIn } from '../said'
import type { Reading, Report } from '../types'

/** The generic reader: failed addresses and the words about them, from what a report says to a person. */
export function readText(report: Report): Reading | null {
  const said = failuresIn(report.text, report.own)
  const failures = said.length > 0 ? said : failuresIn(subjectOf(report), report.own)
  return failures.length > 0 ? { failures, reportingMta: null } : null
}

const subjectOf = ({ root }: Report): string => decodeWords(first(root.headers, 'subject'))
