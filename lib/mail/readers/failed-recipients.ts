import { addressesIn } from '../layout'
import { failuresIn } from '../said'
import type { Failure, Reading, Report } from '../types'

/** Exim and Gmail name the failed addresses in `X-Failed-Recipients`; the words stand in the text. */
export function readFailedRecipients(report: Report): Reading | null {
  const recipients = addressesIn(report.root.headers.get('x-failed-recipients') ?? [])
  if (recipients.length === 0) return null
  const told = failuresIn(report.text, new Set())
  const whole = recipients.length === 1 ? report.text.replace(/\s+/g, ' ').slice(0, 4000) : null
  const failures = recipients.map((recipient): Failure => {
    const said = told.find((failure) => failure.recipient === recipient)?.diagnostics ?? []
    return { recipient, diagnostics: said, whole, status: null, remoteMta: null, action: 'failed' }
  })
  return { failures, reportingMta: null }
}
