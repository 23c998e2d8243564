import { dayOf } from '@/lib/analytics/day'
import { formatDay, formatTime } from '@/lib/format'

/** When holds end, as a person says it: `today 18:40`, `20 – 22 Nov`, `20 Nov – 3 Dec`. */
export function spanText(first: Date | null, last: Date | null, zone: string, today: string): string {
  if (!first || !last) return ''
  const [from, to] = [dayOf(first, zone), dayOf(last, zone)]
  const start = from === today ? `today ${formatTime(first, zone)}` : formatDay(from)
  if (from === to) return start
  const sameMonth = from !== today && from.slice(0, 7) === to.slice(0, 7)
  return `${sameMonth ? Number(from.slice(8)) : start} – ${formatDay(to)}`
}
