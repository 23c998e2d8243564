import { accountIds } from '@/db/queries/accounts/account-ids'
import { accountTrends } from '@/db/queries/analytics/account-days'
import { cellsByAccount } from '@/db/queries/analytics/by-account'
import { readyPerAccount } from '@/db/queries/resubmit/ready-per-account'
import { addCells, byFamily, standsOut, total, type FamilyCounts } from '@/lib/analytics/cells'
import { compare, type Change } from '@/lib/analytics/change'
import { buckets } from '@/lib/analytics/range'
import type { View } from './view'

export interface AccountRow {
  /** Null for bounces whose account is unknown. */
  id: string | null
  address: string
  count: number
  before: number
  change: Change
  mix: FamilyCounts
  trend: number[]
  /** What it has most beyond its share of all, as on the overview. */
  cause: { category: string; count: number } | null
  /** Contacts that could be resubmitted right now. */
  ready: number
}

/** Every sending account with its figures in the view, also those without a bounce in it, in the view's order. */
export async function loadAccounts({ ctx, filter, sort }: View): Promise<AccountRow[]> {
  const { sql, workspace } = ctx
  const [ids, groups, trends, ready] = await Promise.all([
    accountIds(sql, workspace.id),
    cellsByAccount(sql, workspace, filter),
    accountTrends(sql, workspace, filter),
    readyPerAccount(sql, { workspaceId: workspace.id, now: ctx.now }),
  ])
  const byName = new Map(groups.map((group) => [group.name, group]))
  const wanted = (address: string) => filter.accounts.length === 0 || filter.accounts.includes(address)
  const addresses = [...new Set([...ids.keys(), ...byName.keys()])].filter(wanted)
  const steps = buckets(filter)
  const all = addCells(groups.map((group) => group.now))
  const rows = addresses.map((address): AccountRow => {
    const group = byName.get(address)
    const now = group?.now ?? []
    const count = total(now)
    const before = total(group?.before ?? [])
    const days = [...(trends.get(address) ?? [])]
    return {
      id: ids.get(address) ?? null,
      address,
      count,
      before,
      change: compare(count, before),
      mix: byFamily(now),
      trend: steps.map(({ from, to }) =>
        days.reduce((sum, [day, n]) => (day >= from && day <= to ? sum + n : sum), 0),
      ),
      cause: standsOut(now, all),
      ready: ready.get(address) ?? 0,
    }
  })
  return inOrder(rows, sort)
}

const ORDERS: Record<string, (a: AccountRow, b: AccountRow) => number> = {
  account: (a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0),
  bounces: (a, b) => a.count - b.count,
  change: (a, b) => growth(a) - growth(b),
}

/** By the sort of the URL; what is no sort is by bounces, most first. Equal ones stand by address. */
function inOrder(rows: AccountRow[], sort: string): AccountRow[] {
  const descending = sort.startsWith('-')
  const key = descending ? sort.slice(1) : sort
  const order = Object.hasOwn(ORDERS, key) ? ORDERS[key]! : ORDERS.bounces!
  const way = descending || !Object.hasOwn(ORDERS, key) ? -1 : 1
  return rows.sort((a, b) => way * order(a, b) || ORDERS.account!(a, b))
}

function growth({ count, before }: AccountRow): number {
  return (count - before) / Math.max(1, before)
}
