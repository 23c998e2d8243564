import Link from 'next/link'
import { FamilyTable } from '@/components/charts/family-table'
import { categoryName } from '@/components/data/category-label'
import { ChangeLabel } from '@/components/data/change-label'
import { Cell, DataTable, RowHead, type Column } from '@/components/data/data-table'
import { FamilyMixBar } from '@/components/data/family-mix-bar'
import { ViewAsTable } from '@/components/data/view-as-table'
import { cellsByAccount, type Grouped } from '@/db/queries/analytics/by-account'
import { byFamily, total } from '@/lib/analytics/cells'
import { countDays } from '@/lib/analytics/day'
import { accountName } from '@/lib/analytics/finding-words'
import { causesOf, largestMove } from '@/lib/analytics/mover'
import { FAMILIES } from '@/lib/bounce/families'
import { providerName } from '@/lib/bounce/provider'
import { formatCount } from '@/lib/format'
import type { Overview } from './data'
import type { View } from './view'
import { daysBefore } from './words'

const SHOWN = 11

const columns: readonly Column[] = [
  { id: 'provider', label: 'Provider', width: 150 },
  { id: 'mix', label: 'Share by family' },
  { id: 'bounces', label: 'Bounces', width: 76, align: 'right' },
  { id: 'change', label: 'Change', width: 92, align: 'right' },
]

/** Who hosts the recipients, with what moved and why. */
export async function ProvidersCard({ view, data }: { view: View; data: Overview }) {
  const providers = await data.providers
  const shown = providers.slice(0, SHOWN)
  const move = await moved(view, providers)
  const rows = (provider: Grouped) => view.rows({ providers: [provider.name] })
  return (
    <ViewAsTable
      title="Mailbox providers"
      description={`Who hosts the recipients${view.comparable ? ` · change on the ${daysBefore(countDays(view.filter.from, view.filter.to))}` : ''}`}
      className="h-full"
      note={move}
      chart={
        <DataTable caption="Bounces per mailbox provider" columns={columns} cards>
          {shown.map((provider) => (
            <tr key={provider.name}>
              <RowHead>
                <Link
                  href={rows(provider)}
                  prefetch={false}
                  className="hover-line"
                  title={providerName(provider.name)}
                >
                  {providerName(provider.name)}
                </Link>
              </RowHead>
              <Cell card="wide">
                <FamilyMixBar counts={byFamily(provider.now)} />
              </Cell>
              <Cell num card="corner" className="font-semibold">
                {formatCount(total(provider.now))}
              </Cell>
              <Cell num card="hide" className="text-muted">
                <ChangeLabel change={view.compare(total(provider.now), total(provider.before))} />
              </Cell>
            </tr>
          ))}
        </DataTable>
      }
      table={
        <FamilyTable
          families={FAMILIES}
          caption="Bounces per mailbox provider and family"
          first="Provider"
          rows={shown.map((provider) => ({
            key: provider.name,
            name: providerName(provider.name),
            href: rows(provider),
            counts: byFamily(provider.now),
            all: total(provider.now),
            rows: view.rows({ providers: [provider.name], families: [] }),
          }))}
        />
      }
    />
  )
}

/** The sentence about the provider that moved most, and the causes that made most of a rise. */
async function moved(view: View, providers: readonly Grouped[]) {
  const top = view.comparable ? largestMove(providers) : null
  if (!top) return undefined
  const by = total(top.now) - total(top.before)
  const rose = by > 0
  const causes = rose ? await risesAt(view, top.name) : []
  const parts = causes.map(
    (cause) =>
      `${accountName(cause.account)}, ${categoryName(cause.category, true).toLowerCase()} (${formatCount(cause.by)})`,
  )
  const sum = causes.reduce((all, cause) => all + cause.by, 0)
  return (
    <>
      <b className="font-semibold text-text">
        {providerName(top.name)} is {rose ? 'up' : 'down'} {formatCount(Math.abs(by))}.
      </b>{' '}
      {parts.length > 0 &&
        `Most of it: ${parts.join(' and ')}${parts.length > 1 ? `, ${formatCount(sum)} together` : ''}. `}
      <Link
        href={view.rows({ providers: [top.name] })}
        prefetch={false}
        className="text-accent underline underline-offset-3"
      >
        See the rows
      </Link>
    </>
  )
}

async function risesAt(view: View, provider: string) {
  const accounts = await cellsByAccount(view.ctx.sql, view.place, { ...view.filter, providers: [provider] })
  return causesOf(accounts.map(({ name, now, before }) => ({ account: name, now, before }))).slice(0, 2)
}
