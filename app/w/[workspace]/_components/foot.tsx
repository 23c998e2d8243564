import Link from 'next/link'
import { Suspense } from 'react'
import type { Freshness } from '@/db/queries/analytics/freshness'
import { Kbd } from '@/components/ui/kbd'
import { formatDateTime } from '@/lib/format'
import { DneLine } from './dne-line'
import type { View } from './view'

/** As of when, from which import. */
export function Foot({ view, fresh }: { view: View; fresh: Freshness }) {
  const { lastImport } = fresh
  const zone = view.place.timeZone
  return (
    <footer className="mt-6 flex flex-wrap gap-x-4 gap-y-1 text-12 text-muted">
      <span>
        As of {formatDateTime(view.ctx.now, zone)} {zone}
      </span>
      {lastImport && (
        <span>
          Last import:{' '}
          <Link href={`${view.base}/imports/${lastImport.id}`} prefetch={false} className="hover-line">
            {lastImport.name}
          </Link>
          , {formatDateTime(lastImport.at, zone)}
        </span>
      )}
      <Suspense>
        <DneLine view={view} />
      </Suspense>
      <span className="max-sm:hidden">
        Press <Kbd>?</Kbd> for keys
      </span>
    </footer>
  )
}
