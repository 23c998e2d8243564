import type { ISql } from 'postgres'
import type { Reason, Scope, Source } from '@/lib/dne/entry'
import type { DneFilter } from '@/lib/dne/filter'
import { matchingReasons } from './matching'

/** One reason with all its facts, as it leaves in a file. */
export interface ExportReason {
  value: string
  scope: Scope
  reason: Reason
  category: string
  until: Date | null
  bounceAt: Date | null
  source: Source
  note: string
  createdAt: Date
  createdByName: string | null
}

/** The next reasons of a filter in order of value, strictly behind `after`. */
export async function exportEntries(
  sql: ISql,
  workspace: { id: string; timeZone: string },
  { filter, now, after, limit }: { filter: DneFilter; now: Date; after: ExportReason | null; limit: number },
): Promise<ExportReason[]> {
  const behind = after ? sql`and (r.value, r.reason) > (${after.value}, ${after.reason})` : sql``
  return sql<ExportReason[]>`
    select r.value, r.scope, r.reason, r.category, r.until, r.bounce_at as "bounceAt", r.source, r.note,
      r.created_at as "createdAt", u.name as "createdByName"
    from dne_reasons r left join users u on u.id = r.created_by
    where ${matchingReasons(sql, workspace, filter, now)} ${behind}
    order by r.value, r.reason limit ${limit}`
}
