import Link from 'next/link'
import { FamilyTable } from '@/components/charts/family-table'
import { CategoryLabel } from '@/components/data/category-label'
import { ChangeLabel } from '@/components/data/change-label'
import { Cell, DataTable, RowHead, TableScroll, type Column } from '@/components/data/data-table'
import { FamilyMixBar } from '@/components/data/family-mix-bar'
import { smooth, Sparkline } from '@/components/data/sparkline'
import { ViewAsTable } from '@/components/data/view-as-table'
import { accountIds } from '@/db/queries/accounts/account-ids'
import type { Grouped } from '@/db/queries/analytics/by-account'
import { addCells, byFamily, standsOut, total, type Cells } from '@/lib/analytics/cells'
import { countDays, type Day } from '@/lib/analytics/day'
import { accountName } from '@/lib/analytics/finding-words'
import { buckets, bucketUnit, type Bucket } from '@/lib/analytics/range'
import { FAMILIES } from '@/lib/bounce/families'
import { formatCount, plural } from '@/lib/format'
import type { Overview } from './data'
import type { View } from './view'

const SHOWN = 12

const columns: readonly Column[] = [
  { id: 'account', label: 'Account', width: 208, sort: 'account' },
  { id: 'bounces', label: 'Bounces', width: 88, align: 'right', sort: 'bounces' },
  { id: 'change', label: 'Change', width: 96, align: 'right', sort: 'change' },
  { id: 'mix', label: 'By family' },
  { id: 'trend', label: 'Trend', width: 96 },
  { id: 'cause', label: 'What stands out', width: 220 },
]

const growth = ({ now, before }: Grouped) => (total(now) - total(before)) / Math.max(1, total(before))

const orders: Record<string, (a: Grouped, b: Grouped) => number> = {
  account: (a, b) => (a.name < b.name ? -1 : 1),
  bounces: (a, b) => total(a.now) - total(b.now),
  change: (a, b) => growth(a) - growth(b),
}

function sorted(accounts: readonly Grouped[], sort: string): Grouped[] {
  const descending = sort.startsWith('-')
  const order = orders[descending ? sort.slice(1) : sort] ?? orders.bounces!
  return [...accounts].sort((a, b) => (descending ? order(b, a) : order(a, b)))
}

const hrefOf = (view: View, ids: ReadonlyMap<string, string>, account: string) => {
  const id = ids.get(account)
  return id ? `${view.base}/accounts/${id}` : view.rows({ accounts: [account] })
}

/** The accounts with most bounces, their mix, their trend and what stands out in each. */
export async function AccountsCard({ view, data }: { view: View; data: Overview }) {
  const [accounts, trends, ids] = await Promise.all([
    data.accounts,
    data.trends,
    accountIds(view.ctx.sql, view.place.id),
  ])
  const shown = sorted(accounts, view.sort).slice(0, SHOWN)
  const most = Math.max(1, ...shown.map((account) => total(account.now)))
  const all = addCells(accounts.map((account) => account.now))
  const parts = buckets(view.filter)
  const days = plural(countDays(view.filter.from, view.filter.to), 'day')
  return (
    <ViewAsTable
      title="Sending accounts"
      description={`Bounces in ${days}, each bar split by family`}
      note={
        accounts.length > SHOWN ? (
          <>
            {SHOWN} of {formatCount(accounts.length)} accounts.{' '}
            <Link
              href={`${view.base}/accounts`}
              prefetch={false}
              className="text-accent underline underline-offset-3"
            >
              See all
            </Link>
          </>
        ) : undefined
      }
      chart={
        <TableScroll label="Sending accounts">
          <DataTable
            caption="Sending accounts by bounces"
            columns={columns}
            sort={view.sort}
            cards
            className="sm:min-w-[900px]"
          >
            {shown.map((account) => (
              <AccountRow
                key={account.name}
                view={view}
                account={account}
                all={all}
                most={most}
                parts={parts}
                href={hrefOf(view, ids, account.name)}
                trend={trends.get(account.name)}
              />
            ))}
          </DataTable>
        </TableScroll>
      }
      table={
        <FamilyTable
          families={FAMILIES}
          caption="Sending accounts by family"
          first="Account"
          rows={shown.map((account) => ({
            key: account.name,
            name: accountName(account.name),
            href: hrefOf(view, ids, account.name),
            counts: byFamily(account.now),
            all: total(account.now),
            rows: view.rows({ accounts: [account.name], families: [] }),
          }))}
        />
      }
    />
  )
}

interface RowProps {
  view: View
  account: Grouped
  /** Of every account together. */
  all: Cells
  most: number
  /** The points of the trend. */
  parts: readonly Bucket[]
  href: string
  trend: ReadonlyMap<Day, number> | undefined
}

function AccountRow({ view, account, all, most, parts, href, trend }: RowProps) {
  const count = total(account.now)
  const cause = standsOut(account.now, all)
  const line = parts.map((bucket) => {
    let n = 0
    for (const [day, bounces] of trend ?? []) if (day >= bucket.from && day <= bucket.to) n += bounces
    return n
  })
  return (
    <tr>
      <RowHead>
        <Link href={href} prefetch={false} className="hover-line">
          {accountName(account.name)}
        </Link>
      </RowHead>
      <Cell num card="corner">
        <Link
          href={view.rows({ accounts: [account.name] })}
          prefetch={false}
          className="hover-line font-medium"
        >
          {formatCount(count)}
        </Link>
      </Cell>
      <Cell num card="hide" className="text-muted">
        <ChangeLabel change={view.compare(count, total(account.before))} />
      </Cell>
      <Cell card="wide">
        <FamilyMixBar counts={byFamily(account.now)} share={count / most} />
      </Cell>
      <Cell card="hide">
        <Sparkline
          values={bucketUnit(view.filter) === 'day' ? smooth(line) : line}
          label={`Trend of ${accountName(account.name)}`}
        />
      </Cell>
      <Cell card="wide">
        {cause && (
          <Link
            href={view.fix(cause.category, account.name)}
            prefetch={false}
            className="hover-line inline-flex max-w-full items-center gap-1.5"
          >
            <CategoryLabel category={cause.category} short />
            <span className="text-muted">{formatCount(cause.count)}</span>
          </Link>
        )}
      </Cell>
    </tr>
  )
}
