import { tellsOfDelay, tellsOfSuccess } from '../delay'
import { readStatusReport } from '../status-report'
import type { Reading, Report } from '../types'
import { readFailedRecipients } from './failed-recipients'
import { readGoogleGroups } from './google-groups'
import { readScreenNames } from './screen-names'
import { readSesNotification } from './ses-notification'
import { readText } from './text'

/** The families of reports, most certain first: the mail's own marks find one, the generic reader stands last. */
const READERS: readonly ((report: Report) => Reading | null)[] = [
  readStatusReport,
  readSesNotification,
  readGoogleGroups,
  readFailedRecipients,
  readScreenNames,
  readText,
]

/** What the first family that knows the mail found; null where none does. */
export function readReport(report: Report): Reading | null {
  for (const read of READERS) {
    const reading = read(report)
    if (!reading) continue
    const told =
      read === readStatusReport
        ? null
        : tellsOfDelay(report)
          ? 'delayed'
          : tellsOfSuccess(report)
            ? 'delivered'
            : null
    if (told) for (const failure of reading.failures) failure.action = told
    return read === readSesNotification ? reading : enrich(report, reading)
  }
  return null
}

/** A status report that says little is completed by what the mail says to a person. */
function enrich(report: Report, reading: Reading): Reading {
  const said = readText(report)?.failures ?? []
  const [lone] = reading.failures
  for (const failure of reading.failures) {
    const same = said.find(({ recipient }) => recipient === failure.recipient)
    if (same) failure.diagnostics.push(...same.diagnostics)
  }
  if (lone && reading.failures.length === 1)
    lone.whole ??= said[0]?.whole ?? report.text.replace(/\s+/g, ' ').slice(0, 4000)
  return reading
}
