import Link from 'next/link'
import { Progress } from '@/components/ui/progress'
import type { ContactView } from '@/db/queries/resubmit/batch-contacts'
import type { BatchRow } from '@/db/queries/resubmit/list-batches'
import { formatCount } from '@/lib/format'

interface Props {
  batch: BatchRow
  hrefOf: (view: ContactView) => string
  view: ContactView
}

/** How far a batch is and what became of it; each figure shows its contacts. */
export function BatchFigures({ batch, hrefOf, view }: Props) {
  const { total, handedOver, left, recovered, bounced, skipped, failed, cancelled } = batch
  const items: { view: ContactView; name: string; count: number }[] = [
    { view: 'all', name: 'Contacts', count: total },
    { view: 'planned', name: 'Planned', count: left },
    { view: 'handed_over', name: 'Handed over', count: handedOver },
    { view: 'recovered', name: 'Recovered', count: recovered },
    { view: 'bounced', name: 'Bounced again', count: bounced },
    { view: 'left_out', name: 'Left out', count: skipped + failed + cancelled },
  ]
  return (
    <section aria-label="Progress" className="rounded-lg border border-border">
      <ul className="grid grid-cols-2 sm:grid-cols-3 lg:grid-cols-6">
        {items.map((item) => (
          <li key={item.view} className="border-border px-4 py-3 lg:not-first:border-l">
            <Link
              href={hrefOf(item.view)}
              prefetch={false}
              aria-current={item.view === view ? 'true' : undefined}
              className="group grid aria-[current]:font-semibold"
            >
              <span className="text-12 text-muted">{item.name}</span>
              <span className="text-24 font-semibold group-hover:underline">{formatCount(item.count)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Progress label="Handed over" value={total - left} max={total} className="mx-4 mb-4" />
    </section>
  )
}
