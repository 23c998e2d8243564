import type { Metadata } from 'next'
import { FilterBar } from '@/components/data/filter-bar'
import { NothingMatches } from '@/components/data/states'
import { RangePicker } from '@/components/data/range-picker'
import { RefetchArea, RefetchProvider } from '@/components/data/refetch'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { previousRange } from '@/lib/analytics/range'
import { requireMember } from '@/lib/auth'
import { PROVIDERS } from '@/lib/bounce/provider'
import { formatDayRange, plural } from '@/lib/format'
import { mayAct } from '@/lib/services/context'
import { AccountsTable } from './_components/accounts-table'
import { loadAccounts } from './list'
import { viewOf, type View } from './view'

interface Props {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Sending accounts' }

const providers = Object.fromEntries(PROVIDERS.map(({ id, name }) => [id, name]))

export default async function AccountsPage({ params, searchParams }: Props) {
  const { workspace: slug } = await params
  const { ctx } = await requireMember(slug)
  const view = viewOf(ctx, await searchParams)
  const accounts = await loadAccounts(view)
  const known = accounts.filter((account) => account.id).length
  const before = previousRange(view.filter)
  return (
    <RefetchProvider>
      <main id="main" className="grid min-w-0 content-start gap-3 px-4 pt-4 pb-12 md:px-6">
        <div className="flex flex-wrap items-start gap-3">
          <div className="min-w-0 flex-1 basis-60">
            <PageHeader title="Sending accounts" aside={plural(known, 'account')} />
          </div>
          <RangePicker range={view.filter} today={view.today} />
        </div>
        <FilterBar slug={slug} providers={providers}>
          <span className="ml-auto text-12 text-muted max-sm:ml-0">
            Compared with {formatDayRange(before.from, before.to)}
          </span>
        </FilterBar>
        <RefetchArea className="mt-1">
          {accounts.length > 0 ? <AccountsTable view={view} accounts={accounts} /> : <Nothing view={view} />}
        </RefetchArea>
      </main>
    </RefetchProvider>
  )
}

function Nothing({ view }: { view: View }) {
  const { ctx, filter, base } = view
  if (filter.accounts.length > 0) return <NothingMatches clearHref={`${base}/accounts`} />
  const mayImport = mayAct(ctx.actor.role, 'operator')
  return (
    <EmptyState
      title="No sending accounts yet"
      actions={
        mayImport && (
          <ButtonLink href={`${base}/imports`} variant="primary">
            Import a CSV
          </ButtonLink>
        )
      }
    >
      Each mailbox of yours that a bounce names stands here by itself, with the cause that stands out.
    </EmptyState>
  )
}
