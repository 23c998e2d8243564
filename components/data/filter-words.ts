import { countFilters, type BounceFilter } from '@/lib/analytics/filter'
import { formatDayRange, plural } from '@/lib/format'

/** What is in force, in a line: `26 Oct – 24 Nov 2026, 2 filters`. */
export function filterWords(filter: BounceFilter): string {
  const count = countFilters(filter)
  const days = formatDayRange(filter.from, filter.to)
  return count > 0 ? `${days}, ${plural(count, 'filter')}` : days
}
