import { addressesIn } from '../layout'
import type { Reading, Report } from '../types'

/** Google Groups answers in the sender's language; in every one it means: no such group, or you may not post to it. */
export function readGoogleGroups(report: Report): Reading | null {
  const recipients = addressesIn(report.root.headers.get('x-failed-recipients') ?? [])
  if (recipients.length === 0 || !report.text.includes('//groups.google.com/')) return null
  const failures = recipients.map((recipient) => ({
    recipient,
    diagnostics: ['The group may not exist, or you are not allowed to post to it'],
    whole: null,
    status: null,
    remoteMta: null,
    action: 'failed' as const,
  }))
  return { failures, reportingMta: null }
}
