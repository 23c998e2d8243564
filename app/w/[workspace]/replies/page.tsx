import type { Metadata } from 'next'
import { ChangeLabel } from '@/components/data/change-label'
import { DataTable, TableScroll } from '@/components/data/data-table'
import { FilterBar } from '@/components/data/filter-bar'
import { loadUrlState } from '@/components/data/filter-params'
import { filterWords } from '@/components/data/filter-words'
import { Fold, FoldButton, FoldProvider } from '@/components/data/fold'
import { Pager } from '@/components/data/pager'
import { RangePicker } from '@/components/data/range-picker'
import { RefetchArea, RefetchProvider } from '@/components/data/refetch'
import { REPLY_COLUMNS, ReplyCells } from '@/components/data/reply-cells'
import { NothingInTime, NothingMatches } from '@/components/data/states'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHeader } from '@/components/ui/page-header'
import { freshness } from '@/db/queries/analytics/freshness'
import { listReplies, REPLIES_LISTED } from '@/db/queries/analytics/top-replies'
import { compare } from '@/lib/analytics/change'
import { dayOf } from '@/lib/analytics/day'
import { filterOf, filterQuery, isNarrowed } from '@/lib/analytics/filter'
import { lastDays, previousRange } from '@/lib/analytics/range'
import { requireMember } from '@/lib/auth'
import { PROVIDERS } from '@/lib/bounce/provider'
import { formatCount, formatDayRange, plural } from '@/lib/format'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const SIZE = 50
const PAGES = REPLIES_LISTED / SIZE

export const metadata: Metadata = { title: 'Replies' }

const providers = Object.fromEntries(PROVIDERS.map(({ id, name }) => [id, name]))

/** Every reply of some days, most frequent first: what the overview shows the first of. */
export default async function RepliesPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const { sql, workspace } = ctx
  const today = dayOf(ctx.now, workspace.timeZone)
  const { cursor, ...state } = loadUrlState(await searchParams)
  const filter = filterOf({ ...state, q: null, reply: null }, today)
  const page = Math.min(PAGES, Math.max(1, Math.trunc(Number(cursor)) || 1))
  const from = (page - 1) * SIZE
  const [{ replies, all }, { firstDay }] = await Promise.all([
    listReplies(sql, workspace, filter, { from, to: from + SIZE }),
    freshness(sql, workspace.id),
  ])
  const comparable = firstDay !== null && firstDay <= previousRange(filter).from
  const base = `/w/${slug}/replies`
  const rows = (template: string) => `/w/${slug}/bounces?${filterQuery({ ...filter, template }, today)}`
  const listed = Math.min(all, REPLIES_LISTED)
  const pageHref = (to: number) =>
    `${base}?${[filterQuery(filter, today), `cursor=${to}`].filter(Boolean).join('&')}`
  return (
    <RefetchProvider>
      <main id="main" className="grid min-w-0 content-start gap-3 px-4 pt-4 pb-8 md:px-6">
        <Breadcrumbs items={[{ label: 'Overview', href: `/w/${slug}` }, { label: 'Replies' }]} />
        <PageHeader
          title="Replies"
          aside={<span aria-live="polite">{formatCount(all)}</span>}
          description="What servers said, most frequent first, with the parts that vary masked."
        />
        <FoldProvider>
          <FoldButton>{filterWords(filter)}</FoldButton>
          <Fold className="grid gap-3">
            <RangePicker range={filter} today={today} />
            <FilterBar slug={slug} providers={providers} />
          </Fold>
        </FoldProvider>
        <RefetchArea className="-mx-4 border-t border-border md:-mx-6">
          {replies.length > 0 ? (
            <TableScroll label="Replies">
              <DataTable
                caption={`Replies of ${formatDayRange(filter.from, filter.to)}`}
                columns={REPLY_COLUMNS}
                cards
                className="sm:min-w-[800px] md:[&_tr>:first-child]:pl-6 md:[&_tr>:last-child]:pr-6"
              >
                {replies.map((reply) => (
                  <tr key={reply.templateId}>
                    <ReplyCells
                      reply={reply}
                      href={rows(reply.templateId)}
                      change={<ChangeLabel change={compare(reply.now, comparable ? reply.before : null)} />}
                    />
                  </tr>
                ))}
              </DataTable>
            </TableScroll>
          ) : isNarrowed(filter) || page > 1 ? (
            <NothingMatches clearHref={base} />
          ) : (
            <NothingInTime
              longerHref={`${base}?${filterQuery({ ...filter, ...lastDays(today, 365) }, today)}`}
            />
          )}
        </RefetchArea>
        {listed > SIZE && (
          <Pager
            position={`${formatCount(from + 1)}–${formatCount(from + replies.length)} of ${formatCount(all)}`}
            previous={page > 1 ? pageHref(page - 1) : null}
            next={from + SIZE < listed ? pageHref(page + 1) : null}
          />
        )}
        {all > listed && page === PAGES && (
          <p className="text-13 text-muted">
            The {plural(listed, 'most frequent reply', 'most frequent replies')} can be gone through. Narrow
            the filter to see rarer ones.
          </p>
        )}
      </main>
    </RefetchProvider>
  )
}
