import Link from 'next/link'
import { FAMILIES } from '@/lib/bounce/families'
import { formatCount } from '@/lib/format'
import type { BarDatum } from './bar'
import { spread } from './scale'

interface Props {
  bars: readonly BarDatum[]
  top: number
  hrefs: Readonly<Record<string, string>>
}

/** Names of the families with their totals, each beside its part of the last column; below the chart on phones. */
export function FamilyKey({ bars, top, hrefs }: Props) {
  const last = bars.at(-1)
  let below = 0
  const middles = FAMILIES.map((family) => {
    const n = last?.[family.id] ?? 0
    const middle = ((below + n / 2) / top) * 100
    below += n
    return middle
  })
  const places = spread(
    middles.map((middle, i) => Math.max(middle, 3 + i * 7.4)),
    7.4,
  )
  return (
    <div className="relative max-sm:mt-10 max-sm:-ml-8 sm:w-[140px] sm:shrink-0">
      <svg
        aria-hidden
        viewBox="0 0 20 100"
        preserveAspectRatio="none"
        className="absolute inset-y-0 left-0 h-full w-5 max-sm:hidden"
      >
        {FAMILIES.map((family, i) =>
          (last?.[family.id] ?? 0) > 0 ? (
            <path
              key={family.id}
              d={`M1 ${100 - (middles[i] ?? 0)}H5L15 ${100 - (places[i] ?? 0)}H20`}
              fill="none"
              stroke="var(--color-border-strong)"
              vectorEffect="non-scaling-stroke"
            />
          ) : null,
        )}
      </svg>
      <ul
        aria-label="Families with their totals"
        className="grid grid-cols-2 gap-x-6 sm:absolute sm:inset-y-0 sm:right-0 sm:left-6 sm:block"
      >
        {FAMILIES.map((family, i) => (
          <li
            key={family.id}
            className="sm:absolute sm:inset-x-0 sm:translate-y-1/2"
            style={{ bottom: `${places[i]}%` }}
          >
            <Link
              href={hrefs[family.id] ?? ''}
              prefetch={false}
              className={`family-${family.id} hover-line flex min-h-6 items-center gap-1.5 text-12`}
            >
              <span aria-hidden className="keep-color size-2 rounded-xs bg-(--family)" />
              <span className="flex-1 font-medium">{family.name}</span>
              {formatCount(bars.reduce((sum, bar) => sum + bar[family.id], 0))}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
