import type { Metadata } from 'next'
import Link from 'next/link'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { listDeliveries, listDestinations } from '@/db/queries/resubmit/destinations'
import { requireMember } from '@/lib/auth'
import { CATEGORIES } from '@/lib/bounce/categories'
import { formatStamp } from '@/lib/format'
import { mayAct } from '@/lib/services/context'
import { momentOf } from '@/lib/services/resubmit/asked'
import { AddDestination } from './_components/add-destination'
import { DeliveriesTable } from './_components/deliveries-table'
import { DestinationItem } from './_components/destination-item'
import { TriesForm } from './_components/tries-form'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ failed?: string }>
}

export const metadata: Metadata = { title: 'Destinations' }

const SHOWN = 50

export default async function DestinationsPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const failed = (await searchParams).failed === '1'
  const zone = ctx.workspace.timeZone
  const [destinations, deliveries, moment] = await Promise.all([
    listDestinations(ctx.sql, ctx.workspace.id),
    listDeliveries(ctx.sql, ctx.workspace.id, { failed, limit: SHOWN }),
    momentOf(ctx),
  ])
  const admin = mayAct(ctx.actor.role, 'admin')
  const stamp = (at: Date | null) => at && formatStamp(at, zone)
  const here = `/w/${slug}/resubmit/destinations`
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <Breadcrumbs items={[{ label: 'Resubmit', href: `/w/${slug}/resubmit` }, { label: 'Destinations' }]} />
      <PageHeader
        title="Destinations"
        description="Where batches go by webhook: your sending tool, or Zapier, Make and n8n in between. Files need none."
        actions={admin && <AddDestination slug={slug} />}
      />
      <Card title="Webhooks" description="One contact a message, signed by Standard Webhooks" padded={false}>
        {destinations.length === 0 ? (
          <p className="px-4 pb-4 text-13 text-muted">
            {admin
              ? 'None yet. Add the address that takes your contacts.'
              : 'None yet. An admin can add one.'}
          </p>
        ) : (
          <ul>
            {destinations.map((each) => (
              <DestinationItem
                key={each.id}
                slug={slug}
                admin={admin}
                mayTest={mayAct(ctx.actor.role, 'operator')}
                destination={{
                  id: each.id,
                  name: each.name,
                  // The path of a webhook's address is often its password.
                  url: admin ? each.url : new URL(each.url).origin,
                  on: each.state === 'on',
                  gone: each.offWhy === 'gone',
                  lastOk: stamp(each.lastOkAt),
                  lastFailed: stamp(each.lastFailedAt),
                  lastFailure: each.lastFailure,
                  waitsUntil: each.resumeAt && each.resumeAt > ctx.now ? stamp(each.resumeAt) : null,
                  bothUntil:
                    each.previousUntil && each.previousUntil > ctx.now ? stamp(each.previousUntil) : null,
                }}
              />
            ))}
          </ul>
        )}
      </Card>
      {(deliveries.length > 0 || failed) && (
        <Card
          title="Delivery log"
          description={`The last ${SHOWN} tries${failed ? ' that failed' : ''}`}
          padded={false}
          actions={
            <Link href={failed ? here : `${here}?failed=1`} className="link text-13">
              {failed ? 'Show all' : 'Show failed only'}
            </Link>
          }
        >
          <DeliveriesTable
            slug={slug}
            deliveries={deliveries}
            zone={zone}
            mayReplay={mayAct(ctx.actor.role, 'operator')}
          />
        </Card>
      )}
      <Card
        title="Tries"
        description="How often a contact may bounce for one cause before it is given up. Where the cause is on your side, only bounces after a fix count."
      >
        <TriesForm
          slug={slug}
          admin={admin}
          rows={CATEGORIES.map(({ id, name }) => {
            const rule = moment.rules.find((each) => each.category === id)
            return { category: id, name, max: rule?.max ?? 3, days: rule?.days ?? 30 }
          })}
        />
      </Card>
    </main>
  )
}
