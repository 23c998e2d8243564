import { Ban } from 'lucide-react'
import type { Metadata } from 'next'
import { Suspense } from 'react'
import { DneFilters } from '@/components/dne/dne-filters'
import { DneNav } from '@/components/dne/dne-nav'
import { dneQuery, formatDneSort, isNarrow, loadDneUrl } from '@/components/dne/dne-params'
import { DneSearch } from '@/components/dne/dne-search'
import { Fold, FoldButton, FoldProvider } from '@/components/data/fold'
import { ListPager } from '@/components/data/list-pager'
import { RefetchProvider } from '@/components/data/refetch'
import { NothingMatches } from '@/components/data/states'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { listMembers } from '@/db/queries/access/members'
import { countSuggestions } from '@/db/queries/dne/list-suggestions'
import { dayOf } from '@/lib/analytics/day'
import { requireMember } from '@/lib/auth'
import { formatDneCursor, type DneCursor } from '@/lib/dne/cursor'
import { formatCount, plural } from '@/lib/format'
import { mayAct } from '@/lib/services/context'
import { ExportButton } from '../_export/export-button'
import { Position, TitleCount } from './_components/counts'
import { EntryList } from './_components/entry-list'
import { shownEntry } from './_components/row'
import { loadList, type List } from './list'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Do Not Email' }

export default async function DnePage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const [list, people, waiting] = await Promise.all([
    loadList(ctx, loadDneUrl(await searchParams)),
    listMembers(ctx.sql, ctx.workspace.id),
    countSuggestions(ctx.sql, ctx.workspace.id),
  ])
  const mayChange = mayAct(ctx.actor.role, 'operator')
  const base = `/w/${slug}/dne`
  const query = dneQuery(list.filter)
  const { rows } = list.page
  return (
    <RefetchProvider>
      <main id="main" className="flex min-w-0 flex-col pt-4 pb-4">
        <div className="grid gap-3 px-4 md:px-6">
          <PageHeader
            title="Do Not Email"
            aside={
              <span aria-live="polite">
                <Suspense>
                  <TitleCount list={list} />
                </Suspense>
              </span>
            }
            actions={
              mayChange && (
                <>
                  <ExportButton slug={slug} of="dne" query={query}>
                    Export CSV
                  </ExportButton>
                  <ButtonLink href={`${base}/add`} variant="primary">
                    Add
                  </ButtonLink>
                </>
              )
            }
          />
          <DneNav slug={slug} current="list" waiting={waiting.total} />
          <div className="flex flex-wrap items-center gap-2">
            <DneSearch />
          </div>
          <FoldProvider>
            <FoldButton>{filtersInForce(list.filter)}</FoldButton>
            <Fold>
              <DneFilters
                people={people.map(({ userId, name }) => ({ id: userId, name }))}
                today={dayOf(ctx.now, ctx.workspace.timeZone)}
              />
            </Fold>
          </FoldProvider>
        </div>
        <div className="mt-3 border-t border-border">
          {rows.length > 0 ? (
            <EntryList
              slug={slug}
              rows={rows.map((row) => shownEntry(row, ctx.workspace.timeZone))}
              sort={formatDneSort(list.sort)}
              filter={list.filter}
              query={query}
              matching={list.matching}
              mayChange={mayChange}
            />
          ) : isNarrow(list.filter) ? (
            <NothingMatches clearHref={base}>Take one off, or search for less.</NothingMatches>
          ) : (
            <Nobody slug={slug} mayChange={mayChange} />
          )}
        </div>
        {rows.length > 0 && <Pages list={list} base={base} query={query} />}
      </main>
    </RefetchProvider>
  )
}

/** `2 filters`; nothing where none is. */
function filtersInForce({ reasons, categories, sources, by, from, to, expiring }: List['filter']) {
  const lists = [reasons, categories, sources, by].filter((list) => list.length > 0)
  const count = lists.length + [from ?? to, expiring].filter((each) => each !== undefined).length
  return count > 0 && plural(count, 'filter')
}

function Nobody({ slug, mayChange }: { slug: string; mayChange: boolean }) {
  return (
    <EmptyState
      icon={<Ban strokeWidth={1.5} aria-hidden />}
      title="Nobody is listed"
      actions={
        mayChange && (
          <>
            <ButtonLink href={`/w/${slug}/dne/add`} variant="primary">
              Add or import
            </ButtonLink>
            <ButtonLink href={`/w/${slug}/imports`}>Import bounces</ButtonLink>
          </>
        )
      }
    >
      Addresses that bounce for good come here by themselves as you import bounces. Bring the list of your
      sending tool, too.
    </EmptyState>
  )
}

function Pages({ list, base, query }: { list: List; base: string; query: string }) {
  const { page, sort } = list
  const hrefOf = (cursor: DneCursor | null) =>
    cursor &&
    `${base}?${[query, `sort=${formatDneSort(sort)}`, `cursor=${formatDneCursor(cursor)}`].filter(Boolean).join('&')}`
  return (
    <ListPager
      position={
        <Suspense
          key={page.rows[0]?.entryId}
          fallback={`${formatCount(page.offset + 1)}–${formatCount(page.offset + page.rows.length)}`}
        >
          <Position matching={list.matching} offset={page.offset} shown={page.rows.length} />
        </Suspense>
      }
      previous={hrefOf(page.previous)}
      next={hrefOf(page.next)}
    />
  )
}
