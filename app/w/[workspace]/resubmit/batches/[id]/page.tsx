import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Pager } from '@/components/data/pager'
import { Badge } from '@/components/ui/badge'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import {
  CONTACT_VIEWS,
  listBatchContacts,
  listHandoverFiles,
  type ContactView,
} from '@/db/queries/resubmit/batch-contacts'
import { listBatches, type BatchRow } from '@/db/queries/resubmit/list-batches'
import { requireMember } from '@/lib/auth'
import { formatCount, formatDateTime, plural } from '@/lib/format'
import { isId } from '@/lib/id'
import { mayAct } from '@/lib/services/context'
import { momentOf } from '@/lib/services/resubmit/asked'
import { BatchButtons } from '../../_components/batch-buttons'
import { batchLine, STATE_NAMES } from '../../_components/batch-words'
import { DownloadButton } from '../../_components/download-button'
import { RefreshWhile } from './_components/refresh-while'
import { ContactsTable } from './_components/contacts-table'
import { FilesCard } from './_components/files-card'
import { BatchFigures } from './_components/figures'

interface Props {
  params: Promise<{ workspace: string; id: string }>
  searchParams: Promise<{ view?: string; page?: string }>
}

export const metadata: Metadata = { title: 'Batch' }

const AT_ONCE = 50

export default async function BatchPage({ params, searchParams }: Props) {
  const { workspace: slug, id } = await params
  const { ctx } = await requireMember(slug)
  const moment = await momentOf(ctx)
  const batch = isId(id) ? (await listBatches(ctx.sql, moment, { id, limit: 1 }))[0] : undefined
  if (!batch) notFound()
  const asked = await searchParams
  const view = CONTACT_VIEWS.find((each) => each === asked.view) ?? 'all'
  const page = Math.max(1, Math.min(10_000, Math.floor(Number(asked.page)) || 1))
  const place = { workspaceId: ctx.workspace.id, batchId: id }
  const offset = (page - 1) * AT_ONCE
  const [contacts, files] = await Promise.all([
    listBatchContacts(ctx.sql, place, { view, limit: AT_ONCE, offset }),
    listHandoverFiles(ctx.sql, place),
  ])
  const zone = ctx.workspace.timeZone
  const acts = mayAct(ctx.actor.role, 'operator')
  const base = `/w/${slug}/resubmit/batches/${id}`
  const hrefOf = (wanted: ContactView, n = 1) =>
    `${base}?${new URLSearchParams({ ...(wanted === 'all' ? {} : { view: wanted }), ...(n > 1 ? { page: String(n) } : {}) })}`
  const matching = countOf(batch, view)
  return (
    <main id="main" className="grid min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <Breadcrumbs
        items={[
          { label: 'Resubmit', href: `/w/${slug}/resubmit` },
          { label: 'Batches', href: `/w/${slug}/resubmit/batches` },
          { label: batch.name },
        ]}
      />
      <PageHeader
        title={batch.name}
        aside={<Badge>{STATE_NAMES[batch.state]}</Badge>}
        description={`${byWay(batch)}, made ${formatDateTime(batch.createdAt, zone)}${batch.createdBy ? ` by ${batch.createdBy}` : ''}. ${batchLine(batch, zone, moment.quietDays)}.`}
        actions={
          acts && (
            <>
              {batch.destinationId === null && batch.state === 'running' && batch.due > 0 && (
                <DownloadButton slug={slug} batchId={id} variant="primary">
                  Download {plural(batch.due, 'due contact')}
                </DownloadButton>
              )}
              <BatchButtons slug={slug} batch={{ id, name: batch.name, state: batch.state }} />
            </>
          )
        }
      />
      {!batch.reachable && batch.left > 0 && (
        <Notice kind="warning">
          The webhook of this batch is switched off. Switch it on under Destinations, and the batch goes on.
        </Notice>
      )}
      {batch.destinationId === null && batch.state === 'running' && batch.due > 0 && (
        <Notice>
          Downloading hands the due contacts over: they count as sent from then on, whether or not your
          sending tool sends.
        </Notice>
      )}
      <BatchFigures batch={batch} view={view} hrefOf={hrefOf} />
      <FilesCard slug={slug} batchId={id} files={files} zone={zone} mayAct={acts} />
      <section aria-label="Contacts" className="rounded-lg border border-border">
        {contacts.length === 0 ? (
          <p className="p-4 text-13 text-muted">Nobody here.</p>
        ) : (
          <ContactsTable slug={slug} batchId={id} contacts={contacts} zone={zone} mayAct={acts} />
        )}
        <div className="border-t border-border px-4">
          <Pager
            position={
              contacts.length === 0
                ? 'None'
                : `${formatCount(offset + 1)}–${formatCount(offset + contacts.length)} of ${formatCount(matching)}`
            }
            previous={page > 1 ? hrefOf(view, page - 1) : null}
            next={offset + contacts.length < matching ? hrefOf(view, page + 1) : null}
          />
        </div>
      </section>
      {batch.destinationId !== null && batch.state === 'running' && <RefreshWhile />}
    </main>
  )
}

function byWay({ destinationId, destination }: BatchRow): string {
  return destinationId === null ? 'By file' : `By webhook to ${destination ?? 'a removed destination'}`
}

function countOf(batch: BatchRow, view: ContactView): number {
  const { total, left, handedOver, recovered, bounced, skipped, failed, cancelled } = batch
  const counts = {
    all: total,
    planned: left,
    handed_over: handedOver,
    recovered,
    bounced,
    left_out: skipped + failed + cancelled,
  }
  return counts[view]
}
