'use client'

import Link from 'next/link'
import { DispositionLabel } from '@/components/data/disposition-label'
import type { Disposition, Family } from '@/lib/bounce/types'
import { formatCount } from '@/lib/format'

export interface RankedBar {
  id: string
  name: string
  /** On phones. */
  shortName: string
  family: Family
  count: number
  href: string
  disposition: Disposition | null
}

/** Causes with their counts, longest first, each in its family's colour with what it asks for; the last stands apart. */
export function RankedBars({ bars, rest }: { bars: readonly RankedBar[]; rest?: RankedBar }) {
  const most = Math.max(1, ...bars.map((bar) => bar.count), rest?.count ?? 0)
  return (
    <ol className="p-2">
      {bars.map((bar) => (
        <BarRow key={bar.id} bar={bar} most={most} />
      ))}
      {rest && <BarRow bar={rest} most={most} apart />}
    </ol>
  )
}

function BarRow({ bar, most, apart }: { bar: RankedBar; most: number; apart?: boolean }) {
  return (
    <li className={apart ? 'mt-1.5 border-t border-border pt-1.5' : undefined}>
      <Link
        href={bar.href}
        prefetch={false}
        className={`family-${bar.family} grid grid-cols-[minmax(0,1fr)_44px_70px] items-center gap-x-2 gap-y-1 rounded-md px-2 text-13 hover:bg-hover max-sm:py-1.5 sm:h-[26px] sm:grid-cols-[192px_minmax(0,1fr)_44px_70px]`}
      >
        <span className="truncate max-sm:hidden">{bar.name}</span>
        <span className="truncate sm:hidden">{bar.shortName}</span>
        <span aria-hidden className="max-sm:order-last max-sm:col-span-full">
          <span
            hidden={bar.count === 0}
            className="keep-color h-1.5 min-w-0.5 rounded-xs bg-(--family) not-[[hidden]]:block sm:h-3"
            style={{ width: `${(bar.count / most) * 100}%` }}
          />
        </span>
        <span className="text-right font-medium">{formatCount(bar.count)}</span>
        <DispositionLabel disposition={bar.disposition} />
      </Link>
    </li>
  )
}
