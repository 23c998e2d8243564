import type { Family } from '@/lib/bounce/types'
import { formatCount, formatDay } from '@/lib/format'

interface Props {
  days: readonly { day: string; count: number }[]
  family: Family
}

/** Counts per day as small bars in a family's colour; the highest days stand in its label. */
export function DailyBars({ days, family }: Props) {
  const top = Math.max(1, ...days.map((day) => day.count))
  const highest = [...days]
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .filter((day) => day.count > 0)
  const label = `Bounces per day, most on ${highest.map(({ day, count }) => `${formatDay(day)}: ${formatCount(count)}`).join(', ')}`
  return (
    <div
      role="img"
      aria-label={label}
      className={`mt-2 flex h-12 items-end gap-0.5 border-b border-border-strong family-${family}`}
    >
      {days.map(({ day, count }) => (
        <i
          key={day}
          title={`${formatDay(day, 'weekday')}: ${formatCount(count)}`}
          className="keep-color min-w-0 flex-1 bg-(--family)"
          style={{ height: `${count === 0 ? 0 : Math.max(2, (count / top) * 100)}%` }}
        />
      ))}
    </div>
  )
}
