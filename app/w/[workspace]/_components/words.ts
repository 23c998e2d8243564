import { formatCount } from '@/lib/format'

/** `30 days before`, `day before`. */
export function daysBefore(days: number): string {
  return days === 1 ? 'day before' : `${formatCount(days)} days before`
}
