import { CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { Suspense } from 'react'
import { Pager } from '@/components/data/pager'
import { NothingMatches } from '@/components/data/states'
import { DneNav } from '@/components/dne/dne-nav'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { countSuggestions, listSuggestions } from '@/db/queries/dne/list-suggestions'
import { requireMember } from '@/lib/auth'
import { providerName } from '@/lib/bounce/provider'
import { formatDneCursor, parseDneCursor } from '@/lib/dne/cursor'
import { shownValue } from '@/lib/dne/erased'
import { formatCount, formatDateTime } from '@/lib/format'
import { mayAct } from '@/lib/services/context'
import { UnverifiedNotice } from '../../_unverified/unverified-notice'
import { KIND_WORDS } from './_components/kinds'
import { Groups } from './_components/groups'
import { Queue } from './_components/queue'
import { filterOf, queryOf } from './filter'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Suggestions for Do Not Email' }

export default async function SuggestionsPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const raw = await searchParams
  const filter = filterOf(raw)
  const given = parseDneCursor(typeof raw.cursor === 'string' ? raw.cursor : null, 'added')
  const cursor = given?.at ? { at: given.at, value: given.value } : null
  const [counted, { rows, next }] = await Promise.all([
    countSuggestions(ctx.sql, ctx.workspace.id),
    listSuggestions(ctx.sql, ctx.workspace.id, { ...filter, cursor }),
  ])
  const base = `/w/${slug}/dne/suggestions`
  const query = queryOf(filter)
  const matching = counted.groups
    .filter((group) => fits(group, filter))
    .reduce((sum, group) => sum + group.count, 0)
  const offset = given?.offset ?? 0
  const onward =
    next && formatDneCursor({ direction: 'after', sort: 'added', ...next, offset: offset + rows.length })
  return (
    <main id="main" className="grid max-w-240 min-w-0 content-start gap-4 px-4 pt-4 pb-12 md:px-6">
      <PageHeader
        title="Suggestions"
        aside={counted.total > 0 && formatCount(counted.total)}
        description="Addresses that a person decides on. Nobody is listed until you say so."
      />
      <DneNav slug={slug} current="suggestions" waiting={counted.total} />
      {counted.total === 0 ? (
        <EmptyState icon={<CircleCheck strokeWidth={1.5} aria-hidden />} title="Nothing waits">
          When an address bounces as often as your policy says, a provider refuses far more than usual, or
          somebody complains in a report that may be forged, it stands here.
        </EmptyState>
      ) : (
        <>
          <Groups base={base} groups={counted.groups} filter={filter} total={counted.total} />
          {filter.kind === 'unverified' && (
            <Suspense>
              <UnverifiedNotice ctx={ctx} />
            </Suspense>
          )}
          {rows.length === 0 ? (
            <NothingMatches clearHref={base}>These were decided meanwhile.</NothingMatches>
          ) : (
            <Queue
              key={query}
              slug={slug}
              filter={filter}
              matching={matching}
              mayDecide={mayAct(ctx.actor.role, 'operator')}
              rows={rows.map((row) => ({
                id: row.entryId,
                value: shownValue(row.value),
                category: row.category,
                kind: row.kind,
                why: whyOf(row),
                last: formatDateTime(row.at, ctx.workspace.timeZone),
                bounces: row.bounces,
                correction: row.correction,
              }))}
            />
          )}
          {(onward || cursor) && (
            <Pager
              position={`${formatCount(offset + 1)}–${formatCount(offset + rows.length)} of ${formatCount(matching)}`}
              previous={cursor ? `${base}${query && `?${query}`}` : null}
              next={onward && `${base}?${[query, `cursor=${onward}`].filter(Boolean).join('&')}`}
            />
          )}
        </>
      )}
    </main>
  )
}

type Row = Awaited<ReturnType<typeof listSuggestions>>['rows'][number]

function whyOf({ kind, provider, account }: Row): string {
  if (kind === 'outage') return `${providerName(provider)} refused far more than usual that hour`
  return account ? `About mail from ${account}, which the report does not show` : KIND_WORDS[kind].long
}

function fits(
  group: { category: string; kind: string; provider: string },
  { category, kind, provider }: ReturnType<typeof filterOf>,
): boolean {
  return (
    (!category || group.category === category) &&
    (!kind || group.kind === kind) &&
    (!provider || group.provider === provider)
  )
}
