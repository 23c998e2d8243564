import { dayOf } from '@/lib/analytics/day'
import { filterOf, filterQuery } from '@/lib/analytics/filter'
import type { ImportCounts } from '@/lib/ingest/counts'
import type { Context } from '@/lib/services/context'

/** The bounces an import brought, over all the days they are of. */
export function rowsHref(ctx: Context, importId: string, { firstAt, lastAt }: ImportCounts): string {
  const { slug, timeZone } = ctx.workspace
  const today = dayOf(ctx.now, timeZone)
  const day = (seconds: number | null) =>
    seconds === null ? today : dayOf(new Date(seconds * 1000), timeZone)
  const filter = filterOf({ import: importId, from: day(firstAt), to: day(lastAt) }, today)
  return `/w/${slug}/bounces?${filterQuery(filter, today)}`
}
