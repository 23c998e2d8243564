import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { Suspense } from 'react'
import { NothingInTime, NothingMatches } from '@/components/data/states'
import { FilterBar } from '@/components/data/filter-bar'
import { filterWords } from '@/components/data/filter-words'
import { Fold, FoldButton, FoldProvider } from '@/components/data/fold'
import { loadUrlState } from '@/components/data/filter-params'
import { ListPager } from '@/components/data/list-pager'
import { RangePicker } from '@/components/data/range-picker'
import { RefetchProvider } from '@/components/data/refetch'
import { PageHeader } from '@/components/ui/page-header'
import { freshness } from '@/db/queries/analytics/freshness'
import { formatBounceCursor, type BounceCursor } from '@/lib/analytics/bounce-cursor'
import { formatBounceSort } from '@/lib/analytics/bounce-sort'
import { filterQuery, isNarrowed } from '@/lib/analytics/filter'
import { lastDays } from '@/lib/analytics/range'
import { requireMember } from '@/lib/auth'
import { formatBounceKey } from '@/lib/bounce/key'
import { PROVIDERS } from '@/lib/bounce/provider'
import { formatDayRange } from '@/lib/format'
import { mayAct } from '@/lib/services/context'
import { ExportButton } from '../_export/export-button'
import { BounceList } from './_components/bounce-list'
import { BounceSearch } from './_components/bounce-search'
import { ColumnMenu } from './_components/column-menu'
import { COLUMNS_COOKIE, parseColumns } from './_components/columns'
import { FamilyMix, Position, TitleCount } from './_components/counts'
import { BounceDrawer } from './_components/drawer'
import { extraChips } from './_components/extra-chips'
import { NoBounces } from './_components/no-bounces'
import { shownRow } from './_components/row'
import { loadList, sum, type List } from './list'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Bounces' }

const providers = Object.fromEntries(PROVIDERS.map(({ id, name }) => [id, name]))

export default async function BouncesPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const raw = await searchParams
  const [list, cookie] = await Promise.all([loadList(ctx, loadUrlState(raw)), cookies()])
  const extra = parseColumns(cookie.get(COLUMNS_COOKIE)?.value)
  const bounceKey = typeof raw.bounce === 'string' ? raw.bounce : null
  const mayChange = mayAct(ctx.actor.role, 'operator')
  const query = filterQuery(list.filter, list.today)
  const base = `/w/${slug}/bounces`
  const { page } = list
  return (
    <RefetchProvider>
      <div
        className={
          bounceKey ? 'min-w-0 xl:grid xl:grid-cols-[minmax(0,1fr)_clamp(380px,32vw,480px)]' : 'min-w-0'
        }
      >
        <main id="main" className="flex min-w-0 flex-col pt-4 pb-4">
          <div className="grid gap-3 px-4 md:px-6">
            <PageHeader
              title="Bounces"
              aside={
                <span aria-live="polite">
                  <Suspense>
                    <TitleCount counts={list.counts} total={list.total} />
                  </Suspense>
                </span>
              }
              actions={
                <>
                  <ColumnMenu chosen={extra} />
                  {mayChange && (
                    <ExportButton slug={slug} of="bounces" query={query}>
                      Export CSV
                    </ExportButton>
                  )}
                </>
              }
            />
            <FoldProvider>
              <div className="flex flex-wrap items-center gap-2">
                <BounceSearch />
                <FoldButton>{filterWords(list.filter)}</FoldButton>
                <Fold className="max-sm:w-full">
                  <RangePicker range={list.filter} today={list.today} />
                </Fold>
              </div>
              <Fold className="grid gap-3">
                <FilterBar
                  slug={slug}
                  providers={providers}
                  extra={await extraChips(ctx, list.filter)}
                  unverified
                />
                <Suspense>
                  <FamilyMix counts={list.counts} filter={list.filter} today={list.today} base={base} />
                </Suspense>
              </Fold>
            </FoldProvider>
          </div>
          <div className="mt-3 border-t border-border">
            {page.rows.length > 0 ? (
              <BounceList
                slug={slug}
                caption={`Bounces of ${formatDayRange(list.filter.from, list.filter.to)}`}
                rows={page.rows.map((row) => shownRow(row, ctx.workspace.timeZone))}
                extra={bounceKey ? [] : extra}
                sort={formatBounceSort(list.sort)}
                filter={list.filter}
                query={query}
                matching={list.counts.then(sum)}
                mayAct={mayChange}
              />
            ) : (
              <Nothing ctx={ctx} list={list} base={base} />
            )}
          </div>
          {page.rows.length > 0 && <Pages list={list} base={base} query={query} />}
        </main>
        {bounceKey && (
          <Suspense>
            <BounceDrawer ctx={ctx} list={list} bounceKey={bounceKey} />
          </Suspense>
        )}
      </div>
    </RefetchProvider>
  )
}

interface NothingProps {
  ctx: Parameters<typeof loadList>[0]
  list: List
  base: string
}

async function Nothing({ ctx, list: { filter, today }, base }: NothingProps) {
  const { firstDay } = await freshness(ctx.sql, ctx.workspace.id)
  if (firstDay === null)
    return <NoBounces slug={ctx.workspace.slug} mayImport={mayAct(ctx.actor.role, 'operator')} />
  if (isNarrowed(filter)) return <NothingMatches clearHref={base} />
  return (
    <NothingInTime longerHref={`${base}?${filterQuery({ ...filter, ...lastDays(today, 365) }, today)}`} />
  )
}

function Pages({ list, base, query }: { list: List; base: string; query: string }) {
  const { page, sort, counts } = list
  const hrefOf = (cursor: BounceCursor | null) =>
    cursor &&
    `${base}?${[query, `sort=${formatBounceSort(sort)}`, `cursor=${formatBounceCursor(cursor)}`].filter(Boolean).join('&')}`
  return (
    <ListPager
      position={
        <Suspense key={page.rows[0] && formatBounceKey(page.rows[0])}>
          <Position counts={counts} offset={page.offset} shown={page.rows.length} />
        </Suspense>
      }
      previous={hrefOf(page.previous)}
      next={hrefOf(page.next)}
    />
  )
}
