import type { Fragment, ISql } from 'postgres'
import { CELL_COUNT } from '@/lib/analytics/cells'
import { cellOf } from './cells'

/** A query that gives occurred_at, account, provider, and category and type before and after, one row a bounce. */
export type Moves = Fragment

/** Moves bounces between the cells of the day totals, in the caller's transaction: minus one where they were, plus one where they go. */
export async function shiftCounts(sql: ISql, workspace: { id: string; timeZone: string }, moves: Moves) {
  const moved = sql`
    select (occurred_at at time zone ${workspace.timeZone})::date as day, account, provider,
      ${cellOf(sql, sql`old_category`, sql`old_type`)} as old_cell,
      ${cellOf(sql, sql`new_category`, sql`new_type`)} as new_cell, count(*)::int as n
    from (${moves}) m group by 1, 2, 3, 4, 5`
  await sql`
    with moved as materialized (${moved}), delta as materialized (
      select day, account, provider, cell, sum(n)::int as n from (
        select day, account, provider, old_cell as cell, -n as n from moved
        union all select day, account, provider, new_cell, n from moved) both_ways
      group by 1, 2, 3, 4 having sum(n) <> 0
    ), by_account as (${apply(sql, workspace.id, 'account_days', ['account'])}),
    by_provider as (${apply(sql, workspace.id, 'provider_days', ['provider'])}),
    by_both as (${apply(sql, workspace.id, 'account_provider_days', ['account', 'provider'])})
    select 1`
}

/** The totals exist already, because their bounces do. */
function apply(sql: ISql, workspaceId: string, table: string, keys: string[]): Fragment {
  const all = ['day', ...keys]
  const same = all.map((key) => sql`d.${sql(key)} = x.${sql(key)}`).reduce((a, b) => sql`${a} and ${b}`)
  return sql`
    update ${sql(table)} d set counts = (
      select array_agg(coalesce(d.counts[i], 0) + coalesce(c.n, 0) order by i)
      from generate_series(1, greatest(cardinality(d.counts), ${CELL_COUNT})) i
      left join unnest(x.cells, x.ns) c(cell, n) on c.cell = i)
    from (
      select ${sql(all)}, array_agg(cell) as cells, array_agg(n) as ns
      from (select ${sql(all)}, cell, sum(n)::int as n from delta group by ${sql(all)}, cell) s group by ${sql(all)}
    ) x
    where d.workspace_id = ${workspaceId} and ${same}`
}
