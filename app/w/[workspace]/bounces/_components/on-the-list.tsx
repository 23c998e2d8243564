import { ListedLine } from '@/components/dne/listed-line'
import { listedNow } from '@/db/queries/dne/listed-now'
import { loadEntry } from '@/db/queries/dne/load-entry'
import { loadPolicy } from '@/db/queries/dne/load-policy'
import { dayOf } from '@/lib/analytics/day'
import { formatDateTime, formatDay } from '@/lib/format'
import type { Context } from '@/lib/services/context'

/** Whether the recipient of a bounce is on the Do Not Email list now. */
export async function OnTheList({ ctx, address }: { ctx: Context; address: string }) {
  const { sql, workspace, now } = ctx
  const { options } = await loadPolicy(sql, workspace.id)
  const listed = (await listedNow(sql, workspace.id, [address], now, options)).get(address)
  const entry = listed ? await loadEntry(sql, workspace.id, listed.entryId, now) : null
  const fact = entry?.reasons[0]
  if (!listed || !fact) return <ListedLine entry={null} />
  return (
    <ListedLine
      entry={{
        href: `/w/${workspace.slug}/dne/${listed.entryId}`,
        domain: listed.scope === 'address' ? null : listed.value,
        reason: listed.reason,
        category: listed.category,
        until: listed.until && formatDateTime(listed.until, workspace.timeZone),
        since: formatDay(dayOf(fact.createdAt, workspace.timeZone), 'full'),
      }}
    />
  )
}
