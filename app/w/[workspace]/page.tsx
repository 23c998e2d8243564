import type { Metadata } from 'next'
import { Suspense } from 'react'
import { FilterBar } from '@/components/data/filter-bar'
import { RangePicker } from '@/components/data/range-picker'
import { RefetchArea, RefetchProvider } from '@/components/data/refetch'
import { RefreshWhile } from '@/components/data/refresh-while'
import { SectionBoundary } from '@/components/data/section-boundary'
import { Notice } from '@/components/ui/notice'
import { DropAnywhere } from '@/components/upload/drop-anywhere'
import { UploadButton } from '@/components/upload/upload-button'
import { freshness, type Freshness } from '@/db/queries/analytics/freshness'
import { previousRange } from '@/lib/analytics/range'
import { requireMember } from '@/lib/auth'
import { PROVIDERS } from '@/lib/bounce/provider'
import { formatDayRange, formatTime, zoneCity } from '@/lib/format'
import { mayAct, type Context } from '@/lib/services/context'
import { Cards } from './_components/cards'
import { Foot } from './_components/foot'
import { NothingYet } from './_components/nothing'
import { CardsSkeleton, OverviewSkeleton } from './_components/skeleton'
import { viewOf, type View } from './_components/view'

export const metadata: Metadata = { title: 'Overview' }

const providerNames = Object.fromEntries(PROVIDERS.map(({ id, name }) => [id, name]))

type Search = Record<string, string | string[] | undefined>

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Search>
}

export default async function OverviewPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const { ctx } = await requireMember(workspace)
  return (
    <main id="main" className="min-w-0 px-4 pt-3 pb-8 sm:px-6 sm:pt-4 sm:pb-12">
      <RefetchProvider>
        <Suspense fallback={<OverviewSkeleton />}>
          <Overview ctx={ctx} search={await searchParams} />
        </Suspense>
      </RefetchProvider>
    </main>
  )
}

/** All that depends on what is stored; the page's frame does not wait for it. */
async function Overview({ ctx, search }: { ctx: Context; search: Search }) {
  const { slug } = ctx.workspace
  const fresh = await freshness(ctx.sql, ctx.workspace.id)
  const view = viewOf(ctx, search, fresh.firstDay)
  const empty = fresh.firstDay === null
  const mayUpload = mayAct(ctx.actor.role, 'operator')
  return (
    <>
      <header className="flex min-h-8 flex-wrap items-center gap-3">
        <h1 className="flex-1 text-20 font-semibold">Overview</h1>
        {!empty && (
          <div className="max-lg:order-last max-lg:w-full">
            <RangePicker range={view.filter} today={view.today} />
          </div>
        )}
        {mayUpload && !empty && <UploadButton workspace={slug} />}
      </header>
      {mayUpload && <DropAnywhere workspace={slug} />}
      {empty ? <NothingYet view={view} /> : <Filled view={view} fresh={fresh} />}
    </>
  )
}

function Filled({ view, fresh }: { view: View; fresh: Freshness }) {
  const { ctx, place } = view
  return (
    <>
      <div className="mt-3">
        <FilterBar slug={ctx.workspace.slug} providers={providerNames} extra={extraChips(view)}>
          <span className="ml-auto text-12 text-muted max-sm:ml-0">
            {view.comparable ? `Compared with ${compared(view)} · ` : ''}as of today{' '}
            {formatTime(ctx.now, place.timeZone)}, {zoneCity(place.timeZone)}
          </span>
        </FilterBar>
      </div>
      {fresh.moving && (
        <Notice className="mt-3">An import is running. The figures move until it ends.</Notice>
      )}
      <RefreshWhile running={fresh.moving} />
      <RefetchArea className="mt-4">
        <SectionBoundary>
          <Suspense fallback={<CardsSkeleton />}>
            <Cards view={view} moving={fresh.moving} />
          </Suspense>
        </SectionBoundary>
      </RefetchArea>
      <Foot view={view} fresh={fresh} />
    </>
  )
}

function compared(view: View): string {
  const before = previousRange(view.filter)
  return formatDayRange(before.from, before.to).replace(` ${view.today.slice(0, 4)}`, '')
}

function extraChips({ filter }: View) {
  return [
    ...(filter.template ? [{ key: 'reply' as const, name: 'Reply', value: 'one reply' }] : []),
    ...(filter.importId ? [{ key: 'import' as const, name: 'Import', value: 'one import' }] : []),
  ]
}
