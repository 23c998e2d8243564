import { dayOf, type Day } from '@/lib/analytics/day'
import { filterOf, filterQuery } from '@/lib/analytics/filter'
import { DEFAULT_PRESET, lastDays, PRESETS, type Range } from '@/lib/analytics/range'
import type { ImportCounts } from '@/lib/ingest/counts'
import type { Context } from '@/lib/services/context'

/** The bounces an import brought, over all the days they are of. */
export function rowsHref(ctx: Context, importId: string, { firstAt, lastAt }: ImportCounts): string {
  const { slug, timeZone } = ctx.workspace
  const today = dayOf(ctx.now, timeZone)
  const filter = filterOf({ import: importId, ...daysOf(firstAt, lastAt, today, timeZone) }, today)
  return `/w/${slug}/bounces?${filterQuery(filter, today)}`
}

/** The overview over a time in which the new bounces of an import lie: its shortest preset that has them all, else their days. */
export function overviewHref(ctx: Context, { firstAt, lastAt }: ImportCounts): string {
  const { slug, timeZone } = ctx.workspace
  if (firstAt === null) return `/w/${slug}`
  const today = dayOf(ctx.now, timeZone)
  const days = daysOf(firstAt, lastAt, today, timeZone)
  const presets = PRESETS.filter((n) => n >= DEFAULT_PRESET).map((n) => lastDays(today, n))
  const range = presets.find(({ from, to }) => from <= days.from && days.to <= to) ?? days
  const query = filterQuery(filterOf(range, today), today)
  return query ? `/w/${slug}?${query}` : `/w/${slug}`
}

function daysOf(firstAt: number | null, lastAt: number | null, today: Day, timeZone: string): Range {
  const day = (seconds: number | null) =>
    seconds === null ? today : dayOf(new Date(seconds * 1000), timeZone)
  return { from: day(firstAt), to: day(lastAt) }
}
