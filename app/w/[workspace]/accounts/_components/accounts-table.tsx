import Link from 'next/link'
import { CategoryLabel } from '@/components/data/category-label'
import { ChangeLabel } from '@/components/data/change-label'
import { Cell, DataTable, RowHead, type Column } from '@/components/data/data-table'
import { FamilyMixBar } from '@/components/data/family-mix-bar'
import { Sparkline } from '@/components/data/sparkline'
import { formatCount, formatDayRange } from '@/lib/format'
import type { AccountRow } from '../list'
import type { View } from '../view'

const columns: readonly Column[] = [
  { id: 'account', label: 'Account', width: 232, sort: 'account' },
  { id: 'bounces', label: 'Bounces', width: 88, align: 'right', sort: 'bounces' },
  { id: 'change', label: 'Change', width: 104, align: 'right', sort: 'change' },
  { id: 'mix', label: 'By family' },
  { id: 'trend', label: 'Trend', width: 96 },
  { id: 'cause', label: 'What stands out', width: 208 },
  { id: 'ready', label: 'Recoverable now', width: 128, align: 'right' },
]

/** The accounts of a workspace, each with its bounces, their change, mix and trend, and the cause it has beyond its share. */
export function AccountsTable({ view, accounts }: { view: View; accounts: readonly AccountRow[] }) {
  const most = Math.max(1, ...accounts.map((account) => account.count))
  const { from, to } = view.filter
  return (
    <div className="overflow-x-auto rounded-lg border border-border">
      <DataTable
        caption={`Sending accounts, ${formatDayRange(from, to)}`}
        columns={columns}
        sort={view.sort}
        cards
        className="sm:min-w-[980px]"
      >
        {accounts.map((account) => (
          <Row key={account.address} view={view} account={account} most={most} />
        ))}
      </DataTable>
    </div>
  )
}

function Row({ view, account, most }: { view: View; account: AccountRow; most: number }) {
  const { id, address, count, change, mix, trend, cause, ready } = account
  const name = address || 'Unknown account'
  const rows = view.rows({ accounts: [address] })
  return (
    <tr>
      <RowHead>
        <Link
          href={id ? `${view.base}/accounts/${id}` : rows}
          prefetch={false}
          className="hover-line"
          title={name}
        >
          {name}
        </Link>
      </RowHead>
      <Cell num card="corner">
        <Link href={rows} prefetch={false} className="hover-line font-medium">
          {formatCount(count)}
        </Link>
      </Cell>
      <Cell num card="hide" className="text-muted">
        <ChangeLabel change={change} />
      </Cell>
      <Cell card="wide">{count > 0 && <FamilyMixBar counts={mix} share={count / most} />}</Cell>
      <Cell card="hide">{count > 0 && <Sparkline values={trend} label={`Trend of ${name}`} />}</Cell>
      <Cell card="wide">
        {cause && (
          <Link
            href={view.fix(cause.category, address)}
            prefetch={false}
            className="hover-line inline-flex max-w-full items-center gap-1.5"
          >
            <CategoryLabel category={cause.category} short />
            <span className="text-muted">{formatCount(cause.count)}</span>
          </Link>
        )}
      </Cell>
      <Cell num card="line" cardLabel="recoverable now">
        {ready > 0 ? (
          <Link
            href={`${view.base}/resubmit?account=${encodeURIComponent(address || '-').replaceAll('%40', '@')}`}
            prefetch={false}
            className="hover-line font-medium"
          >
            {formatCount(ready)}
          </Link>
        ) : (
          <span className="text-muted">0</span>
        )}
      </Cell>
    </tr>
  )
}
