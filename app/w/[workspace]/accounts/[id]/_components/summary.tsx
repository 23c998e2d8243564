import { ChangeLabel } from '@/components/data/change-label'
import { byType } from '@/lib/analytics/cells'
import { compare } from '@/lib/analytics/change'
import { previousRange } from '@/lib/analytics/range'
import { sumOver } from '@/lib/analytics/series'
import { formatCount } from '@/lib/format'
import Link from 'next/link'
import type { CardProps } from './props'

/** The account's four figures against the period before. */
export async function Summary({ view, figures }: CardProps) {
  const days = await figures.days
  const now = byType(sumOver(days, view.filter))
  const before = byType(sumOver(days, previousRange(view.filter)))
  const items = [
    { name: 'Bounces', now: now.all, before: before.all, href: view.rows() },
    { name: 'Hard', now: now.hard, before: before.hard, href: view.rows({ types: ['hard'] }) },
    { name: 'Soft', now: now.soft, before: before.soft, href: view.rows({ types: ['soft'] }) },
    {
      name: 'Unclassified',
      now: now.unclassified,
      before: before.unclassified,
      href: view.rows({ categories: ['unclassified'] }),
    },
  ]
  return (
    <dl className="grid grid-cols-2 rounded-lg border border-border sm:grid-cols-4">
      {items.map((item) => (
        <div key={item.name} className="px-4 py-3 sm:not-first:border-l sm:not-first:border-border">
          <dt className="text-12 text-muted">{item.name}</dt>
          <dd className="flex flex-wrap items-baseline gap-x-2">
            <Link href={item.href} prefetch={false} className="hover-line text-24 font-semibold">
              {formatCount(item.now)}
            </Link>
            <ChangeLabel change={compare(item.now, item.before)} className="text-12 text-muted" />
          </dd>
        </div>
      ))}
    </dl>
  )
}
