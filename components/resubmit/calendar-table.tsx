import { cn } from '@/components/ui/cn'
import { formatCount, formatDay } from '@/lib/format'
import type { CalendarDay } from '@/lib/resubmit/calendar'

const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

interface Props {
  weeks: readonly (readonly CalendarDay[])[]
  caption: string
}

/** How many contacts each day gets, week by week. */
export function CalendarTable({ weeks, caption }: Props) {
  const most = Math.max(1, ...weeks.flat().map(({ count }) => count))
  return (
    <table className="w-full table-fixed border-separate border-spacing-0.5 text-12">
      <caption className="mb-1 text-left text-12 text-muted">{caption}</caption>
      <thead>
        <tr>
          {weeks[0]?.map(({ day }, i) => (
            <th key={day} scope="col" className="h-5 font-medium text-muted">
              {NAMES[i]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, i) => (
          <tr key={week[0]?.day}>
            {week.map(({ day, count }, n) => (
              <td key={day} className={cn('h-11 rounded-sm p-0 align-top', count === 0 && 'bg-surface')}>
                <div
                  className={cn(
                    'family-server grid h-11 content-between rounded-sm px-1.5 py-1',
                    count > 0 && 'heat-fill',
                    heat(count / most),
                  )}
                >
                  <span
                    className={cn(
                      'whitespace-nowrap',
                      count === 0 && 'text-muted',
                      week.length > 5 && 'text-11',
                    )}
                  >
                    {label(day, i === 0 && n === 0 && week.length === 5)}
                  </span>
                  {count > 0 && <b className="text-right font-semibold">{formatCount(count)}</b>}
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The number of the day; with its month where a reader would not know it. */
function label(day: string, first: boolean): string {
  return first || day.endsWith('-01') ? formatDay(day) : String(Number(day.slice(8)))
}

function heat(share: number): string {
  if (share === 0) return ''
  return share > 0.66 ? 'heat-4' : share > 0.33 ? 'heat-3' : share > 0.15 ? 'heat-2' : 'heat-1'
}
