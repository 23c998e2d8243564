import type { FamilyCounts } from '@/lib/analytics/cells'
import type { Day } from '@/lib/analytics/day'

/** One column of the chart: a day, or a week or month of a long range. */
export interface BarDatum extends FamilyCounts {
  from: Day
  to: Day
  /** E.g. `Wed 21 Oct`. */
  label: string
  /** Shorter, for the axis. */
  tick: string
  all: number
}

/** Where a click leads: bounces of those days, and of a family where one was hit. */
export interface BarLinks {
  path: string
  /** The filter's other parts, as a query. */
  rest: string
}

/** The address of a column, or of a family's part of it. */
export function barHref(
  { path, rest }: BarLinks,
  bar: Pick<BarDatum, 'from' | 'to'>,
  family?: string,
): string {
  const query = [`from=${bar.from}&to=${bar.to}`, family ? `family=${family}` : '', rest]
  return `${path}?${query.filter(Boolean).join('&')}`
}
