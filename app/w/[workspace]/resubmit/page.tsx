import type { Metadata } from 'next'
import { FilterChips } from '@/components/data/filter-chips'
import { filterDimensions } from '@/components/data/filter-dimensions'
import { loadUrlState } from '@/components/data/filter-params'
import { RefreshWhile } from '@/components/data/refresh-while'
import { RefetchArea, RefetchProvider } from '@/components/data/refetch'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { dayOf } from '@/lib/analytics/day'
import { filterOf, filterQuery } from '@/lib/analytics/filter'
import { requireMember } from '@/lib/auth'
import { plural, formatCount, formatTime } from '@/lib/format'
import { mayAct } from '@/lib/services/context'
import { BatchesCard } from './_components/batches-card'
import { GivenUpCard } from './_components/given-up-card'
import { NewBatch } from './_components/new-batch'
import { Readiness } from './_components/readiness'
import { ReadyCard } from './_components/ready-card'
import { RestingCard } from './_components/resting-card'
import { SelectionProvider } from './_components/selection'
import { WaitingCard } from './_components/waiting-card'
import { loadDesk, type Desk } from './desk'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Resubmit' }

export default async function ResubmitPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const zone = ctx.workspace.timeZone
  const today = dayOf(ctx.now, zone)
  const all = filterOf(loadUrlState(await searchParams), today)
  const filter = { accounts: all.accounts, categories: all.categories, campaigns: all.campaigns }
  const desk = await loadDesk(ctx, filter)
  const acts = mayAct(ctx.actor.role, 'operator')
  const base = `/w/${slug}`
  const rowsHref = (category: string) =>
    `${base}/bounces?${filterQuery({ ...all, from: '1970-01-01', to: today, categories: [category], types: ['soft'] }, today)}`
  const nothing = desk.groups.length === 0 && desk.allBatches === 0
  const shared = { desk, zone, today }
  return (
    <RefetchProvider>
      <main id="main" className="grid min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
        <PageHeader
          title="Resubmit"
          description={sentence(desk, zone)}
          actions={
            <>
              <FilterChips
                slug={slug}
                dimensions={filterDimensions(['account', 'category', 'campaign'])}
                extra={[]}
              />
              <ButtonLink href={`${base}/resubmit/destinations`} size="sm" variant="quiet">
                Destinations
              </ButtonLink>
            </>
          }
        />
        <RefreshWhile running={desk.behind} />
        {nothing ? (
          <EmptyState title="Nobody to resubmit yet">
            Contacts that bounced softly stand here, with what they wait for.
          </EmptyState>
        ) : (
          <RefetchArea className="grid gap-4">
            <Readiness {...shared} />
            <SelectionProvider>
              <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_320px] min-[1400px]:grid-cols-[minmax(0,1fr)_376px]">
                <div className="grid min-w-0 gap-4">
                  <WaitingCard {...shared} slug={slug} now={ctx.now} mayAct={acts} />
                  <ReadyCard {...shared} mayAct={acts} rowsHref={rowsHref} />
                  <div className="grid gap-4 lg:grid-cols-2">
                    <RestingCard {...shared} />
                    <GivenUpCard desk={desk} slug={slug} mayAct={acts} filter={filter} />
                  </div>
                </div>
                <div className="grid min-w-0 gap-4">
                  {acts && (
                    <NewBatch
                      slug={slug}
                      zone={zone}
                      now={ctx.now.toISOString()}
                      groups={desk.groups.map(({ state, category, account, contacts }) => ({
                        state,
                        category,
                        account,
                        contacts,
                      }))}
                      taken={desk.taken}
                      destinations={desk.destinations}
                      filter={filter}
                    />
                  )}
                  <BatchesCard
                    slug={slug}
                    batches={desk.batches}
                    all={desk.allBatches}
                    zone={zone}
                    quietDays={desk.quietDays}
                    mayAct={acts}
                  />
                </div>
              </div>
            </SelectionProvider>
          </RefetchArea>
        )}
      </main>
    </RefetchProvider>
  )
}

/** `1,284 soft-bounced contacts. Fix one listing and 152 more join the 611 that are ready. 842 recovered in the last 30 days.` */
function sentence({ totals, waiting, recovered, countedAt, behind }: Desk, zone: string): string {
  const all = totals.ready + totals.resting + totals.waiting + totals.given_up
  const most = waiting[0]
  const parts = [`${plural(all, 'soft-bounced contact')}.`]
  if (most)
    parts.push(
      `Fix one cause and ${formatCount(most.contacts)} more ${totals.ready > 0 ? `join the ${formatCount(totals.ready)} that are ready` : 'are ready'}.`,
    )
  if (recovered > 0) parts.push(`${formatCount(recovered)} recovered in the last 30 days.`)
  if (countedAt)
    parts.push(
      behind
        ? `Counted at ${formatTime(countedAt, zone)}, before the last change; they are being counted again.`
        : `Counted at ${formatTime(countedAt, zone)}.`,
    )
  return parts.join(' ')
}
