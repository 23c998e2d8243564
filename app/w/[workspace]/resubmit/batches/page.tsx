import type { Metadata } from 'next'
import { Pager } from '@/components/data/pager'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { countBatches, listBatches } from '@/db/queries/resubmit/list-batches'
import { requireMember } from '@/lib/auth'
import { formatCount } from '@/lib/format'
import { mayAct } from '@/lib/services/context'
import { momentOf } from '@/lib/services/resubmit/asked'
import { BatchItem } from '../_components/batch-item'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ page?: string }>
}

export const metadata: Metadata = { title: 'Batches' }

const AT_ONCE = 25

export default async function BatchesPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const page = Math.max(1, Math.min(10_000, Math.floor(Number((await searchParams).page)) || 1))
  const moment = await momentOf(ctx)
  const offset = (page - 1) * AT_ONCE
  const [batches, all] = await Promise.all([
    listBatches(ctx.sql, moment, { limit: AT_ONCE, offset }),
    countBatches(ctx.sql, ctx.workspace.id),
  ])
  const href = (n: number) => `/w/${slug}/resubmit/batches?page=${n}`
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <Breadcrumbs items={[{ label: 'Resubmit', href: `/w/${slug}/resubmit` }, { label: 'Batches' }]} />
      <PageHeader title="Batches" aside={formatCount(all)} />
      {batches.length === 0 ? (
        <EmptyState title="No batch yet">Make one from the contacts that are ready.</EmptyState>
      ) : (
        <>
          <ul className="rounded-lg border border-border p-4">
            {batches.map((batch) => (
              <BatchItem
                key={batch.id}
                slug={slug}
                batch={batch}
                zone={ctx.workspace.timeZone}
                quietDays={moment.quietDays}
                mayAct={mayAct(ctx.actor.role, 'operator')}
              />
            ))}
          </ul>
          <Pager
            position={`${formatCount(offset + 1)}–${formatCount(offset + batches.length)} of ${formatCount(all)}`}
            previous={page > 1 ? href(page - 1) : null}
            next={offset + batches.length < all ? href(page + 1) : null}
          />
        </>
      )}
    </main>
  )
}
