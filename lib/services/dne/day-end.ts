import { addDays, startOfDay } from '@/lib/analytics/day'

/** The moment at which a day of the workspace is over: an entry that ends on a day stands until then. */
export function dayEnd(day: string, zone: string): Date {
  return startOfDay(addDays(day, 1), zone)
}
