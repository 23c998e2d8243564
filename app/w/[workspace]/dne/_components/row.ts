import type { EntryRow } from '@/db/queries/dne/list-entries'
import { SOURCE_NAMES } from '@/lib/dne/entry'
import { formatDateTime, formatDay } from '@/lib/format'
import { dayOf } from '@/lib/analytics/day'

/** An entry as the table shows it. */
export interface ShownEntry {
  id: string
  value: string
  scope: string
  reasons: { reason: string; category: string }[]
  source: string
  /** Empty for good. */
  until: string
  added: string
  addedFull: string
}

/** Words and times of an entry for the table, in the workspace's zone. */
export function shownEntry(entry: EntryRow, zone: string): ShownEntry {
  const first = entry.reasons[0]!
  const listedTill = entry.reasons.every(({ until }) => until !== null)
    ? entry.reasons.reduce((last, { until }) => (until! > last ? until! : last), first.until!)
    : null
  const added = entry.reasons.reduce(
    (at, each) => (each.createdAt > at ? each.createdAt : at),
    first.createdAt,
  )
  return {
    id: entry.entryId,
    value: entry.value,
    scope: entry.scope,
    reasons: entry.reasons.map(({ reason, category }) => ({ reason, category })),
    source: first.createdByName ?? SOURCE_NAMES[first.source],
    until: listedTill ? formatDateTime(listedTill, zone) : '',
    added: formatDay(dayOf(added, zone), 'full'),
    addedFull: formatDateTime(added, zone),
  }
}
