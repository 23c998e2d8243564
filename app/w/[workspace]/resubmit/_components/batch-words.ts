import type { BatchRow } from '@/db/queries/resubmit/list-batches'
import { dayOf } from '@/lib/analytics/day'
import { formatCount, formatDay } from '@/lib/format'

export const STATE_NAMES = {
  running: 'Running',
  paused: 'Paused',
  cancelled: 'Cancelled',
  done: 'Handed over',
} as const

/** What became of a batch so far, in one line. */
export function batchLine(batch: BatchRow, zone: string, quietDays: number): string {
  const { recovered, bounced, state, ends, lastHandedAt, changedBy } = batch
  const parts = [`${formatCount(recovered)} recovered`, `${formatCount(bounced)} bounced again`]
  const quiet = lastHandedAt && new Date(lastHandedAt.getTime() + quietDays * 86_400_000)
  if (!batch.reachable) parts.push('its webhook is off')
  else if (state === 'running' && ends) parts.push(`ends ${formatDay(dayOf(ends, zone), 'weekday')}`)
  else if (state === 'paused' && changedBy) parts.push(`paused by ${changedBy}`)
  else if (state === 'cancelled' && changedBy) parts.push(`cancelled by ${changedBy}`)
  else if (state === 'done' && quiet && recovered + bounced < batch.handedOver)
    parts.push(`quiet days until ${formatDay(dayOf(quiet, zone))}`)
  return parts.join(' · ')
}
